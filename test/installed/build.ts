import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CACHE, ROOT } from "../packages/fetch.ts";
import { IS_THOROUGH } from "../thoroughness.ts";
import { fingerprint, installed } from "./install.ts";

const ALL = join(CACHE, "built");

/** The command's file, compiled from the sources as they are; `build` has made it before the first test. */
export function builtCommand(): string {
  return join(ALL, fingerprint(), "dist", "cli", "main.js");
}

/** The file of the command that tests start: the installed one where everything is tested, else the built one. */
export async function commandFile(): Promise<string> {
  return IS_THOROUGH ? (await installed()).bin : builtCommand();
}

/** Compiles the command, unless that is done, and drops what other sources were compiled to. */
export function build(): void {
  const folder = join(ALL, fingerprint());
  if (existsSync(folder)) return;
  rmSync(ALL, { recursive: true, force: true });
  mkdirSync(ALL, { recursive: true });
  const work = mkdtempSync(join(CACHE, ".building-"));
  try {
    const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
    const args = [compiler, "-p", "tsconfig.build.json", "--outDir", join(work, "dist")];
    execFileSync(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"] });
    copyFileSync(join(ROOT, "package.json"), join(work, "package.json"));
    renameSync(work, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
