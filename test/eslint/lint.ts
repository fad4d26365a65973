import type { ESLint, Linter } from "eslint";
import plugin from "../../src/eslint/plugin.ts";
import type { Site } from "../../src/model/site.ts";
import { analyzeOnce } from "../fixtures/analyze-once.ts";
import { discoverFixtures, type Fixture } from "../fixtures/discover.ts";
import { engineOptions } from "../fixtures/engine-options.ts";

/** Where nothing surrounds a file. */
export const FOLDER = "/nowhere/src";

/** Every rule of the plugin, advice included, and what ESLint says of its own comments. */
export function configOf(
  settings: Readonly<Record<string, unknown>>,
  more: Linter.Config = {},
  of: ESLint.Plugin = plugin,
): Linter.Config[] {
  const rules = Object.fromEntries(Object.keys(of.rules ?? {}).map((id) => [`step-up-union/${id}`, "error"]));
  return [
    {
      files: ["**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}"],
      plugins: { "step-up-union": of },
      rules: rules as Linter.RulesRecord,
      settings: { "step-up-union": settings },
      linterOptions: { reportUnusedDisableDirectives: "off" },
      ...more,
    },
  ];
}

/** A fixture, and the settings under which the plugin asks the engine what the fixture does. */
export interface Subject extends Fixture {
  readonly settings: Readonly<Record<string, string>>;
  /** Absolute; nothing is there. */
  readonly path: string;
}

/** The fixtures that need nothing of what surrounds a file, and are in no language that no parser of ESLint's reads. */
export function subjects(extension: RegExp): Subject[] {
  return discoverFixtures()
    .fixtures.filter(({ extension: own, options }) => extension.test(own) && !("module-kind" in options))
    .filter(({ options, input }) => options.helper !== "vendor" && !input.includes("@flow"))
    .map((fixture) => ({
      ...fixture,
      settings: { helper: "inline", ...fixture.options },
      path: `${FOLDER}/${fixture.name}${fixture.extension}`,
    }));
}

/** What the engine makes of a fixture. */
export const analysisOf = ({ options, extension, path }: Subject, text: string) =>
  analyzeOnce(text, path, engineOptions(options, extension));

/** The findings of the engine as ESLint is to report them: `rule line:column-line:column`, sorted. */
export function expectedOf(subject: Subject, text: string): string[] {
  const { sites, suppressions } = analysisOf(subject, text);
  const at = ({ line, column, endLine, endColumn }: Pick<Site, "line" | "column" | "endLine" | "endColumn">) =>
    `${line}:${column}-${endLine}:${endColumn}`;
  return [
    ...sites.flatMap((site) => [
      ...(site.suppressed || site.verdict === "already-union" ? [] : [`${site.rule} ${at(site)}`]),
      ...site.advice.filter(({ suppressed }) => !suppressed).map(({ rule }) => `${rule} ${at(site)}`),
    ]),
    ...suppressions.filter(({ state }) => state !== "used").map((each) => `suppression ${at(each)}`),
  ].sort();
}

/** What ESLint reported of the plugin's rules, in the same form. */
export function reportedOf(messages: readonly Linter.LintMessage[]): string[] {
  return messages
    .map(({ ruleId, line, column, endLine, endColumn }) => {
      const rule = ruleId?.replace("step-up-union/", "") ?? "fatal";
      return `${rule} ${line}:${column}-${endLine}:${endColumn}`;
    })
    .sort();
}
