import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { EXPLAIN_FORMATS } from "../../src/report/format-names.ts";
import { command } from "../installed/command.ts";
import { ATTACK } from "../report/explain/hostile.ts";
import { COMMONJS, SHARED, TYPESCRIPT } from "../runner/sources.ts";
import { tempProject } from "../temp-project.ts";

const FILES = {
  "package.json": { name: "client", type: "module" },
  "src/transport.ts": TYPESCRIPT,
  "lib/transport.cjs": COMMONJS,
  "lib/clean.js": "export const clean = 1;\n",
};
const BROKEN = 'const broken = { ; // "insufficient_scope"\n';
/** Where the site of `src/transport.ts` is. */
const LINE = TYPESCRIPT.split("\n").findIndex((line) => line.includes("this._scope = scope;")) + 1;

/** Runs `explain` in a project, and tells the places that it explains. */
async function explain(files: Readonly<Record<string, string | object>>, ...args: string[]) {
  const project = tempProject(files);
  const output = await command(project.root, ["explain", ...args]);
  const places = [...output.stdout.matchAll(/^(\S+):\d+:\d+ (?:rewrite|review|already-union)/gm)].map(
    ([, file]) => file,
  );
  return { ...output, places, project };
}

describe("explain", () => {
  test.each([
    ["everything below the working folder", [], ["lib/transport.cjs", "src/transport.ts"]],
    ["a line", [`src/transport.ts:${LINE}`], ["src/transport.ts"]],
    ["a line and column, as reports write them", [`src/transport.ts:${LINE}:11`], ["src/transport.ts"]],
    ["a file", ["lib/transport.cjs"], ["lib/transport.cjs"]],
    ["a folder", ["lib"], ["lib/transport.cjs"]],
    ["a pattern", ["*/transport.{ts,cjs}"], ["lib/transport.cjs", "src/transport.ts"]],
    ["a file and a line of another", [`src/transport.ts:${LINE}`, "lib"], ["lib/transport.cjs", "src/transport.ts"]],
  ])("takes %s", async (_, paths, explained) => {
    const { code, stderr, places } = await explain(FILES, ...paths);
    expect({ code, stderr, places }).toEqual({ code: 0, stderr: "", places: explained });
  });

  test("names the lines with a site where the given one has none, explains the others, and ends with 2", async () => {
    const { code, stdout, stderr, places } = await explain(FILES, "src/transport.ts:3", "lib");
    expect({ code, places }).toEqual({ code: 2, places: ["lib/transport.cjs"] });
    expect(stderr).toContain("src/transport.ts:3");
    expect(stderr).toContain(`Lines with one: ${LINE}.`);
    expect(stdout).not.toContain("src/transport.ts:");
    expect((await explain(FILES, "lib/clean.js:1")).stderr).toContain("The file has none.");
  });

  test("finds a line's site among the other files, where the file by itself has none", async () => {
    const code = 'export const CODE = "insufficient_scope";\n';
    const client = TYPESCRIPT.replaceAll("'insufficient_scope'", "CODE");
    const { code: exit, places } = await explain(
      { ...FILES, "src/code.ts": code, "src/transport.ts": `import { CODE } from "./code.js";\n${client}` },
      `src/transport.ts:${LINE + 1}`,
    );
    expect({ exit, places }).toEqual({ exit: 0, places: ["src/transport.ts"] });
  });

  test("says so where there is no site, and ends with 0", async () => {
    const { code, stdout, stderr } = await explain(FILES, "lib/clean.js");
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^No step-up handler replaces the requested scope\.\n1 file read, /),
      stderr: "",
    });
  });

  test("does not say that there is none where it could not look", async () => {
    for (const paths of [["broken.ts"], ["nowhere.ts"], ["src/transport.ts:3"]]) {
      const { code, stdout, stderr } = await explain({ ...FILES, "broken.ts": BROKEN }, ...paths);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "Nothing could be explained.\n" });
      expect(stderr).toContain(paths[0]);
    }
  });

  test("says one thing of a line in a file that is not there, or does not parse", async () => {
    for (const file of ["nowhere.ts", "broken.ts"]) {
      const { code, stderr } = await explain({ ...FILES, "broken.ts": BROKEN }, `./${file}:3`);
      expect(code).toBe(2);
      expect(stderr.match(/^ {2}\S+\.ts/gm)).toHaveLength(1);
      expect(stderr).not.toContain("No site");
    }
  });

  test("gives the commands of an answer the options of its own run", async () => {
    const shared = { "src/shared.js": SHARED };
    const { stdout } = await explain(shared, "--helper=inline", "--shared-handlers=review", "src");
    const [, ...words] = /`step-up-union (fix [^`]*)`/.exec(stdout.replace(/\s+/g, " "))?.[1]?.split(" ") ?? [];
    expect(words).toEqual(["--helper=inline", "--shared-handlers=guard", "src/shared.js"]);
    const project = tempProject(shared);
    expect((await command(project.root, ["fix", ...words])).code).toBe(0);
    expect(project.read("src/shared.js")).toContain("function unionScopes(");
  });

  test("explains the rest where a candidate does not parse, names it, and ends with 2", async () => {
    const { code, stderr, places } = await explain({ ...FILES, "src/broken.ts": BROKEN }, "src");
    expect({ code, places }).toEqual({ code: 2, places: ["src/transport.ts"] });
    expect(stderr).toContain("src/broken.ts:1:18");
  });

  test("is told by the formats that a report is not about everything", async () => {
    for (const format of ["markdown", "html"]) {
      const broken = await explain({ ...FILES, "src/broken.ts": BROKEN }, "src", "--format", format);
      expect(broken.stdout).toMatch(/src\/broken\.ts:1:18/);
      expect((await explain(FILES, "src", "--format", format)).stdout).not.toContain("Could not decide");
    }
  });

  test.each([
    ["pretty", /^src\/transport\.ts:\d+:\d+ rewrite replaced-scope [0-9a-f]{16}\n/],
    ["markdown", /^## Step-up authorization[\s\S]*<\/details>\n\n#### Where the union[\s\S]*#### References\n/],
    ["html", /^<!doctype html>[\s\S]*<\/html>\n$/],
    ["json", /^\{\n {2}"schemaVersion": 3,[\s\S]*\}\n$/],
  ])("prints %s", async (format, looks) => {
    expect(Object.keys(EXPLAIN_FORMATS)).toContain(format);
    const { code, stdout, stderr } = await explain(FILES, "src", "--format", format);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(looks);
  });

  test("tells of what it was made, and knows each site by the fingerprint that check has, whatever is asked", async () => {
    const project = tempProject({ "src/a.ts": TYPESCRIPT.replace("this._scope = scope;", "$& this._scope = scope;") });
    const run = async (...args: string[]) => JSON.parse((await command(project.root, args)).stdout);
    const report = await run("check", "-f", "json", "src");
    const explained = await run("explain", "-f", "json", "src");
    expect({ ...explained, explanations: [] }).toMatchObject({ provenance: report.provenance, tool: report.tool });
    const printsOf = (sites: readonly { readonly fingerprint: string }[]) =>
      sites.map(({ fingerprint }) => fingerprint);
    expect(printsOf(explained.explanations)).toEqual(printsOf(report.sites));
    const { line } = report.sites.at(-1);
    const asked = await run("explain", "-f", "json", "--time", `src/a.ts:${line}`);
    expect(printsOf(report.sites)).toEqual(expect.arrayContaining(printsOf(asked.explanations)));
    expect(asked.provenance.time).toMatch(/^\d{4}-/);
  });

  test("writes files by their extension, and prints what is for people", async () => {
    const args = ["-o", "report.html", "-o", "report.md", "-o", "report.json"];
    const { code, places, project } = await explain(FILES, "src", ...args);
    expect({ code, places }).toEqual({ code: 0, places: ["src/transport.ts"] });
    expect(project.read("report.html")).toMatch(/^<!doctype html>/);
    expect(project.read("report.md")).toMatch(/^## Step-up/);
    expect(JSON.parse(project.read("report.json")).explanations).toHaveLength(1);
  });

  test("prints one format and writes another", async () => {
    const { places, project } = await explain(
      FILES,
      "src",
      "--format",
      "html",
      "--format",
      "pretty",
      "-o",
      "html=page",
    );
    expect(places).toEqual(["src/transport.ts"]);
    expect(project.read("page")).toMatch(/^<!doctype html>/);
  });

  test("tries every report, and tells in the others of each that cannot be written", async () => {
    const outputs = ["html=no/folder/report.html", "markdown=good.md", "json=lib", "html=good.html"];
    const args = ["src", "-f", "pretty", ...outputs.flatMap((output) => ["-o", output])];
    const { code, places, stderr, project } = await explain(FILES, ...args);
    expect({ code, places }).toEqual({ code: 2, places: ["src/transport.ts"] });
    expect(stderr).toBe(
      "Could not decide:\n  no/folder/report.html  The report cannot be written. Its folder does not exist; create it, or name another file.\n  lib  The report cannot be written. This is a folder; name a file in it.\n",
    );
    for (const report of ["good.md", "good.html"]) {
      expect(project.read(report)).toContain("src/transport.ts");
      expect(project.read(report).match(/The report cannot be written/g)).toHaveLength(2);
    }
  });

  test("refuses two formats on standard output", async () => {
    const both = await explain(FILES, "src", "--format", "html", "--format", "markdown");
    expect(both).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("--output-file markdown=<path>"),
    });
  });

  test("colours what people read, where it is asked to", async () => {
    expect((await explain(FILES, "src")).stdout).not.toContain("\u001b");
    expect((await explain(FILES, "src", "--color")).stdout).toContain("\u001b[");
    for (const format of ["markdown", "html", "json"]) {
      expect((await explain(FILES, "src", "--color", "--format", format)).stdout).not.toContain("\u001b");
    }
  });

  test("prints the page of a rule without looking at files", async () => {
    const { code, stdout, stderr } = await explain({ "package.json": {} }, "--rule", "unfit-sink");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^unfit-sink review\n[\s\S]*\nWhat to do\n[\s\S]*\nReferences\n/);
    expect((await explain(FILES, "--rule", "unfit-sink", "--color")).stdout).toContain("\u001b[");
  });

  test.each([
    [["--rule", "unfit-snk"], "--rule=unfit-snk: there is no such rule. Did you mean unfit-sink?"],
    [["--rule", "zzz"], "There are replaced-scope, "],
    [["--rule", "unfit-sink", "src"], "leave paths"],
    [["--rule", "unfit-sink", "--format", "json"], "leave paths"],
  ])("refuses %j", async (args, message) => {
    const { code, stdout, stderr } = await explain(FILES, ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  test("shows a hostile file name, and does not obey it", async () => {
    const name = `${ATTACK.replaceAll("/", "")}.ts`;
    for (const format of Object.keys(EXPLAIN_FORMATS)) {
      const project = tempProject({ "package.json": FILES["package.json"] });
      mkdirSync(dirname(project.path(name)), { recursive: true });
      writeFileSync(project.path(name), TYPESCRIPT);
      writeFileSync(project.path(`broken${name}`), BROKEN);
      const { code, stdout, stderr } = await command(project.root, ["explain", ".", "--format", format]);
      expect(code).toBe(2);
      expect(stdout).toContain("replaced-scope");
      // Control characters, and those that turn the direction of writing.
      expect((stdout + stderr).replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
      if (format === "html") expect(stdout).not.toMatch(/<img|<script>globalThis/);
    }
  });
});
