import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { CACHE, ROOT } from "../test/packages/fetch.ts";

/** Where benchmarks keep what they generate. */
export const BENCH = join(CACHE, "bench");

/**
 * The path of generated input, made when it is not there yet. Another generator, or other packages to generate from,
 * make another path; what the former ones made is removed.
 *
 * @param generators the modules that generate, relative to this folder
 * @param generate writes to the path, all at once
 */
export async function cachedInput(
  name: string,
  generators: readonly string[],
  generate: (path: string) => Promise<void>,
): Promise<string> {
  const hash = createHash("sha256");
  for (const generator of [...generators, join(ROOT, "package-lock.json")]) {
    hash.update(await readFile(resolve(import.meta.dirname, generator)));
  }
  const file = `${hash.digest("hex").slice(0, 12)}-${name}`;
  const path = join(BENCH, file);
  if (!existsSync(path)) {
    await mkdir(BENCH, { recursive: true });
    const former = (await readdir(BENCH)).filter((entry) => entry.slice(file.indexOf("-") + 1).startsWith(name));
    for (const entry of former) await rm(join(BENCH, entry), { recursive: true });
    await generate(path);
  }
  return path;
}
