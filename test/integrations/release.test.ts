import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { list } from "tar";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { ROOT } from "../packages/fetch.ts";
import { type TempProject, tempProject } from "../temp-project.ts";
import { lintWorkflow } from "./actionlint.ts";

const PATH = ".github/workflows/release.yml";
const TEXT = readFileSync(join(ROOT, PATH), "utf8");

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
}

const { jobs }: { readonly jobs: Readonly<Record<string, { readonly permissions: object; readonly steps: Step[] }>> } =
  parse(TEXT);

describe("the workflow of a release", () => {
  test("is what actionlint wants a workflow to be", async () => {
    expect(await lintWorkflow(TEXT, PATH)).toEqual([]);
    expect(await lintWorkflow(TEXT.replace("contents: write", "contents: writ"), PATH)).toHaveLength(1);
  });

  test("uses actions by their commits, and gives each job what it needs", () => {
    const used = [...TEXT.matchAll(/uses: (.*)/g)].map(([, name]) => name);
    expect(used.length).toBeGreaterThan(2);
    for (const name of used) expect(name).toMatch(/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    expect(TEXT).toContain("\npermissions: {}\n");
    expect(jobs.test?.permissions).toEqual({ contents: "read" });
    expect(jobs.publish?.permissions).toEqual({ contents: "write", "id-token": "write" });
  });

  test("packs, lists what is bundled, and publishes that tarball with its provenance", async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    const { root, read, path } = clone();
    publish(root, `v${version}`);
    const tarball = `step-up-union-${version}.tgz`;
    expect(read("asked").split("\n")).toEqual([
      "npm ci",
      "npm audit signatures",
      `npm publish --provenance --access public ./release/${tarball}`,
      `gh release create v${version} --repo acme/union --verify-tag --generate-notes ./release/sbom.cdx.json ./release/${tarball}`,
      "",
    ]);
    expect(JSON.parse(read("package.json")).repository).toEqual({
      type: "git",
      url: "git+https://github.com/acme/union.git",
    });
    const packed: string[] = [];
    await list({ file: path(`release/${tarball}`), onReadEntry: (entry) => packed.push(entry.path) });
    expect(packed).toContain("package/dist/cli/main.js");
    const bill = JSON.parse(read("release/sbom.cdx.json"));
    expect(bill.metadata.component).toMatchObject({ name: "step-up-union", version });
    const listed = bill.components.map(({ name, version }: Record<string, string>) => `${name} ${version}`);
    const licences = read("dist/LICENSES.txt").split(`\n\n${"-".repeat(80)}\n\n`);
    expect(listed.length).toBeGreaterThan(5);
    expect(listed.sort()).toEqual(licences.map((text) => text.split("\n")[0]).sort());
  });

  test("publishes nothing under a tag of another version", () => {
    const { root, path } = clone();
    expect(() => publish(root, "v99.0.0")).toThrow();
    expect(existsSync(path("asked"))).toBe(false);
  });
});

/** What a release is made of, in a folder of its own. */
function clone(): TempProject {
  const project = tempProject({});
  const parts = ["package.json", "package-lock.json", "tsconfig.json", "tsconfig.build.json", ".npmrc"];
  const folders = ["src", "build", "transforms", "schemas", "docs"];
  for (const part of [...parts, ...folders, "README.md", "CHANGELOG.md", "LICENSE"]) {
    cpSync(join(ROOT, part), project.path(part), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), project.path("node_modules"));
  return project;
}

/** Runs the scripts of the job that publishes, with programs in place of what would reach another machine. */
function publish(root: string, tag: string): void {
  const bin = join(root, ".bin");
  mkdirSync(bin);
  const write = (name: string, script: string) => {
    writeFileSync(join(bin, name), `#!/bin/bash\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  const note = `echo "$(basename "$0") $*" >> "${root}/asked"`;
  write("gh", note);
  write("npm", `case $1 in ci | audit | publish) ${note} ;; *) PATH=\${PATH#*:} exec npm "$@" ;; esac`);
  const { npm_execpath, NODE_OPTIONS, VITEST, ...rest } = process.env;
  const env = {
    ...rest,
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    GITHUB_REF_NAME: tag,
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_REPOSITORY: "acme/union",
  };
  for (const { run } of jobs.publish?.steps ?? []) {
    if (run !== undefined) execFileSync("bash", ["-eo", "pipefail", "-c", run], { cwd: root, env, stdio: "pipe" });
  }
}
