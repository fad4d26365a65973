import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import type { Site } from "../../src/model/site.ts";
import { type AnalyzedFile, analyzeProject, type ProjectRequest } from "../../src/project/analyze-project.ts";
import { projectIn } from "../temp-project.ts";

/** A configuration that most cases need: strict, for Node's ES modules. */
export const STRICT = {
  compilerOptions: { target: "es2022", module: "nodenext", strict: true, types: [], noEmit: true },
};

/** The SDK's call and provider as far as cases need them. */
export const AUTH = `
export interface OAuthTokens { access_token: string; scope?: string }
export interface OAuthClientProvider { tokens(): Promise<OAuthTokens | undefined> }
export interface AuthOptions { serverUrl: string; scope?: string | undefined }
export declare function auth(provider: OAuthClientProvider | { token(): Promise<string> }, options: AuthOptions): Promise<"AUTHORIZED" | "REDIRECT">;
export interface Challenge { error?: string; scope?: string }
export declare function parseChallenge(response: Response): Challenge;
`;

/** A project of a test file, analysed once for all its tests. */
export interface Analyzed {
  /** A file of the project by its path from the root; a file that was not looked at is an error. */
  file(name: string): AnalyzedFile;
  /** Whether a file was looked at. */
  holds(name: string): boolean;
  /** The sites of a file as `rule verdict doubt`, the doubt where there is one. */
  sites(name: string): string[];
  /** The absolute path of a file. */
  path(name: string): string;
}

/**
 * Writes a project to a new folder before a file's tests, and analyses it.
 *
 * @param files texts by path from the root; objects are written as JSON
 */
export function analyzed(
  files: Readonly<Record<string, string | object>>,
  optionsFor?: ProjectRequest["optionsFor"],
): Analyzed {
  let root = "";
  let found: ReadonlyMap<string, AnalyzedFile> = new Map();
  beforeAll(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), "step-up-union-")));
    projectIn(root, files);
    const { files: results, problems } = analyzeProject({ tsconfig: root, ...(optionsFor && { optionsFor }) });
    if (problems.length > 0) throw new Error(`${problems[0]?.path}: ${problems[0]?.error}`);
    found = new Map(results.map((each) => [each.path, each]));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const path = (name: string) => join(root, name);
  const file = (name: string) => {
    const result = found.get(path(name));
    if (!result) throw new Error(`${name} was not looked at`);
    return result;
  };
  const words = ({ rule, verdict, reasons }: Site) => [rule, verdict, reasons.doubt ?? []].flat().join(" ");
  return { file, path, holds: (name) => found.has(path(name)), sites: (name) => file(name).analysis.sites.map(words) };
}
