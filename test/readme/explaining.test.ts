import { describe, expect, test } from "vitest";
import { EXPLAIN_OPTIONS } from "../../src/cli/command-options.ts";
import { EXPLAIN_FORMATS } from "../../src/report/format-names.ts";
import { command } from "../installed/command.ts";
import { AS_DEPENDENCY } from "../installed/dependency.ts";
import { tempProject } from "../temp-project.ts";
import { codeOf } from "./markdown.ts";
import { commandsOf, exampleFor, marked, PAGES, pageAt, tablesOf } from "./pages.ts";

const FILE = "src/transport.ts";
const client = () =>
  tempProject({
    ...AS_DEPENDENCY,
    "package.json": { name: "client", type: "module" },
    [FILE]: exampleFor(FILE).before,
  });

/** Every explanation that the pages tell to run, in their order, and what it prints or writes. */
const COMMANDS: [line: string, file: string | undefined, shows: RegExp][] = [
  ["explain <src>", undefined, /^src\/transport\.ts:17:18 rewrite/],
  ["explain src/transport.ts:17", undefined, /^src\/transport\.ts:17:18 rewrite/],
  ["explain --rule scope-precedence", undefined, /^scope-precedence/],
  ["explain --format markdown <src>", undefined, /^## Step-up/],
  ["explain --output-file report.html <src>", "report.html", /^<!doctype html>/],
  ["fix --report report.md <src>", "report.md", /rewrite \(applied\)/],
];

describe("the documentation of explanations", () => {
  test("lists every format, with its meaning", () => {
    const rows = tablesOf("docs/explain.md", "Formats").flatMap((table) => table.rows);
    expect(rows.map(([name = "", meaning]) => [codeOf(name), meaning])).toEqual(Object.entries(EXPLAIN_FORMATS));
  });

  test("tells the first one within a minute of reading", () => {
    for (const path of ["README.md", "docs/explain.md"]) {
      const [before = ""] = pageAt(path).text.split("npx step-up-union explain");
      const words = before.replace(/^```[\s\S]*?^```/gm, "").split(/\s+/);
      expect([path, words.length]).toEqual([path, expect.toSatisfy((count: number) => count < 240)]);
    }
  });

  test("names every option", () => {
    const [, section = ""] = pageAt("docs/options.md").prose.split("Options of `explain`");
    const named = [...(section.split("\n## ")[0] ?? "").matchAll(/`(--[\w-]+)/g)].map(([, name]) => name);
    expect(named.sort()).toEqual(EXPLAIN_OPTIONS.map(({ flags }) => /--[\w-]+/.exec(flags)?.[0]).sort());
  });

  test("shows no command that is not run here", () => {
    const shown = commandsOf(PAGES).flatMap(
      (command) => /^(?:npm ci && )?npx step-up-union (explain .*|fix --report .*)$/.exec(command)?.[1] ?? [],
    );
    expect([...new Set(shown)]).toEqual(COMMANDS.map(([line]) => line));
  });

  test.each(COMMANDS)("%s", async (line, file, shows) => {
    const project = client();
    const { code, stdout, stderr } = await command(project.root, line.replace("<src>", "src").split(" "));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(file === undefined ? stdout : project.read(file)).toMatch(shows);
  });

  test("shows parts of what is printed, in its order", async () => {
    const [block, ...others] = marked("explained");
    const [, place = ""] = block?.mark?.split(": ") ?? [];
    expect(others).toEqual([]);
    const { stdout } = await command(client().root, ["explain", place]);
    const parts = block?.text.split("…\n").filter((part) => part !== "") ?? [];
    expect(parts.length).toBeGreaterThan(1);
    const found = parts.map((part) => stdout.indexOf(part));
    expect(found[0]).toBe(0);
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(found).not.toContain(-1);
  });
});
