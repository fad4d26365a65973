import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "../../build/bundle.ts";
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

/** Bundles the command, unless that is done, and drops what other sources were compiled to. */
export async function build(): Promise<void> {
  const folder = join(ALL, fingerprint());
  if (existsSync(folder)) return;
  rmSync(ALL, { recursive: true, force: true });
  mkdirSync(ALL, { recursive: true });
  const work = mkdtempSync(join(CACHE, ".building-"));
  try {
    await bundle(join(work, "dist"));
    copyFileSync(join(ROOT, "package.json"), join(work, "package.json"));
    renameSync(work, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
