import { describe, expect, test } from "vitest";
import { vendoredText } from "../../src/place/vendored-text.ts";
import { PLAIN } from "../place/plain-style.ts";
import { jscodeshift, runnerProject } from "./jscodeshift.ts";
import { SHARED, TYPESCRIPT, TYPESCRIPT_MIGRATED } from "./sources.ts";

const HELPER = vendoredText({ typescript: true, kind: "esm", style: PLAIN });
const MANIFEST = '{ "name": "client", "type": "module" }\n';
const BROKEN = "export const broken = { ;\n// insufficient_scope\n";
const RESULTS = { errors: 0, unmodified: 0, skipped: 0, ok: 0 };

describe("the runner", () => {
  test("migrates, reports each site, and changes nothing the second time", async () => {
    const project = runnerProject({
      "package.json": MANIFEST,
      "src/transport.ts": TYPESCRIPT,
      "src/other.ts": "export const a = 1;\n",
    });
    const first = await jscodeshift(project, ["src"]);
    const migrated = {
      "package.json": MANIFEST,
      "src/transport.ts": TYPESCRIPT_MIGRATED,
      "src/other.ts": "export const a = 1;\n",
      "src/union-scopes.ts": HELPER,
    };
    expect(project.files()).toEqual(migrated);
    expect(first.reports).toEqual([expect.stringMatching(/^src\/transport\.ts 19:11 rewrite replaced-scope \S/)]);
    expect(first.results).toEqual({ ...RESULTS, skipped: 1, ok: 1 });

    const second = await jscodeshift(project, ["src"]);
    expect(project.files()).toEqual(migrated);
    expect(second.reports).toEqual([expect.stringMatching(/^src\/transport\.ts 21:11 already-union union-kept \S/)]);
    expect(second.results).toEqual({ ...RESULTS, skipped: 3 });
  });

  test("writes nothing under --dry, but reports and counts", async () => {
    const files = { "package.json": MANIFEST, "src/transport.ts": TYPESCRIPT, "src/shared.js": SHARED };
    const project = runnerProject(files);
    const { reports, results, stats } = await jscodeshift(project, ["--dry", "src"]);
    expect(project.files()).toEqual(files);
    expect(reports).toEqual([
      expect.stringMatching(/^src\/shared\.js 7:7 review shared-401-403-handler \S/),
      expect.stringMatching(/^src\/transport\.ts 19:11 rewrite replaced-scope \S/),
    ]);
    expect(results).toEqual({ ...RESULTS, skipped: 1, ok: 1 });
    expect(stats).toMatchObject({ "rewrite replaced-scope": 1, "review shared-401-403-handler": 1 });
  });

  test("leaves what a person must decide", async () => {
    const files = { "package.json": MANIFEST, "src/shared.js": SHARED };
    const project = runnerProject(files);
    const { reports, results } = await jscodeshift(project, ["src"]);
    expect(project.files()).toEqual(files);
    expect(reports).toHaveLength(1);
    expect(results).toEqual({ ...RESULTS, skipped: 1 });
  });

  test("keeps CR LF and a byte order mark, and gives the helper the same line endings", async () => {
    const windows = (text: string) => text.replaceAll("\n", "\r\n");
    const project = runnerProject({ "package.json": MANIFEST, "src/transport.ts": `\ufeff${windows(TYPESCRIPT)}` });
    await jscodeshift(project, ["src"]);
    expect(project.files()).toEqual({
      "package.json": MANIFEST,
      "src/transport.ts": `\ufeff${windows(TYPESCRIPT_MIGRATED)}`,
      "src/union-scopes.ts": windows(HELPER),
    });
  });

  test("tells where a file does not parse, without a stack trace, and goes on", async () => {
    const project = runnerProject({
      "package.json": MANIFEST,
      "src/broken.ts": BROKEN,
      "src/transport.ts": TYPESCRIPT,
    });
    const { errors, lines, results } = await jscodeshift(project, ["src"]);
    expect(errors).toEqual([
      expect.stringMatching(/^src\/broken\.ts Transformation error \(1:25 does not parse: .+\)$/),
    ]);
    expect(lines.filter((line) => /^\s+at /.test(line))).toEqual([]);
    expect(results).toEqual({ ...RESULTS, errors: 1, ok: 1 });
    expect(project.read("src/transport.ts")).toBe(TYPESCRIPT_MIGRATED);
    expect(project.read("src/broken.ts")).toBe(BROKEN);
  });

  test("tells wrong options in full once in a worker, and changes nothing", async () => {
    const files = { "package.json": MANIFEST, "src/a.ts": TYPESCRIPT, "src/b.ts": TYPESCRIPT, "src/c.ts": "" };
    const project = runnerProject(files);
    const { errors, results } = await jscodeshift(project, ["--cpus=1", "--helper=inlin", "--on-403=union", "src"]);
    const told = errors.map((line) => line.replace(/^src\/[abc]\.ts /, "")).sort((a, b) => a.length - b.length);
    const short = "Transformation error (Nothing is changed: the options are wrong, as told above.)";
    expect(told).toEqual([
      short,
      short,
      expect.stringMatching(
        /^Transformation error \(Nothing is changed: the options are wrong\. --helper=inlin is not known; write --helper=auto\|import\|vendor\|inline\. Did you mean inline\? --on-403 is not known\. Did you mean --on-401\? Allowed are .+\)$/,
      ),
    ]);
    expect(results).toEqual({ ...RESULTS, errors: 3 });
    expect(project.files()).toEqual(files);
  });

  test("reads .mts and .cts only if --extensions names them", async () => {
    const files = { "package.json": MANIFEST, "src/a.mts": TYPESCRIPT, "src/b.cts": TYPESCRIPT };
    const project = runnerProject(files);
    const silent = await jscodeshift(project, ["src"]);
    expect(silent.lines).toContain("No files selected, nothing to do. ");
    expect(project.files()).toEqual(files);

    const { results } = await jscodeshift(project, ["--extensions=mts,cts", "src"]);
    expect(results).toEqual({ ...RESULTS, ok: 2 });
    expect(project.files()).toEqual({
      "package.json": MANIFEST,
      "src/a.mts": TYPESCRIPT_MIGRATED.replace("union-scopes.js", "union-scopes.mjs"),
      "src/b.cts": TYPESCRIPT_MIGRATED.replace("union-scopes.js", "union-scopes.cjs"),
      "src/union-scopes.mts": HELPER,
      "src/union-scopes.cts": HELPER,
    });
  });
});
