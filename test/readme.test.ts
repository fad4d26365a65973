import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { HELPER_NAME, OPTIONS } from "../src/model/options.ts";
import { RULES } from "../src/rules/table.ts";
import { KNOWN_LIMITS } from "./known-limits/limits.ts";
import { anchorOf, codeOf } from "./readme/markdown.ts";
import { README, readText, root, tablesUnder } from "./readme/readme.ts";

const { headings, blocks, prose } = README;
const manifest = JSON.parse(readText("package.json"));
const commands = blocks.filter(({ language }) => language === "sh").flatMap(({ text }) => text.trim().split("\n"));

describe("README's tables", () => {
  test("list every rule, in its order, with its meaning, under its verdict", () => {
    const rows = (heading: string) =>
      tablesUnder(heading).flatMap((table) => table.rows.map(([id, meaning]) => [id, meaning]));
    const rules = (verdict: string) =>
      Object.entries(RULES).flatMap(([id, rule]) =>
        rule.verdict === verdict ? [[`[\`${id}\`](#${id})`, rule.meaning]] : [],
      );
    expect(rows("Rewritten")).toEqual(rules("rewrite"));
    expect(rows("Reported for review")).toEqual(rules("review"));
    expect(rows("Left alone")).toEqual(rules("already-union"));
    expect(rows("Advice")).toEqual(rules("advice"));
  });

  test("list every option, with its values, its default and its meaning", () => {
    const expected = Object.entries(OPTIONS).map(([name, option]) => [
      `\`--${name}=${"values" in option ? option.values.join("|") : `<${option.placeholder}>`}\``,
      "default" in option ? `\`${option.default}\`` : "",
      option.meaning,
    ]);
    expect(tablesUnder("Options").flatMap(({ rows }) => rows)).toEqual(expected);
  });

  test("list every helper mode", () => {
    const modes = tablesUnder("The helper").flatMap(({ rows }) => rows.map(([mode = ""]) => codeOf(mode)));
    expect(modes.sort()).toEqual(OPTIONS.helper.values.map((value) => `--helper=${value}`).sort());
  });

  test("name every folder of the sources", () => {
    const named = tablesUnder("The code").flatMap(({ rows }) => rows.map(([folder = ""]) => codeOf(folder)));
    const folders = readdirSync(root("src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(named).toEqual(expect.arrayContaining(folders.map(({ name }) => `src/${name}/`)));
  });

  test("say for every rule who finds, judges and words it", () => {
    const table = tablesUnder("The code").find(({ columns }) => columns[0] === "rule");
    expect(table?.rows.map(([rule = ""]) => codeOf(rule))).toEqual(Object.keys(RULES));
    for (const [rule = "", found = "", judged = "", worded] of table?.rows ?? []) {
      expect(found, rule).toMatch(/^`src\/find\//);
      expect(judged, rule).toMatch(/^`src\/judge\//);
      expect(worded).toBe(`\`src/rules/${codeOf(rule)}.ts\``);
    }
  });

  test("give a reason for every dependency", () => {
    const [runtime, development] = tablesUnder("Dependencies").map(({ rows }) =>
      rows.map(([name = "", why]) => (why ? codeOf(name) : undefined)),
    );
    expect(runtime).toEqual(Object.keys(manifest.dependencies));
    expect(development).toEqual(Object.keys(manifest.devDependencies));
  });

  test("list every known limit, with what the engine says", () => {
    const listed = tablesUnder("Known limits").flatMap(({ rows }) =>
      rows.map(([title, code = "", today = ""]) => [title, codeOf(code), today.replaceAll("`", "")]),
    );
    expect(listed).toEqual(KNOWN_LIMITS.map(({ title, code, today }) => [title, code, today]));
  });
});

describe("README's commands", () => {
  test("are of kinds that this file knows", () => {
    const known =
      /^(?:npm ci(?: && (?:npm test|npx jscodeshift .+))?|npm test|npm run \S+(?: -- .+)?|npx jscodeshift .+|npx step-up-union .+|npx vitest run \S+|grep -rniE '[^']+' <src>)$/;
    expect(commands.filter((command) => !known.test(command))).toEqual([]);
  });

  test("begin with the two that are all a fresh machine needs", () => {
    expect(commands.slice(0, 2)).toEqual([
      "npm ci && npx jscodeshift -t transforms/step-up-union.ts <src>",
      "npm ci && npm test",
    ]);
  });

  test("of npm are scripts, and every script is named", () => {
    const text = readText("README.md");
    const named = new Set([...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name));
    if (/npm test/.test(text)) named.add("test");
    expect([...named].sort()).toEqual(Object.keys(manifest.scripts).sort());
  });
});

describe("README's references", () => {
  test("to headings resolve", () => {
    const anchors = headings.map(anchorOf);
    const links = [...prose.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor]) => anchor);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((link = "") => !anchors.includes(link))).toEqual([]);
  });

  test("to files resolve", () => {
    const links = [...prose.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = ""]) => path);
    const named = [...prose.matchAll(/`((?:\.ci|[\w@-]+)\/[\w./-]*)`/g)].map(([, path = ""]) => path);
    const outside = /^(?:node_modules|auth|@)/;
    const paths = [...links, ...named].filter((path) => !outside.test(path));
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => !existsSync(root(path)))).toEqual([]);
  });

  test("to the helper use its name", () =>
    expect(prose).toContain(`\`${HELPER_NAME}(granted, previous, challenged)\``));
});
