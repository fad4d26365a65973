import { join } from "node:path";
import { build } from "esbuild";
import { BENCH } from "./cached-input.ts";

/**
 * Compiles programs of the folder `children` ahead, so that no loader takes part in what is measured.
 *
 * @param names of the modules, without extension
 * @returns the compiled programs' paths, in the same order
 */
export function compileChildren<Names extends string[]>(...names: Names): Promise<{ [Index in keyof Names]: string }>;
export async function compileChildren(...names: string[]): Promise<string[]> {
  const outdir = join(BENCH, "children");
  await build({
    entryPoints: names.map((name) => join(import.meta.dirname, "children", `${name}.ts`)),
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    logLevel: "error",
  });
  return names.map((name) => join(outdir, `${name}.mjs`));
}
