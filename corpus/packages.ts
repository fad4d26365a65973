import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { nearMiss } from "../src/model/near-miss.ts";
import type { PublishedPackage } from "../test/packages/published.ts";

const LIST = join(import.meta.dirname, "packages.json");

/** The packages of the corpus: exact versions with the hashes of their tarballs. */
export async function readPackages(): Promise<PublishedPackage[]> {
  const packages: PublishedPackage[] = JSON.parse(await readFile(LIST, "utf8"));
  for (const { name, version, integrity } of packages) {
    if (!name || !/^\d/.test(version) || !integrity.startsWith("sha512-")) {
      throw new Error(`${LIST}: ${name}@${version} needs an exact version and a sha512 integrity.`);
    }
  }
  return packages;
}

/** How a package is called in the reviewed list and in the output. */
export function titleOf({ name, version }: PublishedPackage): string {
  return `${name} ${version}`;
}

/**
 * The packages with given names, in all their versions.
 *
 * @param names all packages where there is none
 * @throws for a name that the corpus does not have
 */
export function choosePackages(all: readonly PublishedPackage[], names: readonly string[]): PublishedPackage[] {
  if (names.length === 0) return [...all];
  const known = new Set(all.map(({ name }) => name));
  for (const name of names) {
    if (known.has(name)) continue;
    const meant = nearMiss(name, known);
    throw new Error(`The corpus has no package ${name}.${meant ? ` Did you mean ${meant}?` : ""}`);
  }
  return all.filter(({ name }) => names.includes(name));
}
