import { type Chain, ENTRY } from "./chains.ts";

/**
 * Keys under which the tests and the changes of state meet. For a variable or field `p`: `p`, its own value; `p.>`,
 * something below it; `p.*`, all of it, as a function sees that is given the object.
 */
export type StateKey = string;

/** The ways to a chain's end, from its root on. */
function prefixesOf({ root, names }: Chain): string[] {
  const found = [root];
  for (const name of names) found.push(`${found.at(-1)}.${name}`);
  return found;
}

/** The path of what a chain leads to. */
export const pathOfChain = ({ root, names }: Chain): string => [root, ...names].join(".");

/**
 * The keys of a change.
 *
 * @param isWithin whether the object at the end changes inside, as a list does by `push`, and not the value of the field
 */
export function changedKeys(chain: Chain, isWithin: boolean): StateKey[] {
  const prefixes = prefixesOf(chain);
  const path = prefixes.pop() as string;
  const own = isWithin ? [`${path}.>`] : [path];
  // Another entry changes the collection.
  if (!isWithin && chain.names.at(-1) === ENTRY) own.push(`${prefixes.at(-1)}.>`);
  return [...own, ...prefixes.map((prefix) => `${prefix}.*`)];
}

/**
 * The keys of a read.
 *
 * @param isWhole whether what is read may be all that the object holds
 */
export function readKeys(chain: Chain, isWhole: boolean): StateKey[] {
  const prefixes = prefixesOf(chain);
  const path = prefixes.at(-1) as string;
  const keys = prefixes.flatMap((prefix, index) => [
    ...(index > chain.followed || (index === 0 && chain.followed === 0) ? [prefix] : []),
    ...(index < prefixes.length - 1 && index >= chain.followed ? [`${prefix}.>`] : []),
  ]);
  return isWhole ? [...keys, `${path}.*`, `${path}.>`] : keys;
}
