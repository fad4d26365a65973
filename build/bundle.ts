import { chmod, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ChunkingContext, rolldown } from "rolldown";
import { eagerModules } from "./eager-modules.ts";

const ROOT = join(import.meta.dirname, "..");

/** What is started by a path of its own, beside the command and what package.json exports. */
const STARTED = [
  "dist/cli/analysis/worker.js",
  "dist/cli/analysis/project-worker.js",
  "dist/transform/engine.js",
  "dist/transform/text-test.js",
];

/** The modules of the command that every run loads, and those that need the engine. */
const START = ["src/cli/program.ts", "src/cli/failed.ts"];
const ENGINE = ["src/cli/analysis/analyze-file.ts", "src/cli/analysis/link-files.ts"];
const OTHERS = ["src/transform/engine.ts", "src/eslint/plugin.ts"];

/** Stands for what the start of the command has in common with what needs the engine. */
const SHARED: readonly string[] = [];

/**
 * What is loaded together, in few files: Node takes as long for one more as for 10 KB. A file holds its modules and all
 * that these need and no file above has, so that a check without candidates loads no engine, and the transform none of
 * the command.
 *
 * `main.ts` stands in none: it waits for the command that it loads, which would wait for it.
 */
const FILES: readonly (readonly [name: string, modules: readonly string[]])[] = [
  ["text-test", ["src/transform/text-test.ts"]],
  ["shared", SHARED],
  ["files", ["src/cli/check-files.ts"]],
  ["start", START],
  ["engine", ENGINE],
  ["others", OTHERS],
  ["explain", ["src/cli/explain.ts", "src/report/agent.ts", "src/report/markdown.ts"]],
  ["fix", ["src/cli/fix.ts"]],
];

const isOneOf = (modules: readonly string[], path: string): boolean =>
  modules.some((module) => join(ROOT, module) === path);

function isShared(path: string, context: ChunkingContext): boolean {
  const needs = (modules: readonly string[]): boolean => {
    const seen = new Set(modules.map((module) => join(ROOT, module)));
    for (const each of seen) for (const needed of context.getModuleInfo(each)?.importedIds ?? []) seen.add(needed);
    return seen.has(path);
  };
  return needs(START) && needs([...ENGINE, ...OTHERS]);
}

/**
 * Bundles what is distributed: few files start several times as fast as hundreds. Packages that it uses are part of it;
 * optional peers are not.
 *
 * @param folder for the bundle, absolute: its `dist`
 * @returns the names of the packages that are part of it
 */
export async function bundle(folder: string): Promise<string[]> {
  const { bin, exports, peerDependencies } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  const entries: unknown[] = Object.values(exports).map((entry) => (entry as { default?: string }).default);
  const exported = entries.filter((path) => typeof path === "string").map((path) => path.replace("./", ""));
  const built = [...Object.values<string>(bin), ...exported, ...STARTED];
  const names = built.map((path) => path.replace(/^dist\/(.*)\.js$/, "$1"));
  const bundled = await rolldown({
    cwd: ROOT,
    input: Object.fromEntries(names.map((name) => [name, `src/${name}.ts`])),
    external: Object.keys(peerDependencies).map((name) => new RegExp(`^${name}(?:/|$)`)),
    platform: "node",
    transform: { target: "node20.20" },
    plugins: [eagerModules],
  });
  const { output } = await bundled.write({
    dir: folder,
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "chunks/[name]-[hash].js",
    codeSplitting: {
      groups: FILES.map(([name, modules], index) => ({
        priority: FILES.length - index,
        debugName: name,
        name: (path, context) =>
          (modules === SHARED ? isShared(path, context) : isOneOf(modules, path)) ? name : null,
      })),
    },
    // Names of functions stay, for what is told of a crash. Node reads a text of ASCII as half as many bytes.
    minify: { compress: true, mangle: { keepNames: true }, codegen: { asciiOnly: true } },
    comments: { legal: true, annotation: false, jsdoc: false },
  });
  await bundled.close();
  for (const path of Object.values<string>(bin)) await chmod(join(folder, path.replace("dist/", "")), 0o755);
  const modules = output.flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
  const foreign = modules
    .filter((path) => !path.startsWith(join(ROOT, "src")))
    .map((path) => path.replaceAll("\\", "/"));
  const packages = foreign.map((path) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
  return [...new Set(packages.filter((name) => name !== undefined))].sort();
}
