import { CHALLENGED, CONSTANT, GRANTED, LOST, PREVIOUS } from "../src/find/alternatives.ts";
import { ANY, INSUFFICIENT, type Kinds, meets, NONE, STATUS_401, STATUS_403, STATUS_OTHER } from "../src/find/kinds.ts";

const STATUSES = { "401": STATUS_401, "403": STATUS_403, "another status": STATUS_OTHER };

/** `403 insufficient_scope, 401`: what code may be answering. */
export function answersOf(kinds: Kinds): string {
  if (kinds === NONE) return "nothing: no control comes here";
  if (kinds === ANY) return "anything";
  return Object.entries(STATUSES)
    .flatMap(([status, of]) => {
      const [isStepUp, isOther] = [meets(kinds, of & INSUFFICIENT), meets(kinds, of & ~INSUFFICIENT)];
      if (isStepUp && isOther) return `any ${status}`;
      return isStepUp ? `${status} insufficient_scope` : isOther ? `${status} without insufficient_scope` : [];
    })
    .join(", ");
}

const PARTS = { challenged: CHALLENGED, previous: PREVIOUS, granted: GRANTED, constant: CONSTANT, lost: LOST };

/** `challenged + previous`: what a value is put together of. */
export function partsOf(parts: number): string {
  const named = Object.entries(PARTS).filter(([, part]) => (parts & part) !== 0);
  const known = named.reduce((sum, [, part]) => sum | part, 0);
  return [...named.map(([name]) => name), ...((parts & ~known) !== 0 ? ["other"] : [])].join(" + ") || "nothing";
}
