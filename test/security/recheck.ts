import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fetchPackage } from "../packages/fetch.ts";
import type { PublishedPackage } from "../packages/published.ts";
import type { Expression } from "./expressions.ts";

/** The native program of `recheck`, which tells how the time of a match grows with the text. */
const RECHECK: PublishedPackage = {
  name: "recheck-linux-x64",
  version: "4.5.0",
  integrity: "sha512-52kXsR/v+IbGIKYYFZfSZcgse/Ci9IA2HnuzrtvRRcfODkcUGe4n72ESQ8nOPwrdHFg9i4j9/YyPh1HWWgpJ6A==",
};

/** So long one expression is looked at, in milliseconds, and always from the same beginning of chance. */
const PARAMETERS = { timeout: 120_000, randomSeed: 1 };

interface Answer {
  readonly id: number;
  readonly result?: {
    readonly status: "safe" | "vulnerable" | "unknown";
    readonly complexity?: { readonly summary: string };
    readonly attack?: { readonly pattern: string };
    readonly error?: { readonly kind: string };
  };
}

/** Where `recheck` has a program that this file knows. */
export const hasRecheck = process.platform === "linux" && process.arch === "x64";

/**
 * The regular expressions of which a text exists that takes longer than in proportion to its length, or of which that is
 * not known.
 *
 * @returns a line for each, with such a text
 */
export async function superLinear(expressions: readonly Expression[]): Promise<string[]> {
  const program = join(await fetchPackage(RECHECK), "recheck");
  const child = spawn(program, ["agent"], { stdio: ["pipe", "pipe", "inherit"] });
  expressions.forEach(({ source, flags }, id) => {
    const params = { source, flags, params: PARAMETERS };
    child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0+push", id, method: "check", params })}\n`);
  });
  const found: string[] = [];
  let left = expressions.length;
  for await (const line of createInterface({ input: child.stdout })) {
    const { id, result } = JSON.parse(line) as Answer;
    if (!result) continue;
    const { source = "", flags, place } = expressions[id] ?? {};
    if (result.status !== "safe") {
      const why = result.attack?.pattern ?? result.error?.kind;
      found.push(`${place} /${source}/${flags} ${result.complexity?.summary ?? result.status}: ${why}`);
    }
    left -= 1;
    if (left === 0) break;
  }
  child.kill();
  if (left > 0) throw new Error(`recheck did not answer about ${left} expressions.`);
  return found.sort();
}
