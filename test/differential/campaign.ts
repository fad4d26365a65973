import fc from "fast-check";
import { show } from "./compare.ts";
import { generated } from "./generated.ts";
import { DIMENSIONS, type Dimension, type Features, features } from "./grammar/features.ts";
import { mustMigrate } from "./grammar/plain.ts";
import { type Scene, scenes } from "./scene.ts";
import { type Comparison, confront, isRewritten, type Subject } from "./subject.ts";

/** What a campaign has done so far. */
export interface Tally {
  clients: number;
  rewritten: number;
  /** Clients that are left as they are, though they plainly have to be migrated. */
  readonly missed: Map<string, number>;
  sequences: number;
  authorizations: number;
  stepUps: number;
}

/** A wrong rewrite, as small as it could be made. */
export interface Found {
  readonly seed: number;
  readonly odd: Readonly<Partial<Features>>;
  readonly subject: Subject;
  readonly scene: Scene;
  readonly comparison: Comparison;
}

export const emptyTally = (): Tally => ({
  ...{ clients: 0, rewritten: 0, missed: new Map(), sequences: 0, authorizations: 0, stepUps: 0 },
});

/** How many sequences each client gets. */
const SEQUENCES = 16;

/**
 * Tries random clients until one is wrong, and makes that one small.
 *
 * @param isLeftOut which clients are not tried
 */
export async function search(
  seed: number,
  numRuns: number,
  tally: Tally,
  isLeftOut: (features: Features) => boolean = () => false,
): Promise<Found | undefined> {
  const clients = features.filter((each) => !isLeftOut(each));
  const sequences = fc.array(scenes, { minLength: 1, maxLength: SEQUENCES, size: "max" });
  let isShrinking = false;
  const property = fc.asyncProperty(clients, sequences, async (each, list) => {
    const subject = generated(each);
    if (!isShrinking) count(tally, each, subject);
    if (!isRewritten(subject)) return true;
    for (const scene of list) {
      const comparison = await confront(subject, scene);
      if (!isShrinking) countPlayed(tally, comparison);
      if (comparison.fault) {
        isShrinking = true;
        return false;
      }
    }
    return true;
  });
  const { counterexample } = await fc.check(property, { seed, numRuns });
  if (!counterexample) return undefined;
  const [small, [scene]] = counterexample;
  if (!scene) return undefined;
  const subject = generated(small);
  return { seed, odd: oddities(small), subject, scene, comparison: await confront(subject, scene) };
}

/** Plays random scenes with one client until one goes wrong, and makes that one small. */
export async function examine(
  subject: Subject,
  seed: number,
  numRuns: number,
  tally: Tally,
  which: fc.Arbitrary<Scene> = scenes,
): Promise<Found | undefined> {
  tally.clients++;
  if (!isRewritten(subject)) return undefined;
  tally.rewritten++;
  let isShrinking = false;
  const property = fc.asyncProperty(which, async (scene) => {
    const comparison = await confront(subject, scene);
    if (!isShrinking) countPlayed(tally, comparison);
    if (comparison.fault) isShrinking = true;
    return comparison.fault === undefined;
  });
  const { counterexample } = await fc.check(property, { seed, numRuns });
  if (!counterexample) return undefined;
  const [scene] = counterexample;
  return { seed, odd: {}, subject, scene, comparison: await confront(subject, scene) };
}

function count(tally: Tally, each: Features, subject: Subject): void {
  tally.clients++;
  if (isRewritten(subject)) tally.rewritten++;
  else if (mustMigrate(each)) tally.missed.set(subject.name, (tally.missed.get(subject.name) ?? 0) + 1);
}

/** Counts a sequence that was played before and after. */
function countPlayed(tally: Tally, { before }: Comparison): void {
  tally.sequences++;
  tally.authorizations += before.asks.length;
  tally.stepUps += before.asks.filter(({ cause }) => cause?.answer === "step-up").length;
}

/** What is not the plainest in a client. */
function oddities(small: Features): Partial<Features> {
  return Object.fromEntries(
    Object.entries(small).filter(([dimension, value]) => DIMENSIONS[dimension as Dimension][0] !== value),
  );
}

/** A wrong rewrite for people: what it takes, the text before and after, and what came of each. */
export function report({ seed, subject, scene, comparison }: Found): string {
  const { before, after, fault } = comparison;
  return [
    `${fault?.kind}: ${fault?.detail}`,
    `client: ${subject.name} (seed ${seed})`,
    `scene: ${JSON.stringify(scene)}`,
    "-- before the migration",
    subject.before,
    "-- after the migration",
    subject.after,
    "-- what came of it before",
    show(before),
    "-- what came of it after",
    show(after),
  ].join("\n");
}
