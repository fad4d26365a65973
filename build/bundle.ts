import { chmod, readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

const ROOT = join(import.meta.dirname, "..");

/** What is started by a path of its own, beside the command and what package.json exports. */
const STARTED = [
  "dist/cli/analysis/worker.js",
  "dist/cli/analysis/project-worker.js",
  "dist/transform/engine.js",
  "dist/transform/text-test.js",
];

/** CommonJS packages ask for Node's own modules by `require`, which modules do not have. */
const REQUIRE =
  'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);';

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
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: built.map((path) => path.replace(/^dist\/(.*)\.js$/, "src/$1.ts")),
    outbase: "src",
    outdir: folder,
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.20",
    external: Object.keys(peerDependencies),
    minifyWhitespace: true,
    minifySyntax: true,
    banner: { js: REQUIRE },
    metafile: true,
    logLevel: "warning",
  });
  for (const path of Object.values<string>(bin)) await chmod(join(folder, path.replace("dist/", "")), 0o755);
  const names = Object.keys(metafile.inputs).map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}
