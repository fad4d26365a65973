import { readdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Removes the declarations that nothing exported leads to.
 *
 * @param folder of all declarations, absolute
 * @param exported those that package.json exports, absolute
 */
export async function keepReachable(folder: string, exported: readonly string[]): Promise<void> {
  const kept = new Set(exported);
  for (const file of kept) {
    const text = await readFile(file, "utf8");
    for (const [, target = ""] of text.matchAll(/(?:from |import\()"(\.[^"]+)\.[jt]s"/g)) {
      kept.add(join(dirname(file), `${target}.d.ts`));
    }
  }
  const all = await readdir(folder, { recursive: true });
  const others = all.filter((name) => name.endsWith(".d.ts") && !kept.has(join(folder, name)));
  await Promise.all(others.map((name) => rm(join(folder, name))));
}
