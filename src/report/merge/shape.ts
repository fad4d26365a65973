/** What a part of a document must be: a count is no less than 0, a position no less than 1. Of a record, properties that are not named may be anything. */
export type Shape =
  | "text"
  | "count"
  | "position"
  | "flag"
  | { readonly matches: RegExp }
  | { readonly among: readonly unknown[] }
  | { readonly list: Shape }
  | { readonly table: Shape }
  | { readonly record: Readonly<Record<string, Shape>>; readonly optional?: Readonly<Record<string, Shape>> };

/**
 * The first part of a value that is not what it must be.
 *
 * @returns its path, as `sites[3].line`; undefined where there is none
 */
export function misfit(value: unknown, shape: Shape, path = ""): string | undefined {
  if (typeof shape === "string") return PLAIN[shape](value) ? undefined : path;
  if ("matches" in shape) return typeof value === "string" && shape.matches.test(value) ? undefined : path;
  if ("among" in shape) return shape.among.includes(value) ? undefined : path;
  if ("list" in shape) {
    if (!Array.isArray(value)) return path;
    return first(value.map((item, index) => () => misfit(item, shape.list, `${path}[${index}]`)));
  }
  if (!isRecord(value)) return path;
  const named = (name: string) => (path === "" ? name : `${path}.${name}`);
  if ("table" in shape) {
    return first(
      Object.entries(value).map(
        ([name, item]) =>
          () =>
            misfit(item, shape.table, named(name)),
      ),
    );
  }
  const part = (name: string) => (Object.hasOwn(value, name) ? value[name] : undefined);
  return first([
    ...Object.entries(shape.record).map(
      ([name, of]) =>
        () =>
          misfit(part(name), of, named(name)),
    ),
    ...Object.entries(shape.optional ?? {}).map(
      ([name, of]) =>
        () =>
          part(name) === undefined ? undefined : misfit(part(name), of, named(name)),
    ),
  ]);
}

const PLAIN = {
  text: (value: unknown) => typeof value === "string",
  count: (value: unknown) => typeof value === "number" && value >= 0,
  position: (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 1,
  flag: (value: unknown) => typeof value === "boolean",
} as const;

function first(looks: readonly (() => string | undefined)[]): string | undefined {
  for (const look of looks) {
    const found = look();
    if (found !== undefined) return found;
  }
  return undefined;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
