import { describe, expect, test } from "vitest";
import { MERGE_FORMATS } from "../../src/report/format-names.ts";
import { git } from "../cli/files/git-command.ts";
import { command } from "../installed/command.ts";
import { tempProject } from "../temp-project.ts";
import { codeOf } from "./markdown.ts";
import { exampleFor, PAGES, pageAt, tablesOf } from "./pages.ts";

const PAGE = "docs/repositories.md";

/** Every merge that the pages tell to run, and the code with which it ends after the checks before it. */
const MERGES: Readonly<Record<string, number>> = {
  "merge client.json": 1,
  "merge --output-file csv=findings.csv --output-file html=findings.html client.json": 1,
  "merge --output-file check-json=whole.json part-1.json part-2.json": 1,
};

const linesOf = (text: string): string[] =>
  [...text.matchAll(/npx step-up-union ((?:check|merge) [^"\n|]*)/g)].map(([, line = ""]) => line.trim());

describe("the documentation of merge", () => {
  test("lists every format, with its meaning", () => {
    const rows = tablesOf(PAGE, "Many repositories, and large ones").flatMap((table) => table.rows);
    expect(rows.map(([name = "", meaning]) => [codeOf(name), meaning])).toEqual(Object.entries(MERGE_FORMATS));
  });

  test("shows no command that is not run here", () => {
    const shown = PAGES.flatMap(({ blocks }) => blocks).flatMap(({ text }) => linesOf(text));
    expect([...new Set(shown.filter((line) => line.startsWith("merge")))]).toEqual(Object.keys(MERGES));
  });

  test("shows commands that do what it says, one after the other", async () => {
    const project = tempProject({
      "package.json": { name: "client", type: "module" },
      "src/transport.ts": exampleFor("src/transport.ts").before,
    });
    git(project.root, "init", "--quiet");
    git(project.root, "add", ".");
    git(project.root, "commit", "--quiet", "--message", "Begin");
    for (const line of pageAt(PAGE).blocks.flatMap(({ text }) => linesOf(text))) {
      const { code, stderr, stdout } = await command(project.root, line.split(" "));
      expect({ line, stderr }).toEqual({ line, stderr: "" });
      if (!line.startsWith("merge")) continue;
      expect({ line, code }).toEqual({ line, code: MERGES[line] });
      expect(stdout).toMatch(/^1 repository: 1 with findings; 1 finding$/m);
    }
    expect(project.read("whole.json")).toBe(project.read("client.json"));
    expect(project.read("findings.csv")).toContain('"src/transport.ts",17,18,');
    expect(project.read("findings.html")).toMatch(/^<!doctype html>/);
  });
});
