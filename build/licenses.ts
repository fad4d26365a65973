import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The licences of packages, which what holds them must hold, too.
 *
 * @param packages by their names
 */
export async function licensesOf(packages: readonly string[]): Promise<string> {
  const texts = await Promise.all(packages.map(licenseOf));
  return `${texts.join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

async function licenseOf(name: string): Promise<string> {
  const folder = join(import.meta.dirname, "..", "node_modules", name);
  const { version, license, author } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((each) => /^licen[cs]e(\.|$)/i.test(each));
  // Some packages name it only.
  const named = `${license}, ${typeof author === "string" ? author : author?.name}`;
  const text = file === undefined ? named : await readFile(join(folder, file), "utf8");
  return `${name} ${version}\n\n${text.trim()}`;
}
