import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { list } from "tar";
import { describe, expect, test } from "vitest";
import { installed } from "./installed/install.ts";
import { PAGES, README, targetsOf } from "./readme/pages.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}package.json`, "utf8"));

/** The files of the tarball. */
async function packedFiles(): Promise<string[]> {
  const { tarball } = await installed();
  const files: string[] = [];
  await list({ file: tarball, onReadEntry: ({ path }) => files.push(path.replace("package/", "")) });
  return files;
}

describe("the package", () => {
  test("holds what a consumer needs, and nothing else", async () => {
    const files = await packedFiles();
    const built = [
      "dist/cli/main.js",
      "dist/cli/analysis/worker.js",
      "dist/cli/analysis/project-worker.js",
      "dist/index.js",
      "dist/index.d.ts",
      "dist/transform/engine.js",
      "dist/LICENSES.txt",
    ];
    const modules = ["transforms/step-up-union.ts", "schemas/check.schema.json", ...built];
    for (const file of [...modules, "README.md", "CHANGELOG.md", "LICENSE"]) expect(files).toContain(file);
    const needed =
      /^(?:dist\/|transforms\/|schemas\/|docs\/[\w-]+\.md$|(?:README|CHANGELOG)\.md$|LICENSE$|package\.json$)/;
    expect(files.filter((file) => !needed.test(file))).toEqual([]);
  });

  test("holds what its pages link to, but for what README says is in the repository only", async () => {
    const files = new Set(await packedFiles());
    expect(PAGES.map(({ path }) => path).filter((path) => !files.has(path))).toEqual([]);
    const sentence = /^In the repository only: .*$/m.exec(README.prose)?.[0] ?? "";
    const elsewhere = [...sentence.matchAll(/`([^`*]+)\*?`/g)].map(([, path = ""]) => path);
    const missing = PAGES.flatMap(targetsOf).filter(({ file }) => !files.has(file));
    expect(elsewhere.filter((path) => !missing.some(({ file }) => file.startsWith(path)))).toEqual([]);
    expect(missing.filter(({ file }) => !elsewhere.some((path) => file.startsWith(path)))).toEqual([]);
  });

  test("runs nothing when it is installed", () => {
    const names = ["preinstall", "install", "postinstall", "prepublish", "preprepare", "prepare", "postprepare"];
    expect(Object.keys(manifest.scripts).filter((name) => names.includes(name))).toEqual([]);
    expect(manifest).not.toHaveProperty("gypfile");
  });

  test("pins its dependencies, which are part of it", () => {
    expect(manifest).not.toHaveProperty("dependencies");
    const versions = Object.values(manifest.devDependencies);
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
  });
});
