import { type TransformOptions, transform } from "esbuild";
import type { EngineOptions } from "../../src/model/options.ts";
import type { Fixture } from "../fixtures/discover.ts";
import { engineOptions } from "../fixtures/engine-options.ts";

/** A text that is judged, and with what. */
export interface Subject {
  /** `rewrite/name-of-the-case`. */
  readonly name: string;
  readonly text: string;
  /** With its dot. */
  readonly extension: string;
  readonly options: EngineOptions;
}

/** A fixture as it is. */
export function fixtureSubject({ kind, name, input, extension, options }: Fixture): Subject {
  return { name: `${kind}/${name}`, text: input, extension, options: engineOptions(options, extension) };
}

/** What esbuild makes of a text with the options given; JSX stays. */
export async function compile(subject: Subject, options: TransformOptions): Promise<string> {
  const loader = subject.extension === ".tsx" ? "tsx" : /ts$/.test(subject.extension) ? "ts" : "jsx";
  const { code } = await transform(subject.text, {
    loader,
    jsx: "preserve",
    charset: "utf8",
    logLevel: "silent",
    ...options,
  });
  return code;
}

/** The JavaScript extension that a compiler gives a file. */
export function compiledExtension(extension: string): string {
  return extension === ".tsx" ? ".jsx" : extension.replace("ts", "js");
}
