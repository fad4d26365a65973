import type { API } from "jscodeshift";
import { readOptions } from "../../src/model/read-options.ts";
import stepUpUnion from "../../transforms/step-up-union.ts";
import { tempProject } from "../temp-project.ts";

/** What the transform makes of one file in a package of its own. */
export interface Migrated {
  /** The files of the package, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** The report's lines, without the path. */
  readonly lines: readonly string[];
}

/**
 * Runs the transform as jscodeshift does.
 *
 * @param flags options as `--name=value`
 */
export async function migrated(file: string, source: string, flags: readonly string[]): Promise<Migrated> {
  const options = Object.fromEntries(flags.map((flag) => flag.replace("--", "").split("=")));
  const read = readOptions(options);
  if ("problems" in read) throw new Error(read.problems.join("\n"));
  const project = tempProject({ "package.json": { name: "client", type: "module" }, [file]: source });
  const lines: string[] = [];
  const api = { report: (line: string) => lines.push(line), stats: () => {} } as unknown as API;
  const text = await stepUpUnion({ path: project.path(file), source }, api, options);
  return { files: { ...project.files(), ...(text !== undefined && { [file]: text }) }, lines };
}
