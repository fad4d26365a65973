import { nearMiss } from "../model/near-miss.ts";
import { FORMATS, type FormatName } from "../report/formats.ts";
import { UsageError } from "./usage-error.ts";

const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];

/** One report, and where it goes. */
export interface Output {
  readonly format: FormatName;
  /** As the user gave it; absent for standard output. */
  readonly path?: string;
}

/**
 * Reads `--format` and `--output-file`. A file without a format takes the only one that is asked for, else that of its
 * extension. Where no format is asked for, standard output gets the one for people.
 *
 * @param formats in the order of the command line
 * @param files `format=path` or `path`
 * @param standard the format for people
 * @throws {UsageError} for unknown formats, for two on standard output, and for a file to be written twice
 */
export function outputSettings(
  formats: readonly string[],
  files: readonly string[],
  standard: FormatName,
): readonly Output[] {
  const asked = [...new Set(formats.map(formatName))];
  const written = files.map((file) => fileOutput(file, asked, standard));
  const paths = written.map(({ path }) => path);
  const twice = paths.find((path, index) => paths.indexOf(path) < index);
  if (twice !== undefined) throw new UsageError(`--output-file names ${twice} twice; give each format its own file.`);
  const wanted = asked.length > 0 ? asked : [standard];
  const printed = wanted.filter((format) => !written.some((output) => output.format === format));
  if (printed.length > 1) {
    const example = `--output-file ${printed.at(-1)}=<path>`;
    throw new UsageError(
      `--format asks for ${printed.join(" and ")} on standard output, which takes one; send the others to files with ${example}.`,
    );
  }
  return [...printed.map((format) => ({ format })), ...written];
}

function fileOutput(text: string, asked: readonly FormatName[], standard: FormatName): Required<Output> {
  const [, name, rest] = /^([a-z]+)=([\s\S]*)$/.exec(text) ?? [];
  const path = rest ?? text;
  if (path === "") throw new UsageError(`--output-file=${text} names no file; write [format=]path.`);
  if (name !== undefined) return { format: formatName(name), path };
  if (asked.length > 1) {
    throw new UsageError(`--output-file=${text} does not say which format; write ${asked[0]}=${text}.`);
  }
  return { format: asked[0] ?? formatByExtension(path) ?? standard, path };
}

function formatByExtension(path: string): FormatName | undefined {
  return FORMAT_NAMES.find((name) => path.toLowerCase().endsWith(`.${name}`));
}

function formatName(name: string): FormatName {
  const known = FORMAT_NAMES.find((each) => each === name);
  if (known) return known;
  const meant = nearMiss(name, FORMAT_NAMES);
  const hint = meant === undefined ? "" : ` Did you mean ${meant}?`;
  throw new UsageError(`There is no format ${name}.${hint} Formats are ${FORMAT_NAMES.join(", ")}.`);
}
