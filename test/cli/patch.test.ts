import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { command } from "../installed/command.ts";
import { COMMONJS, SHARED, TYPESCRIPT } from "../runner/sources.ts";
import { type TempProject, tempProject } from "../temp-project.ts";
import { git } from "./files/git-command.ts";

const CR_LF = TYPESCRIPT.replaceAll("\n", "\r\n");
const SUPPRESSED = TYPESCRIPT.replace(
  "          this._scope",
  "          // step-up-union-ignore-next-line replaced-scope -- ours\n$&",
);

/** Every kind of text and name that a patch may get wrong. */
const FILES = {
  "package.json": { name: "client", type: "module" },
  "src/a.ts": TYPESCRIPT,
  "src/deep/b.ts": CR_LF,
  "src/mark.ts": `\ufeff${TYPESCRIPT}`,
  "src/open.ts": TYPESCRIPT.trimEnd(),
  "src/my folder/a b.ts": TYPESCRIPT,
  "src/größe/日本😀 100%.ts": TYPESCRIPT.replace("if (scope) {", "/* é日😀 */ if (scope) {"),
  "src/suppressed.ts": SUPPRESSED,
  "src/shared.js": SHARED,
  "legacy/package.json": { name: "legacy", type: "commonjs" },
  "legacy/lib/c.js": COMMONJS,
};

async function patchOf({ root }: TempProject, ...args: string[]) {
  const { code, stdout, stderr } = await command(root, ["check", "--format", "diff", ...args]);
  return { code, stderr, patch: stdout };
}

function apply({ root }: TempProject, patch: string, ...args: string[]): void {
  // What the user's own configuration says of white space is not what is tested.
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CEILING_DIRECTORIES: root };
  const { status, stderr } = spawnSync("git", ["apply", ...args, "-"], {
    cwd: root,
    input: patch,
    env,
    encoding: "utf8",
  });
  expect(status, stderr + patch).toBe(0);
}

describe("check --format diff", () => {
  test("makes a patch by which git does what fix does", async () => {
    const [patched, fixed] = [tempProject(FILES), tempProject(FILES)];
    const { code, stderr, patch } = await patchOf(patched);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    apply(patched, patch);
    await command(fixed.root, ["fix", "--allow-dirty"]);
    expect(patched.files()).toEqual(fixed.files());
    expect(Object.keys(patched.files()).filter((file) => file.includes("union-scopes"))).toHaveLength(2);
    expect(patched.read("src/suppressed.ts")).toBe(SUPPRESSED);
    expect(patched.read("src/shared.js")).toBe(SHARED);
    const again = await patchOf(patched);
    expect(again).toEqual({ code: 1, stderr: "", patch: "" });
  });

  test("leaves a helper alone that is there, and names a file that is in its place", async () => {
    const project = tempProject({ "package.json": { name: "client", type: "module" }, "src/a.ts": TYPESCRIPT });
    apply(project, (await patchOf(project)).patch);
    const helper = project.read("src/union-scopes.ts");
    const next = tempProject({ ...FILES, "src/union-scopes.ts": helper });
    expect((await patchOf(next, "src")).patch).not.toContain("+++ b/src/union-scopes.ts");
    const taken = tempProject({ ...FILES, "src/union-scopes.ts": "export {};\n" });
    const refused = await patchOf(taken, "src/a.ts", "legacy");
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("src/a.ts");
    expect(refused.patch).not.toContain("src/a.ts");
    apply(taken, refused.patch);
    expect(taken.read("legacy/lib/c.js")).toContain("unionScopes(");
  });

  test("leaves out what the baseline lists", async () => {
    const project = tempProject(FILES);
    await command(project.root, ["check", "--baseline", "known.json", "--update-baseline", "src"]);
    const { patch } = await patchOf(project, "--baseline", "known.json");
    expect([...patch.matchAll(/^\+\+\+ (.*)$/gm)].map(([, file]) => file)).toEqual([
      "b/legacy/lib/union-scopes.js",
      "b/legacy/lib/c.js",
    ]);
  });

  test("takes the text of standard input, and that of the index", async () => {
    const project = tempProject({ "package.json": { name: "client", type: "module" }, "src/a.ts": "export {};\n" });
    const args = ["check", "--format", "diff", "--stdin", "--stdin-filename", "src/a.ts"];
    const { stdout } = await command(project.root, args, { stdin: TYPESCRIPT });
    expect(stdout).toContain("--- a/src/a.ts\n");
    const staged = tempProject({ "package.json": { name: "client", type: "module" }, "src/a.ts": TYPESCRIPT });
    git(staged.root, "init", "--quiet");
    git(staged.root, "add", ".");
    const { code, patch } = await patchOf(staged, "--staged");
    expect(code).toBe(1);
    apply(staged, patch, "--cached");
    expect((await patchOf(staged, "--staged")).patch).toBe("");
    expect(staged.read("src/a.ts")).toBe(TYPESCRIPT);
  });
});
