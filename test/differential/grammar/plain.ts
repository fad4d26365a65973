import { DIMENSIONS, type Dimension, type Features } from "./features.ts";
import { COUNTING_LIMITS } from "./limits.ts";

/**
 * The alternatives with which a client plainly has to be migrated, and can be: by construction, whatever the others in
 * this table are. A dimension that is not here is plain with each of its alternatives.
 */
const PLAIN: Readonly<Partial<Record<Dimension, readonly string[]>>> = {
  language: ["TypeScript", "JavaScript", "minified"],
  container: ["field", "private name", "property of a record", "argument only"],
  caller: ["inline", "method", "awaited method", "arrow", "private step-up", "private step-up by scope"],
  limit: Object.keys(COUNTING_LIMITS),
  limitPlace: ["in the handler", "before the evidence"],
  reader: ["none"],
  provider: ["typed"],
  form: ["text"],
  reset: ["none"],
  servers: ["one for each client", "several, by record"],
};

/** Whether a client is one that plainly has to be migrated. */
export function mustMigrate(features: Features): boolean {
  return Object.keys(DIMENSIONS).every((dimension) => {
    const plain = PLAIN[dimension as Dimension];
    return !plain || plain.includes(features[dimension as Dimension]);
  });
}
