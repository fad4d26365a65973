import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FileResult, Finding, PackageResult } from "./result.ts";

const LIST = join(import.meta.dirname, "reviewed.json");

/** Everything that the engine may say about a file, `line:column verdict rule` with the reviewer's explanation. */
type ReviewedFile = Readonly<Record<string, string>>;
type ReviewedPackage = Readonly<Record<string, ReviewedFile>>;

/** What was read and explained, by package, file and finding. */
export type Reviewed = Readonly<Record<string, ReviewedPackage>>;

export async function readReviewed(): Promise<Reviewed> {
  return JSON.parse(await readFile(LIST, "utf8"));
}

export async function writeReviewed(reviewed: Reviewed): Promise<void> {
  await writeFile(LIST, `${JSON.stringify(reviewed, null, 2)}\n`);
}

/**
 * How a package differs from what was reviewed, one sentence each; failures, which no review excuses, come first.
 */
export function differences(result: PackageResult, reviewed: Reviewed): string[] {
  const known = reviewed[result.title] ?? {};
  const found = new Map(result.files.map((each) => [each.file, each]));
  const names = [...new Set([...found.keys(), ...Object.keys(known)])].sort();
  return [
    ...result.files.flatMap(({ file, failures }) => failures.map((failure) => `${file}: ${failure}`)),
    ...names.flatMap((file) => fileDifferences(file, found.get(file), known[file] ?? {})),
  ];
}

function fileDifferences(file: string, result: FileResult | undefined, known: ReviewedFile): string[] {
  if (!result) return [`${file} is reviewed, and not in the package.`];
  const found = new Set(result.findings.map(keyOf));
  const texts: string[] = [];
  for (const key of found) {
    const explanation = known[key];
    if (explanation === undefined) texts.push(`${placed(file, key)} is not reviewed.`);
    else if (explanation.trim() === "") texts.push(`${placed(file, key)} is not explained.`);
  }
  // A file that failed says nothing about what it holds.
  const gone = result.failures.length > 0 ? [] : Object.keys(known).filter((key) => !found.has(key));
  return [...texts, ...gone.map((key) => `${placed(file, key)} is reviewed, and no longer found.`)];
}

/**
 * The reviewed list with what was found instead of what it says about the same packages. Explanations are kept where
 * the finding stays; new ones are empty.
 */
export function updated(reviewed: Reviewed, results: readonly PackageResult[]): Reviewed {
  const packages = new Map(Object.entries(reviewed));
  for (const { title, files } of results) {
    const entries = files
      .filter(({ findings }) => findings.length > 0)
      .map(({ file, findings }) => [file, updatedFile(findings, reviewed[title]?.[file] ?? {})] as const);
    if (entries.length > 0) packages.set(title, Object.fromEntries(entries));
    else packages.delete(title);
  }
  return Object.fromEntries([...packages].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function updatedFile(findings: readonly Finding[], known: ReviewedFile): ReviewedFile {
  const keys = [...new Set(findings.map(keyOf))];
  return Object.fromEntries(keys.map((key) => [key, known[key] ?? ""]));
}

function keyOf({ at, mark }: Finding): string {
  return `${at} ${mark}`;
}

/** `file:line:column verdict rule`, so that editors make a link of it. */
function placed(file: string, key: string): string {
  return `${file}:${key}`;
}
