import { BASELINE_VERSION, type BaselineEntry } from "./baseline.ts";

/** What a property must be. */
interface Property {
  readonly holds: (value: unknown) => boolean;
  /** The end of a sentence: `"file" must be …`. */
  readonly wanted: string;
  readonly isOptional?: true;
}

const isText = (value: unknown): boolean => typeof value === "string";
const isName = (value: unknown): boolean => isText(value) && value !== "";

const PROPERTIES: Readonly<Record<keyof BaselineEntry, Property>> = {
  file: { holds: isName, wanted: "a path" },
  rule: { holds: isName, wanted: "the name of a rule" },
  symbols: { holds: (value) => Array.isArray(value) && value.every(isText), wanted: "a list of names" },
  code: { holds: (value) => isText(value) && /^[0-9a-f]{16}$/.test(value as string), wanted: "16 hexadecimal digits" },
  ordinal: {
    holds: (value) => Number.isSafeInteger(value) && (value as number) > 0,
    wanted: "a whole number from 1 on",
  },
  text: { holds: isText, wanted: "a text", isOptional: true },
};

const NO_BASELINE = 'It is no baseline: there must be an object with "version" and a list "sites" in it.';

/** The entries in a baseline's JSON, or the sentence that says why there are none. */
export function entriesIn(json: unknown): readonly unknown[] | string {
  if (!isRecord(json) || !Object.hasOwn(json, "version") || !Array.isArray(json.sites)) return NO_BASELINE;
  const { version, sites, ...others } = json;
  if (typeof version === "number" && version > BASELINE_VERSION) {
    return `It is of version ${version}, which a newer step-up-union wrote; this one reads version ${BASELINE_VERSION}. Update step-up-union here.`;
  }
  if (version !== BASELINE_VERSION) return `Its "version" must be ${BASELINE_VERSION}.`;
  const [other] = Object.keys(others);
  if (other !== undefined) return `It has a property ${JSON.stringify(other)}, which is not known; remove it.`;
  return sites;
}

/** What is wrong with an entry: a sentence. Undefined if it is in order. */
export function faultOf(entry: unknown): string | undefined {
  if (!isRecord(entry)) return "An entry must be an object.";
  for (const [name, { holds, wanted, isOptional }] of Object.entries(PROPERTIES)) {
    const isThere = Object.hasOwn(entry, name);
    if (!isThere && isOptional) continue;
    if (!isThere) return `An entry lacks "${name}".`;
    if (!holds(entry[name])) return `The entry's "${name}" must be ${wanted}.`;
  }
  const other = Object.keys(entry).find((name) => !Object.hasOwn(PROPERTIES, name));
  return other === undefined ? undefined : `The entry has a property ${JSON.stringify(other)}, which is not known.`;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
