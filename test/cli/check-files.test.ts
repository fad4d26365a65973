import { describe, expect, test } from "vitest";
import { checkFiles } from "../../src/cli/check-files.ts";
import { TYPESCRIPT, TYPESCRIPT_MIGRATED } from "../runner/sources.ts";
import { tempProject } from "../temp-project.ts";

const FILES = {
  "package.json": { name: "client", type: "module" },
  "src/a.ts": TYPESCRIPT,
  "src/b.ts": TYPESCRIPT_MIGRATED,
  "src/c.ts": "export const c = 1;\n",
};

describe("checkFiles", () => {
  test("finds what is in a folder, with what a fix would do", async () => {
    const { root } = tempProject(FILES);
    const outcome = await checkFiles(["src"], { workingFolder: root });
    expect(outcome.files.map(({ file, sites }) => [file, ...sites.map(({ verdict }) => verdict)])).toEqual([
      ["src/a.ts", "rewrite"],
      ["src/b.ts", "already-union"],
    ]);
    expect(outcome.files[0]?.edits.length).toBeGreaterThan(1);
    expect(outcome.counts).toMatchObject({ selected: 3, read: 3, parsed: 2 });
    expect([...outcome.selected]).toEqual(["src/a.ts", "src/b.ts", "src/c.ts"]);
    expect(outcome.failures).toEqual([]);
  });

  test("says what it recognised, and in which files with the error code nothing", async () => {
    const { root } = tempProject({
      ...FILES,
      "src/d.ts": 'export const isStepUp = (code: string) => code === "insufficient_scope";\n',
      "src/broken.ts": 'if (error === "insufficient_scope" {\n',
    });
    const { counts, unrecognised } = await checkFiles(["src"], { workingFolder: root });
    expect(counts).toMatchObject({ handlers: 2, selected: 5, read: 5, parsed: 3 });
    expect(unrecognised).toEqual(["src/d.ts"]);
  });

  test("names the components that hold the error code, whose scripts are not read", async () => {
    const { root } = tempProject({
      ...FILES,
      "src/Login.vue": `<script setup lang="ts">\n${TYPESCRIPT}</script>\n`,
      "src/Other.svelte": "<p>Hello</p>\n",
    });
    const { remarks, counts, failures } = await checkFiles(["src"], { workingFolder: root });
    expect(remarks).toMatchObject([
      { file: "src/Login.vue", message: expect.stringMatching(/--stdin-filename Login\.vue\.ts/) },
    ]);
    expect({ selected: counts.selected, failures }).toEqual({ selected: 3, failures: [] });
  });

  test("takes paths without a source for clean where that is allowed, and missing ones never", async () => {
    const { root } = tempProject({ "docs/README.md": "# Nothing to check\n" });
    const request = { workingFolder: root, allowNoFiles: true };
    const { failures, remarks, counts } = await checkFiles(["docs", "*.ts"], request);
    expect({ failures, selected: counts.selected }).toEqual({ failures: [], selected: 0 });
    expect(remarks.map(({ file }) => file)).toEqual(["*.ts", "docs"]);
    expect((await checkFiles(["gone"], request)).failures).toMatchObject([{ kind: "unreadable", file: "gone" }]);
    expect((await checkFiles(["docs"], { workingFolder: root })).failures).toMatchObject([{ kind: "nothing-matched" }]);
  });

  test("checks a text instead of files", async () => {
    const { root } = tempProject({});
    const stdin = { file: "src/a.ts", source: TYPESCRIPT };
    const outcome = await checkFiles([], { workingFolder: root, stdin });
    expect(outcome.files.map(({ file }) => file)).toEqual(["src/a.ts"]);
  });

  test("takes the options of the engine", async () => {
    const { root } = tempProject(FILES);
    const inline = await checkFiles(["src/a.ts"], { workingFolder: root, options: { helper: "inline" } });
    const texts = inline.files.flatMap(({ edits }) => edits.map(({ text }) => text));
    expect(texts.join("")).toContain("function unionScopes(");
  });

  test.each([
    [{ options: { helper: "vender" } }, /vender is not known.*Did you mean vendor/],
    [{ options: { helper: "import" } }, /--helper=import needs/],
    [{ ignorePattern: ["src"] } as object, /A request has no ignorePattern\. Did you mean ignorePatterns\?/],
    [{ "on-401": "union" } as object, /A request has no on-401\. There are options, config, /],
    [{ concurrency: 0 }, /concurrency is 0/],
    [{ concurrency: 1.5 }, /concurrency is 1.5/],
  ])("says what is wrong with %j, and reads nothing", async (request, message) => {
    const { root } = tempProject(FILES);
    const { failures, counts, files } = await checkFiles(["src"], { workingFolder: root, ...request });
    expect(failures).toMatchObject([{ kind: "usage", message: expect.stringMatching(message) }]);
    expect({ read: counts.read, files }).toEqual({ read: 0, files: [] });
  });

  test.each([["src"], [[1]], [null]])("says that %j is no list of paths", async (paths) => {
    const { failures } = await checkFiles(paths as unknown as string[], { workingFolder: tempProject(FILES).root });
    expect(failures).toMatchObject([{ kind: "usage", message: expect.stringContaining("give a list of texts") }]);
  });
});
