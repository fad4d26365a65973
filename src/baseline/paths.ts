import { existsSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { slashed } from "../place/shown-path.ts";
import type { BaselinePlace } from "./baseline.ts";

/** The baseline's own path from the working folder, with slashes: how messages name it. */
export const nameOf = ({ path, workingFolder }: BaselinePlace): string => slashed(relative(workingFolder, path));

/**
 * The path that a baseline's text has for a file.
 *
 * @param file from the working folder, with slashes
 * @returns from the folder of the baseline, with slashes
 */
export function writtenPath({ path, workingFolder }: BaselinePlace, file: string): string {
  return slashed(relative(dirname(path), resolve(workingFolder, file)));
}

/**
 * The file that a path of a baseline's text stands for.
 *
 * @param written from the folder of the baseline; backslashes are slashes, unless there is a file of just that name
 * @returns from the working folder, with slashes
 */
export function fileOf({ path, workingFolder }: BaselinePlace, written: string): string {
  const folder = dirname(path);
  const isName = !written.includes("\\") || (sep === "/" && existsSync(resolve(folder, written)));
  return slashed(relative(workingFolder, resolve(folder, isName ? written : written.replaceAll("\\", "/"))));
}
