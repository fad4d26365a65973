import { normalize } from "node:path";
import { nearMiss } from "../model/near-miss.ts";
import { hasCheckedExtension } from "./files/file-kinds.ts";
import { UsageError } from "./usage-error.ts";

/** One report, and where it goes. */
export interface Output<Name extends string> {
  readonly format: Name;
  /** As the user gave it; absent for standard output. */
  readonly path?: string;
}

/**
 * Reads `--format` and `--output-file`. A file without a format takes the only one that is asked for, else that of its
 * extension. Where no format is asked for, standard output gets the one for people.
 *
 * @param formats in the order of the command line
 * @param files `format=path` or `path`
 * @param known the formats that there are; the first is the one for people
 * @throws {UsageError} for unknown formats, for two on standard output, and for a file to be written twice
 */
export function outputSettings<Name extends string>(
  formats: readonly string[],
  files: readonly string[],
  known: readonly [Name, ...Name[]],
): readonly Output<Name>[] {
  const asked = [...new Set(formats.map((format) => formatName(format, known)))];
  const written = files.map((file) => fileOutput(file, asked, known));
  const paths = written.map(({ path }) => normalize(path));
  const twice = paths.find((path, index) => paths.indexOf(path) < index);
  if (twice !== undefined) throw new UsageError(`--output-file names ${twice} twice; give each format its own file.`);
  // `-o src/a.ts`, with the report's own name forgotten, must not cost the source.
  const source = paths.find(hasCheckedExtension);
  if (source !== undefined) {
    throw new UsageError(`--output-file=${source} has the name of a source; name it otherwise.`);
  }
  const wanted = asked.length > 0 ? asked : [known[0]];
  const printed = wanted.filter((format) => !written.some((output) => output.format === format));
  if (printed.length > 1) {
    const example = `--output-file ${printed.at(-1)}=<path>`;
    throw new UsageError(
      `--format asks for ${printed.join(" and ")} on standard output, which takes one; send the others to files with ${example}.`,
    );
  }
  return [...printed.map((format) => ({ format })), ...written];
}

function fileOutput<Name extends string>(
  text: string,
  asked: readonly Name[],
  known: readonly [Name, ...Name[]],
): Required<Output<Name>> {
  const [, name, rest] = /^([a-z]+)=([\s\S]*)$/.exec(text) ?? [];
  const path = rest ?? text;
  if (path === "") throw new UsageError(`--output-file=${text} names no file; write [format=]path.`);
  if (name !== undefined) return { format: formatName(name, known), path };
  if (asked.length > 1) {
    throw new UsageError(`--output-file=${text} does not say which format; write ${asked[0]}=${text}.`);
  }
  return { format: asked[0] ?? formatByExtension(path, known) ?? known[0], path };
}

/** Extensions that do not say the name of their format. */
const EXTENSIONS: Readonly<Record<string, string>> = { md: "markdown", htm: "html" };

/** The format that a file's extension stands for. */
export function formatByExtension<Name extends string>(path: string, known: readonly Name[]): Name | undefined {
  const extension = /\.(\w+)$/.exec(path.toLowerCase())?.[1] ?? "";
  return known.find((name) => name === (EXTENSIONS[extension] ?? extension));
}

function formatName<Name extends string>(name: string, all: readonly Name[]): Name {
  const known = all.find((each) => each === name);
  if (known) return known;
  const meant = nearMiss(name, all);
  const hint = meant === undefined ? "" : ` Did you mean ${meant}?`;
  throw new UsageError(`There is no format ${name}.${hint} Formats are ${all.join(", ")}.`);
}
