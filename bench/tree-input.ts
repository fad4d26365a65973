import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fetchPackage } from "../test/packages/fetch.ts";
import { REPLACING_CLIENTS } from "../test/packages/published.ts";

/** So many files are in a tree. */
export const TREE_FILES = 645;

/** Of these, so many may name the error code or a 403 without a site. */
export const TALKING_FILES = 6;

const FILES_PER_PACKAGE = 40;

/** What may make a tool look closer at a file. */
const TALK = /insufficient.?scope|\b403\b/i;

/** The only published source with a site. */
const TRANSPORT = "streamableHttp.ts";

/**
 * Writes a tree of published TypeScript without sites, most often copied: no file holds anything that could belong to
 * a step-up handler.
 */
export async function writeSilentTree(folder: string): Promise<void> {
  const { silent } = await publishedSources();
  await writeTree(folder, repeat(silent, TREE_FILES));
}

/** Writes such a tree in which a few files name the error code, in error tables for example. */
export async function writeTalkingTree(folder: string): Promise<void> {
  const { silent, talking } = await publishedSources();
  const files = repeat(silent, TREE_FILES - TALKING_FILES);
  const distance = Math.floor(files.length / TALKING_FILES);
  repeat(talking, TALKING_FILES).forEach((file, index) => {
    files.splice(index * (distance + 1), 0, file);
  });
  await writeTree(folder, files);
}

interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** The TypeScript in the source maps of a published package, without the transport. */
async function publishedSources(): Promise<{ silent: SourceFile[]; talking: SourceFile[] }> {
  const [published] = REPLACING_CLIENTS;
  const dist = join(await fetchPackage(published), "dist");
  const maps = (await readdir(dist)).filter((file) => file.endsWith(".mjs.map"));
  const files: SourceFile[] = [];
  for (const map of maps.sort()) {
    const { sources, sourcesContent } = JSON.parse(await readFile(join(dist, map), "utf8"));
    for (const [index, source] of sources.entries()) {
      if (/(?<!\.d)\.ts$/.test(source) && !source.includes("node_modules") && basename(source) !== TRANSPORT) {
        files.push({ name: basename(source), text: sourcesContent[index] });
      }
    }
  }
  return { silent: files.filter(({ text }) => !TALK.test(text)), talking: files.filter(({ text }) => TALK.test(text)) };
}

function repeat(files: readonly SourceFile[], count: number): SourceFile[] {
  return Array.from({ length: count }, (_, index) => files[index % files.length] as SourceFile);
}

async function writeTree(folder: string, files: readonly SourceFile[]): Promise<void> {
  const part = `${folder}.part`;
  for (const [index, { name, text }] of files.entries()) {
    const workspace = `package${Math.floor(index / FILES_PER_PACKAGE)}`;
    const path = join(part, workspace, "src", `${index}-${name}`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, renamed(text, workspace));
  }
  await rename(part, folder);
}

/** Names of its own for the exports of each copy. */
function renamed(text: string, suffix: string): string {
  return text.replace(/^(export (?:abstract )?(?:class|const|function|interface|type) \w+)/gm, `$1_${suffix}`);
}
