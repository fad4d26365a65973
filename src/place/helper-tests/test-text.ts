import { HELPER_NAME } from "../../model/options.ts";
import type { FileStyle } from "../style-of-new-file.ts";
import type { Runner } from "./runner.ts";

/** How the tests of the helper are written. */
export interface TestForm {
  readonly runner: Runner;
  readonly typescript: boolean;
  readonly kind: "esm" | "commonjs";
  /** The module of the helper, as the tests import it. */
  readonly source: string;
  readonly style: FileStyle;
  /** What the package calls a single test, and several of them. */
  readonly word: "it" | "test";
  readonly group: "describe" | "suite";
  /** Whether an empty line stands between what is imported from packages and what from files. */
  readonly spaced: boolean;
}

type Call = readonly [scopes: readonly (string | undefined)[], union: string | undefined];

/** What the helper promises. The lines are so short that no formatter breaks them. */
const CASES: readonly (readonly [title: string, ...calls: readonly Call[]])[] = [
  ["keeps granted and previous scopes beside challenged ones", [["a", "b", "c"], "a b c"]],
  ["lists each scope once, in first-seen order", [["b a", "a c", "b"], "b a c"]],
  ["ignores missing parts", [[undefined, "a", "", "b"], "a b"]],
  ["splits scopes at any whitespace", [["  a  b ", "\tc\n"], "a b c"]],
  ["treats scopes as opaque", [["a:b", "a"], "a:b a"], [["A", "a"], "A a"]],
  ["returns undefined when there is no scope", [[], undefined], [["", " ", undefined], undefined]],
];

/** How tests are written for a runner. */
interface Dialect {
  /** What is imported, by module; what is not is global. */
  readonly imports: readonly (readonly [source: string, names: readonly string[] | string])[];
  /** What a single test is called, and what it is given. */
  readonly single: string;
  readonly given: string;
  /** What tests are put together by; undefined where nothing does. */
  readonly group?: string;
  /** The assertion that a call gives a value. */
  is(call: string, value: string): string;
  /** The assertion that it gives `undefined`. */
  isUndefined(call: string): string;
}

/** The text of a file with the helper's tests. */
export function testText(form: TestForm): string {
  const { kind, style, spaced, source } = form;
  const { eol, indent, quote, semicolons } = style;
  const dialect = dialectOf(form);
  const end = semicolons ? ";" : "";
  const quoted = (text: string) => quote + JSON.stringify(text).slice(1, -1) + quote;
  const imported = (names: readonly string[] | string, from: string) => {
    const list = typeof names === "string" ? names : `{ ${names.join(", ")} }`;
    return kind === "esm"
      ? `import ${list} from ${quoted(from)}${end}`
      : `const ${list} = require(${quoted(from)})${end}`;
  };
  const assertions = ([scopes, union]: Call) => {
    const parts = scopes.map((part) => (part === undefined ? "undefined" : quoted(part)));
    const call = `${HELPER_NAME}(${parts.join(", ")})`;
    return `${indent}${union === undefined ? dialect.isUndefined(call) : dialect.is(call, quoted(union))}${end}`;
  };
  const tests = CASES.flatMap(([title, ...calls], index) => [
    ...(index > 0 ? [""] : []),
    `${dialect.single}(${quoted(title)}, ${dialect.given} => {`,
    ...calls.map(assertions),
    `})${end}`,
  ]);
  const grouped = [
    `${dialect.group}(${quoted(HELPER_NAME)}, () => {`,
    ...tests.map((line) => (line === "" ? "" : indent + line)),
    `})${end}`,
  ];
  const packages = dialect.imports.map(([from, names]) => imported(names, from));
  return [
    ...(kind === "commonjs" ? [`${quoted("use strict")}${end}`, ""] : []),
    ...packages,
    ...(packages.length > 0 && spaced ? [""] : []),
    imported([HELPER_NAME], source),
    "",
    ...(dialect.group === undefined ? tests : grouped),
    "",
  ].join(eol);
}

function dialectOf({ runner: { name, installed }, typescript, word, group }: TestForm): Dialect {
  const expecting = {
    single: word,
    given: "()",
    group: "describe",
    is: (call: string, value: string) => `expect(${call}).toBe(${value})`,
    isUndefined: (call: string) => `expect(${call}).toBeUndefined()`,
  } as const;
  const asserting = {
    ...expecting,
    is: (call: string, value: string) => `strictEqual(${call}, ${value})`,
    isUndefined: (call: string) => `strictEqual(${call}, undefined)`,
  };
  const words = ["describe", word];
  switch (name) {
    case "vitest":
      return { ...expecting, imports: [["vitest", ["describe", "expect", word]]] };
    case "bun test":
      return { ...expecting, imports: [["bun:test", ["describe", "expect", word]]] };
    case "jest": {
      // Its functions are global; in TypeScript, only where their types are installed.
      const isTyped = typescript && !installed.has("@types/jest");
      const isImported = installed.has("@jest/globals") || isTyped;
      return { ...expecting, imports: isImported ? [["@jest/globals", ["describe", "expect", word]]] : [] };
    }
    case "node --test":
      return {
        ...asserting,
        imports: [
          ["node:assert", ["strictEqual"]],
          ["node:test", words],
        ],
      };
    case "mocha": {
      // Its interface for suites has no other words.
      const called = group === "suite" ? { single: "test", group } : { single: "it" };
      if (!installed.has("chai")) return { ...asserting, ...called, imports: [["node:assert", ["strictEqual"]]] };
      const is = (call: string, value: string) => `expect(${call}).to.equal(${value})`;
      const isUndefined = (call: string) => is(call, "undefined");
      return { ...expecting, ...called, is, isUndefined, imports: [["chai", ["expect"]]] };
    }
    case "ava": {
      const is = (call: string, value: string) => `t.is(${call}, ${value})`;
      const isUndefined = (call: string) => is(call, "undefined");
      return { single: "test", given: "(t)", is, isUndefined, imports: [["ava", "test"]] };
    }
  }
}
