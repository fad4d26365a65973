import fc from "fast-check";
import { CALLERS, SPLIT_CALLERS } from "./callers.ts";
import { CHALLENGES } from "./challenges.ts";
import { CONTAINERS, NO_CONTAINER } from "./containers.ts";
import { GUARDS } from "./guards.ts";
import { COMPARING_LIMITS, COUNTING_LIMITS, MARKING_LIMITS } from "./limits.ts";
import { READERS } from "./readers.ts";
import { FORMS, PROVIDERS, SINKS } from "./surroundings.ts";

/** Every way in which generated clients differ, the plainest first: there shrinking ends. */
export const DIMENSIONS = {
  language: ["TypeScript", "JavaScript", "minified", "lowered"],
  shape: ["class", "function"],
  guard: Object.keys(GUARDS),
  challenge: Object.keys(CHALLENGES),
  presence: ["not tested", "around the write", "with the evidence"],
  container: [...Object.keys(CONTAINERS), NO_CONTAINER],
  caller: [...Object.keys(CALLERS), ...SPLIT_CALLERS],
  limit: [...Object.keys(COUNTING_LIMITS), ...Object.keys(MARKING_LIMITS), ...Object.keys(COMPARING_LIMITS)],
  limitPlace: ["in the handler", "before the evidence", "in the caller"],
  order: ["write, then mark", "mark, then write"],
  reader: Object.keys(READERS),
  sink: Object.keys(SINKS),
  provider: Object.keys(PROVIDERS),
  form: Object.keys(FORMS),
  reset: ["none", "invalidates the tokens", "clears the requested scope"],
  unauthorized: ["none", "as the SDK", "after the handler", "without a scope", "status not tested"],
  servers: ["one for each client", "several, by record", "several, by map", "several, one field"],
  header: ["no tokens", "tokens"],
} as const;

export type Dimension = keyof typeof DIMENSIONS;

/** One alternative of each dimension: a client. */
export type Features = Readonly<Record<Dimension, string>>;

/** How often a dimension keeps its plainest alternative: what goes wrong is seen best where little else is odd. */
const PLAIN: Readonly<Partial<Record<Dimension, number>>> = {
  provider: 0.6,
  form: 0.85,
  reset: 0.85,
  servers: 0.7,
  unauthorized: 0.4,
  caller: 0.3,
  sink: 0.4,
  reader: 0.8,
  shape: 0.7,
  limitPlace: 0.6,
};

/** Random clients. */
export const features: fc.Arbitrary<Features> = fc.record(
  Object.fromEntries(
    Object.entries(DIMENSIONS).map(([dimension, [plain = "", ...others]]) => {
      const share = Math.round((PLAIN[dimension as Dimension] ?? 0) * 100);
      const any = fc.constantFrom(plain, ...others);
      return [dimension, share === 0 ? any : fc.oneof(...weighted(share, fc.constant(plain), any))];
    }),
  ),
) as fc.Arbitrary<Features>;

function weighted(share: number, plain: fc.Arbitrary<string>, any: fc.Arbitrary<string>) {
  return [
    { weight: share, arbitrary: plain },
    { weight: 100 - share, arbitrary: any },
  ];
}
