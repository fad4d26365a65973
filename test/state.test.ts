import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { DEFAULT_OPTIONS } from "../src/model/options.ts";
import { obligationFile, TEST_FILES } from "../state/files.ts";
import { stateAt } from "../state/state.ts";
import { discoverFixtures } from "./fixtures/discover.ts";

const { fixtures } = discoverFixtures();

/** What is said of the last line of a fixture that holds a text. */
function stateOf(name: string, text: string): string {
  const fixture = fixtures.find((each) => each.name === name);
  if (!fixture) throw new Error(`There is no fixture ${name}`);
  const lines = fixture.input.split("\n");
  const line = lines.findLastIndex((each) => each.includes(text)) + 1;
  return stateAt(fixture.input, `a${fixture.extension}`, line, DEFAULT_OPTIONS);
}

test("a rewrite is told with its evidence and all that was proved", () => {
  const state = stateOf("braced-guard-in-the-sdk-transport", "this._scope = scope;");
  expect(state).toMatch(/may answer +403 insufficient_scope/);
  expect(state).toMatch(/test +\d+:\d+ response\.status === 403 \(status\)/);
  expect(state.match(/^ {2}met /gm)).toHaveLength(9);
  expect(state).toMatch(/verdict +rewrite replaced-scope/);
  expect(state).toMatch(/tokens +statement: await this\._authProvider\.tokens\(\)/);
});

test.each([
  [
    "what is refuted",
    "tokens-are-invalidated-before-they-are-read",
    "this.scope = scope;",
    /(?:open|refuted) .*still-there\.ts/,
  ],
  [
    "a form",
    "one-of-the-scopes-is-picked",
    "this.scope = ",
    /form +one of several: .*forms\.ts[\s\S]*scope-precedence/,
  ],
  [
    "a union",
    "list-methods-that-keep-every-scope",
    "this.scope = ",
    /may get +challenged \+ previous[\s\S]*union-kept/,
  ],
  ["a 401", "only-the-unauthorized-branch-sets-the-scope", "scope = scope", /form +on a 401[\s\S]*verdict +no site/],
  ["what is no candidate", "guard-that-refuses-a-scope", "throw", /Line \d+: nothing here|no candidate/],
])("%s is told with the file to open", (_, name, text, expected) => {
  expect(stateOf(name, text)).toMatch(expected);
});

test("every file that may be named is there", () => {
  const states = fixtures.slice(0, 60).flatMap(({ input, extension, sites }) => {
    return sites.map(({ line }) => stateAt(input, `a${extension}`, line, DEFAULT_OPTIONS));
  });
  const named = states.flatMap((state) => state.match(/src\/[\w./-]+\.ts/g) ?? []);
  const all = new Set([...named, ...Object.values(TEST_FILES), obligationFile("provider")]);
  expect(all.size).toBeGreaterThan(15);
  expect([...all].filter((file) => !existsSync(file))).toEqual([]);
});

test.each([
  [["nowhere.ts:3"], "nowhere.ts: ENOENT"],
  [["package.json:1"], "package.json: "],
])("%j is refused", (args, message) => {
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", "state/main.ts", ...args], {
    encoding: "utf8",
  });
  expect(status).toBe(2);
  expect(stderr).toContain(message);
});
