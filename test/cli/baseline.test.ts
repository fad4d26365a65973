import { rmSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { command } from "../installed/command.ts";
import { SHARED, TYPESCRIPT, TYPESCRIPT_MIGRATED } from "../runner/sources.ts";
import { tempProject } from "../temp-project.ts";

const BASELINE = ["--baseline", "known.json"];

function started() {
  const project = tempProject({ "src/a.ts": TYPESCRIPT, "src/b.js": SHARED, "lib/c.ts": TYPESCRIPT });
  const check = async (...args: string[]) => {
    const { code, stdout, stderr } = await command(project.root, ["check", "-f", "json", ...BASELINE, ...args]);
    const { summary } = stdout === "" ? { summary: {} } : JSON.parse(stdout);
    const { findings, baselined, stale } = summary;
    return { code, stderr, findings, baselined, stale };
  };
  const write = (name: string, text: string) => writeFileSync(project.path(name), text);
  return { project, check, write };
}

describe("a baseline", () => {
  test("lives as the code does", async () => {
    const { project, check, write } = started();
    const clean = { code: 0, stderr: "", findings: 0, baselined: 3, stale: 0 };
    expect(await check()).toMatchObject({ code: 2, stderr: expect.stringContaining("known.json") });
    expect(await check("--update-baseline")).toEqual(clean);
    const first = project.read("known.json");
    expect(await check()).toEqual(clean);

    // Reformatted and moved: still known, and nothing to write anew.
    write("src/a.ts", `\n\n${TYPESCRIPT.replace("this._scope = scope;", "this._scope  =\n            scope;")}`);
    expect(await check("--update-baseline")).toEqual(clean);
    expect(project.read("known.json")).toBe(first);

    // Another site in a known file.
    const second = SHARED.slice(SHARED.indexOf("export class")).replace("Transport", "Second");
    write("src/b.js", SHARED + second);
    expect(await check()).toEqual({ code: 1, stderr: "", findings: 1, baselined: 3, stale: 0 });

    // A swap: one mended, another in its place.
    write("src/b.js", SHARED.replaceAll("Transport", "Other"));
    expect(await check()).toMatchObject({ code: 1, findings: 1, baselined: 2, stale: 1 });
    write("src/b.js", SHARED);

    // Mended, and deleted: stale until pruned.
    write("src/a.ts", TYPESCRIPT_MIGRATED);
    rmSync(project.path("lib/c.ts"));
    expect(await check()).toEqual({ code: 0, stderr: "", findings: 0, baselined: 1, stale: 2 });
    expect(await check("src/b.js")).toEqual({ code: 0, stderr: "", findings: 0, baselined: 1, stale: 0 });
    expect(await check("--prune-baseline", "src")).toEqual({
      code: 0,
      stderr: "",
      findings: 0,
      baselined: 1,
      stale: 0,
    });
    expect(JSON.parse(project.read("known.json")).sites).toHaveLength(2);
    expect(await check("--prune-baseline")).toEqual({ code: 0, stderr: "", findings: 0, baselined: 1, stale: 0 });
    expect(JSON.parse(project.read("known.json")).sites).toHaveLength(1);
  });

  test("keeps what a run could not look at, and says in words what is stale", async () => {
    const { project, check, write } = started();
    await check("--update-baseline");
    write("src/a.ts", 'const broken = { ; // "insufficient_scope"\n');
    const broken = await check("--update-baseline");
    expect(broken).toMatchObject({ code: 2, findings: 0, baselined: 2, stale: 0 });
    expect(project.read("known.json")).toContain("src/a.ts");
    write("src/a.ts", TYPESCRIPT_MIGRATED);
    const { code, stdout } = await command(project.root, ["check", ...BASELINE]);
    expect(code).toBe(0);
    expect(stdout).toContain("--prune-baseline takes them out:\n  src/a.ts  replaced-scope  Transport > send\n");
    expect(stdout).toContain("2 in the baseline, 1 entry of the baseline without a site");
  });

  test("that cannot be written is named, and its folder is not made", async () => {
    const { project } = started();
    const output = await command(project.root, ["check", "--baseline=missing/known.json", "--update-baseline"]);
    expect(output.code).toBe(2);
    expect(output.stderr).toBe(
      "Could not decide:\n  missing/known.json  The baseline cannot be written. Its folder does not exist; create it, or name another file.\n",
    );
    // The report comes all the same: without what would have been written.
    expect(output.stdout).toContain("3 findings in 3 files");
    expect(Object.keys(project.files())).toEqual(["lib/c.ts", "src/a.ts", "src/b.js"]);
  });
});
