import { describe, expect, test } from "vitest";
import { MERGE_FORMATS } from "../../src/report/format-names.ts";
import { git } from "../cli/files/git-command.ts";
import { command } from "../installed/command.ts";
import { SHARED } from "../runner/sources.ts";
import { type TempProject, tempProject } from "../temp-project.ts";
import { codeOf } from "./markdown.ts";
import { exampleFor, PAGES, pageAt, tablesOf } from "./pages.ts";

const PAGE = "docs/repositories.md";
const CLIENT = exampleFor("src/transport.ts").before;

/** Every merge that the pages tell to run, and the code with which it ends after the checks before it. */
const MERGES: Readonly<Record<string, number>> = {
  "merge client.json server.json": 1,
  "merge --output-file csv=findings.csv --output-file html=findings.html client.json server.json": 1,
  "merge --output-file check-json=whole.json part-1.json part-2.json": 1,
};

const linesOf = (text: string): string[] =>
  [...text.matchAll(/npx step-up-union ((?:check|merge) [^"\n|]*)/g)].map(([, line = ""]) => line.trim());

function commit(folder: string): void {
  git(folder, "init", "--quiet");
  git(folder, "add", ".");
  git(folder, "commit", "--quiet", "--message", "Begin");
}

/** Runs what the page shows below a heading, one after the other. */
async function runAll({ root }: TempProject, heading: string, overview: RegExp): Promise<void> {
  const lines = pageAt(PAGE)
    .blocks.filter(({ headings }) => headings.at(-1) === heading)
    .flatMap(({ text }) => linesOf(text));
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) {
    const { code, stderr, stdout } = await command(root, line.split(" "));
    expect({ line, stderr }).toEqual({ line, stderr: "" });
    if (!line.startsWith("merge")) continue;
    expect({ line, code }).toEqual({ line, code: MERGES[line] });
    expect(stdout).toMatch(overview);
  }
}

describe("the documentation of merge", () => {
  test("lists every format, with its meaning", () => {
    const rows = tablesOf(PAGE, "Many repositories, and large ones").flatMap((table) => table.rows);
    expect(rows.map(([name = "", meaning]) => [codeOf(name), meaning])).toEqual(Object.entries(MERGE_FORMATS));
  });

  test("shows no command that is not run here", () => {
    const shown = PAGES.flatMap(({ blocks }) => blocks).flatMap(({ text }) => linesOf(text));
    expect([...new Set(shown.filter((line) => line.startsWith("merge")))]).toEqual(Object.keys(MERGES));
  });

  test("joins the reports of two checkouts, in the folder that holds them", async () => {
    const project = tempProject({ "client/src/transport.ts": CLIENT, "server/src/shared.js": SHARED });
    for (const name of ["client", "server"]) commit(project.path(name));
    await runAll(project, "Many repositories, and large ones", /^2 repositories: 2 with findings; 2 findings$/m);
    expect(project.read("findings.csv")).toContain('"src/transport.ts",17,18,');
    expect(project.read("findings.csv")).toContain('"src/shared.js",');
    expect(project.read("findings.html")).toMatch(/^<!doctype html>/);
  });

  test("joins the parts of a run to the report of the whole", async () => {
    const project = tempProject({ "src/transport.ts": CLIENT });
    commit(project.root);
    await runAll(project, "A monorepo in several jobs", /^1 repository: 1 with findings; 1 finding$/m);
    await command(project.root, ["check", "--output-file", "json=once.json", "src"]);
    expect(project.read("whole.json")).toBe(project.read("once.json"));
  });
});
