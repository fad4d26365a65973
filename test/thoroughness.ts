import { createHash } from "node:crypto";

/**
 * How much is varied. `npm test` takes one of several variations for each name, another every day, so that all have
 * had their turn after as many days; `npm run test:slow` takes them all. See run.ts, which sets both.
 */
export const IS_THOROUGH = process.env.STEP_UP_UNION_THOROUGH === "yes";

/** The day by which variations are chosen: `2026-11-27`. */
const DAY = process.env.STEP_UP_UNION_DAY ?? new Date().toISOString().slice(0, 10);

const MILLISECONDS_OF_A_DAY = 86_400_000;

/**
 * The choice whose turn it is, or all where everything is tested.
 *
 * @param name of what is varied; different names have different turns on one day
 * @param day for tests of this function alone
 */
export function byTurn<T>(name: string, choices: readonly T[], day = DAY, isThorough = IS_THOROUGH): readonly T[] {
  const number = Date.parse(day) / MILLISECONDS_OF_A_DAY;
  if (!Number.isInteger(number)) throw new Error(`STEP_UP_UNION_DAY=${day}: a date like 2026-11-27`);
  if (isThorough || choices.length === 0) return choices;
  const offset = createHash("sha256").update(name).digest().readUInt32LE();
  return [choices[(offset + number) % choices.length] as T];
}

/**
 * Whether what is named has its turn: on one of so many days, or every time where everything is tested.
 *
 * @param days at least 1
 */
export function hasItsTurn(name: string, days: number, day = DAY, isThorough = IS_THOROUGH): boolean {
  const turns = Array.from({ length: days }, (_, index) => index);
  return byTurn(name, turns, day, isThorough).includes(0);
}
