import { dirname, isAbsolute, resolve } from "node:path";
import type { OutsideFacts } from "../model/facts.ts";
import type { OwnName } from "../model/own-names.ts";

/**
 * What the engine is told of a file's imports by the names of its user's configuration.
 *
 * @param path the file, absolute
 * @returns undefined where there are no names
 */
export function factsOfNames(names: readonly OwnName[], path: string): OutsideFacts | undefined {
  if (names.length === 0) return undefined;
  const folder = dirname(path);
  return {
    roleOf: ({ module, name }) =>
      names.find((own) => own.export === name && isModule(own.module, module, folder))?.role,
  };
}

/** The same of several files that are read as one text: a specifier may stand in any of them. */
export function factsOfNamesIn(
  names: readonly OwnName[],
  files: readonly { readonly path: string }[],
): OutsideFacts | undefined {
  const each = files.flatMap(({ path }) => factsOfNames(names, path) ?? []);
  if (each.length === 0) return undefined;
  const roleIn = (imported: Parameters<NonNullable<OutsideFacts["roleOf"]>>[0]) =>
    each.map((facts) => facts.roleOf?.(imported)).find((role) => role !== undefined);
  return { roleOf: roleIn };
}

/** Whether a specifier names a module: a file by its place, whatever extension either has, all else as it is written. */
function isModule(named: string, specifier: string, folder: string): boolean {
  if (!isAbsolute(named)) return named === specifier;
  return /^(?:\/|\.{1,2}(?:\/|$))/.test(specifier) && bare(resolve(folder, specifier)) === bare(named);
}

const bare = (path: string): string => path.replace(/\.[cm]?[jt]sx?$/, "").replace(/[\\/]index$/, "");
