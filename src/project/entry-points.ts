import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { ts } from "ts-morph";
import type { Loaded } from "./load.ts";

/** The files by which a package is entered from outside; `all` where they can't be told apart. */
export type EntryPoints = ReadonlySet<ts.SourceFile> | "all";

const FIELDS = ["main", "module", "browser", "types", "typings", "bin", "exports"];
const CODE = /\.(?:d\.)?[cm]?[jt]sx?$/;

/**
 * The entry points of the package that a folder belongs to: none for an application, which is private and names none.
 *
 * @param start absolute
 */
export function entryPoints(loaded: Loaded, start: string): EntryPoints {
  const found = manifestAbove(start);
  if (!found) return "all";
  const { manifest, folder } = found;
  const named = FIELDS.flatMap((field) => texts(manifest[field]));
  const entries = named.length === 0 && manifest.private !== true ? ["./index.js"] : named;
  const files = new Set<ts.SourceFile>();
  for (const entry of entries) {
    if (entry.includes("*")) return "all";
    if (!CODE.test(entry) && /\.\w+$/.test(entry)) continue;
    const sources = sourcesOf(loaded, resolve(folder, entry), folder);
    if (sources.length === 0) return "all";
    for (const source of sources) files.add(source);
  }
  return files;
}

/** The nearest manifest that describes a package, not the mere kind of a folder's modules. */
function manifestAbove(start: string): { manifest: Record<string, unknown>; folder: string } | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const manifest = readJson(join(folder, "package.json"));
    if (manifest?.name !== undefined || manifest?.private === true) return { manifest, folder };
    if (dirname(folder) === folder) return undefined;
  }
}

function readJson(path: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The texts in a field: `exports` nests them in conditions. */
function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : [];
}

/** The sources of a built file: it itself, or those with its path below the sources' folder, up to two folders less. */
function sourcesOf({ files, program, folder }: Loaded, entry: string, packageFolder: string): ts.SourceFile[] {
  const { rootDir, outDir, declarationDir } = program.getCompilerOptions();
  const roots = [
    ...(rootDir === undefined ? [] : [resolve(folder, rootDir)]),
    join(packageFolder, "src"),
    packageFolder,
  ];
  const outs = [outDir, declarationDir].flatMap((out) => (out === undefined ? [] : [resolve(folder, out)]));
  const below = outs.find((out) => entry.startsWith(`${out}/`));
  const path = below === undefined ? entry.slice(packageFolder.length + 1) : entry.slice(below.length + 1);
  const parts = path.split("/");
  for (const dropped of [0, 1, 2]) {
    const rest = stem(parts.slice(dropped).join("/"));
    const wanted = new Set(roots.flatMap((root) => [join(root, rest), join(root, rest, "index")]));
    const found = rest === "" ? [] : files.filter(({ fileName }) => wanted.has(stem(fileName)));
    if (found.length > 0) return found;
  }
  return [];
}

const stem = (path: string): string => path.replace(CODE, "");
