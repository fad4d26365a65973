import { basename, dirname, extname, join } from "node:path";
import { shownExtension } from "../../edit/shown-extension.ts";
import { HELPER_NAME } from "../../model/options.ts";
import { readCode } from "../../parse/code.ts";
import { nameLikeSiblings, VENDORED_WORDS } from "../file-name.ts";
import { relativeModule } from "../folders.ts";
import { importExtension } from "../import-extension.ts";
import { packageRoot } from "../manifest.ts";
import { declaredKind, isTypeScript, kindByExtension, writtenKind } from "../module-kind.ts";
import { styleOfNewFile } from "../style-of-new-file.ts";
import { readText } from "../text-file.ts";
import { type HouseTest, testPlace } from "./house-tests.ts";
import { ownHelperIn } from "./own-helper.ts";
import { RUNNERS, type RunnerName, runnerOf } from "./runner.ts";
import { testText } from "./test-text.ts";

/** A module: its path, absolute, and its text. */
export interface Module {
  readonly path: string;
  readonly text: string;
}

/** A file with tests, to be created. */
export interface HelperTests extends Module {
  readonly runner: RunnerName;
}

/** These take TypeScript and ES modules as they are, and those from JavaScript and CommonJS. */
const TAKES_ALL: readonly RunnerName[] = ["vitest", "bun test"];
/** These run what their scripts name: tests in TypeScript only where there are some. */
const TAKES_NAMED: readonly RunnerName[] = ["mocha", "ava", "node --test"];

/**
 * Plans the unit tests of a helper that is in a module: in the project's runner, where it keeps its tests, and as it
 * writes them. Reads what surrounds the module; writes nothing.
 *
 * @param helper the module, as it is once the helper is there
 * @param importer one that imports it, whose imports show what no test does
 * @param workingFolder absolute
 * @returns why there can be none, as a sentence about the module, where that is so
 */
export function planHelperTests(
  helper: Module,
  importer: Module,
  workingFolder: string,
): HelperTests | { readonly refusal: string } {
  const own = ownHelperIn(helper.text);
  if (own === undefined) return { refusal: `It has a ${HELPER_NAME} of its own, to which no tests were added.` };
  const runner = runnerOf(dirname(helper.path));
  if (!runner) {
    return {
      refusal: `No tests were added: no package.json shows a test runner that is known (${RUNNERS.join(", ")}).`,
    };
  }
  const root = packageRoot(helper.path, workingFolder);
  // Where Mocha looks that is not told otherwise.
  const place = testPlace(helper.path, root, runner.name === "mocha" ? "test" : undefined);
  const typescript = isTypeScript(helper.path);
  const [sample] = place.like.filter(({ path }) => isTypeScript(path) === typescript);
  if (!sample && place.like.length > 0 && typescript && TAKES_NAMED.includes(runner.name)) {
    return { refusal: "No tests were added: it is TypeScript, and the tests of its package are JavaScript." };
  }
  const shown = sample && moduleAt(sample);
  const name = own === "alone" ? stemOf(helper.path) : likeSiblings([place.folder, dirname(helper.path)]);
  const path = join(place.folder, name + place.suffix + extensionOf(helper.path, sample));
  return {
    path,
    runner: runner.name,
    text: testText({
      runner,
      typescript,
      kind: kindOf(path, helper, runner.name),
      source: sourceOf(path, helper, shown ? [shown, importer] : [importer]),
      style: styleOfNewFile(path, shown?.text ?? helper.text),
      ...wordsOf(shown?.text ?? ""),
      spaced: !JOINED_IMPORTS.test(shown?.text ?? importer.text),
    }),
  };
}

function moduleAt({ path }: HouseTest): Module | undefined {
  const text = readText(path);
  return text === undefined ? undefined : { path, text };
}

const stemOf = (path: string): string => basename(path, extname(path));

const likeSiblings = (folders: readonly string[]): string =>
  nameLikeSiblings(
    VENDORED_WORDS,
    folders.map((folder) => [folder]),
  );

/** An ES module imports all others, so that tests are one where the module or another test has to say so. */
function extensionOf(helper: string, sample: HouseTest | undefined): string {
  const isModule = [helper, sample?.path ?? ""].some((path) => kindByExtension(path) === "esm");
  return `.${isModule ? "m" : ""}${isTypeScript(helper) ? "t" : "j"}s`;
}

function kindOf(path: string, helper: Module, runner: RunnerName): "esm" | "commonjs" {
  if (isTypeScript(path) || kindByExtension(path) === "esm" || TAKES_ALL.includes(runner)) return "esm";
  if (kindByExtension(helper.path)) return declaredKind(dirname(path)) ?? "commonjs";
  return writtenKind(helper.path, helper.text);
}

/** How the tests import the helper: as the first of some modules that shows how it imports others. */
function sourceOf(path: string, helper: Module, modules: readonly Module[]): string {
  const extension = extname(helper.path);
  const written = modules.reduceRight(
    (otherwise, module) => extensionShownBy(module, extension, otherwise),
    importExtension(path, helper.text, extension),
  );
  return relativeModule(dirname(path), helper.path.slice(0, -extension.length)) + written;
}

function extensionShownBy({ path, text }: Module, extension: string, otherwise: string): string {
  try {
    return shownExtension(readCode(text, path), extension, otherwise);
  } catch {
    // It is not what is asked about: one that does not parse shows nothing.
    return otherwise;
  }
}

function wordsOf(sample: string): { readonly word: "it" | "test"; readonly group: "describe" | "suite" } {
  const words = new Set([...sample.matchAll(/^[ \t]*(describe|suite|it|test)\(/gm)].map(([, word]) => word));
  return {
    word: words.has("test") && !words.has("it") ? "test" : "it",
    group: words.has("suite") && !words.has("describe") ? "suite" : "describe",
  };
}

/** An import from a package, and right behind it one from a file. */
const JOINED_IMPORTS = /['"][^.'"\n][^'"\n]*['"]\)?;?\r?\n(?:import|const)\b[^\n]*['"]\.{1,2}\//;
