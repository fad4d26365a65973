import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { rewriteFixture } from "./cli/fix/command.ts";
import { builtCommand } from "./installed/build.ts";
import { type TempProject, tempProject } from "./temp-project.ts";

const DIST = join(dirname(builtCommand()), "..");

/** The files of the bundle that a run of Node loads: their names without what tells their versions, and their size. */
function loadedBy(project: TempProject, args: readonly string[]): { readonly names: string[]; readonly bytes: number } {
  const folder = project.path("coverage");
  const env = { ...process.env, NODE_V8_COVERAGE: folder };
  spawnSync(process.execPath, args, { cwd: project.root, env });
  const urls = readdirSync(folder).flatMap((name): { readonly url: string }[] => {
    return JSON.parse(readFileSync(join(folder, name), "utf8")).result;
  });
  const paths = urls.flatMap(({ url }) => (url.startsWith("file:") ? fileURLToPath(url) : []));
  const own = [...new Set(paths)].filter((path) => path.startsWith(DIST));
  const names = own.map((path) =>
    relative(DIST, path)
      .split(sep)
      .join("/")
      .replace(/^chunks\/(.*)-[\w-]{8}\.js$/, "$1"),
  );
  return { names: names.sort(), bytes: own.reduce((sum, path) => sum + statSync(path).size, 0) };
}

const imports = (file: string) => [
  "--input-type=module",
  "--eval",
  `import ${JSON.stringify(pathToFileURL(join(DIST, file)))}`,
];

const SITE = rewriteFixture("braced-guard-in-the-sdk-transport");

describe("as little is loaded as is needed", () => {
  test("for files without candidates", () => {
    const project = tempProject({ "src/a.ts": "export const a = 1;\n" });
    const { names, bytes } = loadedBy(project, [builtCommand(), "check", "src"]);
    expect(names).toEqual(["cli/main.js", "files", "rolldown-runtime", "shared", "start", "text-test"]);
    expect(bytes).toBeLessThan(350_000);
  });

  test("for one with a site", () => {
    const { names } = loadedBy(tempProject({ "src/a.ts": SITE }), [builtCommand(), "check", "src"]);
    expect(names).toContain("engine");
    expect(names).not.toContain("explain");
    expect(names).not.toContain("fix");
  });

  test("for the transform, of which most files pass only the text test", () => {
    const { names, bytes } = loadedBy(tempProject({}), imports("transform/text-test.js"));
    expect(names).toEqual(["text-test", "transform/text-test.js"]);
    expect(bytes).toBeLessThan(30_000);
    expect(loadedBy(tempProject({}), imports("transform/engine.js")).names).not.toContain("start");
  });

  test("for the API and the plugin of ESLint", () => {
    for (const file of ["index.js", "eslint/plugin.js"]) {
      const { names } = loadedBy(tempProject({}), imports(file));
      expect(names).toContain("engine");
      expect(names).not.toContain("start");
    }
  });
});
