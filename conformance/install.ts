import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProcess } from "./process.ts";

/** The root of this project. */
export const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)));

const PINNED = join(PROJECT, "conformance", "packages");
const CACHE = join(PROJECT, "node_modules", ".cache", "step-up-union");
const INSTALL_TIMEOUT = 5 * 60_000;

/**
 * Installs a set of pinned packages, once per lockfile, and returns the folder that holds their `node_modules`.
 * No install script runs. Several processes may do this at once.
 */
export async function installPinned(set: "suite" | "node"): Promise<string> {
  const manifests = ["package.json", "package-lock.json"];
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}`);
  for (const name of manifests) hash.update(await readFile(join(PINNED, set, name)));
  const folder = join(CACHE, `${set}-${hash.digest("hex").slice(0, 12)}`);
  if (existsSync(folder)) return folder;

  console.error(`Installing the packages of conformance/packages/${set} (once) …`);
  await mkdir(CACHE, { recursive: true });
  const staging = await mkdtemp(`${folder}-`);
  try {
    for (const name of manifests) await copyFile(join(PINNED, set, name), join(staging, name));
    await npmCi(staging, set);
    // The folder appears complete or not at all.
    await rename(staging, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return folder;
}

async function npmCi(folder: string, set: string): Promise<void> {
  const flags = ["--ignore-scripts", "--include=optional", "--engine-strict=false", "--no-audit", "--no-fund"];
  const [command, ...args] = npmCommand();
  const { code, output } = await runProcess(command, [...args, "ci", ...flags], {
    cwd: folder,
    timeout: INSTALL_TIMEOUT,
  });
  if (code !== 0) {
    throw new Error(
      `npm could not install the packages of conformance/packages/${set} (exit code ${code}); ` +
        `it needs the npm registry the first time.\n${output}`,
    );
  }
}

/** `npm run` says where npm is; elsewhere it is looked up in the path. */
function npmCommand(): [string, ...string[]] {
  const script = process.env.npm_execpath;
  return script?.match(/npm-cli\.c?js$/) ? [process.execPath, script] : ["npm"];
}
