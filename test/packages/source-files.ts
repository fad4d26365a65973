import { existsSync, readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, extname, join, relative, sep } from "node:path";
import { type Analysis, analyze } from "../../src/analyze.ts";
import type { EngineOptions, ModuleKind } from "../../src/model/options.ts";
import type { Site } from "../../src/model/site.ts";

const EXTENSIONS = new Set([".js", ".mjs", ".cjs", ".ts", ".mts", ".cts"]);

/** A source file of a package with what the engine makes of it. */
export interface AnalyzedFile {
  /** Relative to the package, with forward slashes. */
  readonly file: string;
  readonly source: string;
  readonly analysis: Analysis;
}

/** Analyzes every source file of a package, declarations included. */
export async function analyzePackage(folder: string): Promise<AnalyzedFile[]> {
  const files = await sourceFiles(folder);
  return Promise.all(files.map((file) => analyzeFile(folder, file)));
}

/** Analyzes one file of a package as the transform would with `--helper=inline`. */
export async function analyzeFile(folder: string, file: string): Promise<AnalyzedFile> {
  const path = join(folder, file);
  const source = await readFile(path, "utf8");
  return { file, source, analysis: analyze(source, path, inlineOptions(path)) };
}

/** Options that bring the helper in as a function of the same file. */
export function inlineOptions(path: string): Partial<EngineOptions> {
  return { helper: { reuse: true, add: { kind: "inline" }, moduleKind: moduleKind(path) } };
}

/** The sites that a user would be told about. */
export function findings(analysis: Analysis): readonly Site[] {
  return analysis.sites.filter((site) => site.verdict !== "already-union");
}

async function sourceFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && EXTENSIONS.has(extname(entry.name)))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

function moduleKind(path: string): ModuleKind {
  if (/\.m[jt]s$/.test(path)) return "esm";
  if (/\.c[jt]s$/.test(path)) return "commonjs";
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest)) {
      return JSON.parse(readFileSync(manifest, "utf8")).type === "module" ? "esm" : "commonjs";
    }
  }
  return "commonjs";
}
