import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { publint } from "publint";
import { describe, expect, test } from "vitest";
import { ROOT } from "../packages/fetch.ts";
import { TYPESCRIPT, TYPESCRIPT_MIGRATED } from "../runner/sources.ts";
import { tempProject } from "../temp-project.ts";
import { installed } from "./install.ts";
import { printedBy } from "./program.ts";

const run = promisify(execFile);

describe("the tarball", () => {
  test("is what publint wants a package to be", async () => {
    const { tarball } = await installed();
    const data = readFileSync(tarball);
    const bytes = data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) as ArrayBuffer;
    const { messages } = await publint({ pack: { tarball: bytes }, strict: true });
    expect(messages).toEqual([]);
  });

  // pre-commit takes all that is printed for the name of the file.
  test("is all that npm pack tells of", async () => {
    const { tarball, printed } = await installed();
    expect(printed).toBe(`${basename(tarball)}\n`);
  });

  test("has types that consumers of ES modules resolve", async () => {
    const { tarball } = await installed();
    const attw = join(ROOT, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const { stdout } = await run(process.execPath, [attw, tarball, "--profile", "esm-only", "--format", "json"]);
    const { analysis } = JSON.parse(stdout) as {
      analysis: { entrypoints: Record<string, { resolutions: Record<string, { resolution?: { fileName: string } }> }> };
    };
    for (const [entry, types] of [
      [".", "index.d.ts"],
      ["./eslint", "eslint/plugin.d.ts"],
    ] as const) {
      const resolutions = analysis.entrypoints[entry]?.resolutions;
      for (const kind of ["node16-esm", "bundler"]) {
        expect(resolutions?.[kind]?.resolution?.fileName).toBe(`/node_modules/step-up-union/dist/${types}`);
      }
    }
  });

  test("has an API that a strict program compiles against, and that answers", async () => {
    const program = `import { analyze, checkFiles, isFinding, type Outcome, type Site } from "step-up-union";
const outcome: Outcome = await checkFiles(["src"], { options: { helper: "inline" } });
const sites: Site[] = outcome.files.flatMap(({ sites }) => [...sites]).filter((site) => isFinding(site, "review"));
console.log(JSON.stringify([sites.map(({ rule, line }) => [rule, line]), analyze("", "a.ts").edits.length]));
`;
    const stdout = await printedBy(program, { "src/transport.ts": TYPESCRIPT });
    expect(JSON.parse(stdout)).toEqual([[["replaced-scope", 19]], 0]);
  });

  test("runs its transform by jscodeshift from where it is installed", async () => {
    const { project } = await installed();
    const work = tempProject({ "package.json": { name: "client", type: "module" }, "src/transport.ts": TYPESCRIPT });
    const jscodeshift = join(project, "node_modules/jscodeshift/bin/jscodeshift.js");
    const transform = join(project, "node_modules/step-up-union/transforms/step-up-union.ts");
    const { stdout } = await run(process.execPath, [jscodeshift, "-t", transform, "src"], { cwd: work.root });
    expect(stdout).toContain("1 ok");
    expect(work.read("src/transport.ts")).toBe(TYPESCRIPT_MIGRATED);
  });

  test("runs its command by npx", async () => {
    const { project } = await installed();
    const { stdout } = await run("npx", ["--no", "--", "step-up-union", "--version"], { cwd: project });
    expect(stdout).toBe(`${JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).version}\n`);
  });
});
