import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}package.json`, "utf8"));

/** The files that would be published. */
function packedFiles(): string[] {
  const args = ["pack", "--dry-run", "--json", "--ignore-scripts"];
  const { stdout, stderr } = spawnSync("npm", args, {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  try {
    const packed = Object.values<{ files: { path: string }[] }>(JSON.parse(stdout));
    return packed.flatMap(({ files }) => files.map(({ path }) => path));
  } catch {
    throw new Error(`npm ${args.join(" ")} said:\n${stdout}${stderr}`);
  }
}

describe("the package", { timeout: 60_000 }, () => {
  test("holds what a consumer needs, and nothing else", () => {
    const files = packedFiles();
    const modules = ["transforms/step-up-union.ts", "src/analyze.ts", "schemas/check.schema.json"];
    for (const file of [...modules, "README.md", "CHANGELOG.md", "LICENSE"]) expect(files).toContain(file);
    const needed = /^(?:transforms\/|src\/|schemas\/|(?:README|CHANGELOG)\.md$|LICENSE$|package\.json$)/;
    expect(files.filter((file) => !needed.test(file))).toEqual([]);
  });

  test("runs nothing when it is installed", () => {
    const names = ["preinstall", "install", "postinstall", "prepublish", "preprepare", "prepare", "postprepare"];
    expect(Object.keys(manifest.scripts).filter((name) => names.includes(name))).toEqual([]);
    expect(manifest).not.toHaveProperty("gypfile");
  });

  test("pins its dependencies", () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
  });
});
