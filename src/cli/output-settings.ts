import { extname, normalize } from "node:path";
import { nearMiss } from "../model/near-miss.ts";
import { hasCheckedExtension } from "../place/file-kinds.ts";
import { UsageError } from "./usage-error.ts";

/** One report, and where it goes. */
export interface Output<Name extends string> {
  readonly format: Name;
  /** As the user gave it; absent for standard output. */
  readonly path?: string;
}

/**
 * Reads `--format` and `--output-file`. A file without a format takes the only one that is asked for, else that of its
 * extension; text and what has no extension is for people. `-` is standard output, which gets the format for people where
 * no other is asked for.
 *
 * @param formats in the order of the command line
 * @param files `format=path` or `path`
 * @param known the formats that there are; the first is the one for people
 * @throws {UsageError} for unknown formats, for a file that does not say its own, for two on standard output, and for a file to be written twice
 */
export function outputSettings<Name extends string>(
  formats: readonly string[],
  files: readonly string[],
  known: readonly [Name, ...Name[]],
): readonly Output<Name>[] {
  const asked = [...new Set(formats.map((format) => formatName(format, known)))];
  const written = files.map((file) => fileOutput(file, asked, known));
  const paths = written.flatMap(({ path }) => (path === undefined ? [] : normalize(path)));
  const twice = paths.find((path, index) => paths.indexOf(path) < index);
  if (twice !== undefined) throw new UsageError(`--output-file names ${twice} twice; give each format its own file.`);
  const sent = written.filter(({ path }) => path === undefined).map(({ format }) => format);
  const wanted = asked.length > 0 ? asked : sent.length > 0 ? [] : [known[0]];
  const rest = wanted.filter((format) => !written.some((output) => output.format === format));
  const printed = [...new Set([...sent, ...rest])];
  if (printed.length > 1) {
    const example = `--output-file ${printed.at(-1)}=<path>`;
    throw new UsageError(
      `${printed.join(" and ")} are to go to standard output, which takes one; send the others to files with ${example}.`,
    );
  }
  return [...printed.map((format) => ({ format })), ...written.filter(({ path }) => path !== undefined)];
}

function fileOutput<Name extends string>(
  text: string,
  asked: readonly Name[],
  known: readonly [Name, ...Name[]],
): Output<Name> {
  // A word before the `=` is a format, even one that there is not: a slip must not make a file of that name.
  const [, name, rest] = /^([^=./\\]*)=([\s\S]*)$/.exec(text) ?? [];
  const path = rest ?? text;
  if (path === "") throw new UsageError(`--output-file=${text} names no file; write [format=]path.`);
  // `-o src/a.ts`, with the report's own name forgotten, must not cost the source.
  if (hasCheckedExtension(path)) {
    throw new UsageError(`--output-file=${text} has the name of a source; name it otherwise.`);
  }
  if (name !== undefined) return { format: namedFormat(name, text, known), ...(path !== "-" && { path }) };
  const [only, ...others] = asked;
  const format = others.length > 0 ? undefined : (only ?? formatByExtension(path, known) ?? textFormat(path, known));
  if (format !== undefined) return { format, ...(path !== "-" && { path }) };
  throw new UsageError(`--output-file=${text} does not say which format; write ${only ?? known[0]}=${text}.`);
}

function namedFormat<Name extends string>(name: string, text: string, known: readonly Name[]): Name {
  try {
    return formatName(name, known);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`${error.message} For a file of that name, write ./${text}.`);
  }
}

/** Extensions that do not say the name of their format. */
const EXTENSIONS: Readonly<Record<string, string>> = { md: "markdown", htm: "html", patch: "diff" };

/** The format that a file's extension stands for. */
export function formatByExtension<Name extends string>(path: string, known: readonly Name[]): Name | undefined {
  const extension = /\.(sarif(?=\.json$)|\w+$)/.exec(path.toLowerCase())?.[1] ?? "";
  return known.find((name) => name === (EXTENSIONS[extension] ?? extension));
}

/** The format for people, where a file's name says that it holds text, or nothing at all. */
function textFormat<Name extends string>(path: string, [pretty]: readonly [Name, ...Name[]]): Name | undefined {
  return ["", ".txt", ".log"].includes(extname(path).toLowerCase()) ? pretty : undefined;
}

function formatName<Name extends string>(name: string, all: readonly Name[]): Name {
  const known = all.find((each) => each === name);
  if (known) return known;
  const meant = nearMiss(name, all);
  const hint = meant === undefined ? "" : ` Did you mean ${meant}?`;
  throw new UsageError(
    `There is no format ${name === "" ? "before the =" : name}.${hint} Formats are ${all.join(", ")}.`,
  );
}
