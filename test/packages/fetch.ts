import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { extract } from "tar";
import type { PublishedPackage } from "./published.ts";

/** The project's root folder. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Everything that tests and benchmarks make or fetch: outside git, and below the root's node_modules. */
export const CACHE = join(ROOT, "node_modules", ".cache", "step-up-union");

const PACKAGES = join(CACHE, "packages");
const PATIENCE = ["--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=60000"];

const run = promisify(execFile);
const underway = new Map<string, Promise<string>>();

/**
 * The folder of a published package, unpacked as it was published.
 *
 * Fetched by npm, from the registry that the user configured, when it is not in the cache yet. The folder is shared
 * by all tests and must not be written to. Rejects where the package can't be had: a test on real input that quietly
 * leaves it out would prove nothing.
 */
export function fetchPackage(wanted: PublishedPackage): Promise<string> {
  const folder = join(PACKAGES, `${wanted.name}-${wanted.version}`);
  const started = underway.get(folder) ?? fetchInto(folder, wanted);
  underway.set(folder, started);
  return started;
}

async function fetchInto(folder: string, wanted: PublishedPackage): Promise<string> {
  if (existsSync(folder)) return folder;
  await mkdir(join(folder, ".."), { recursive: true });
  const work = await mkdtemp(join(PACKAGES, ".fetching-"));
  try {
    const tarball = await download(wanted, work);
    await verify(tarball, wanted);
    const unpacked = join(work, "package");
    await mkdir(unpacked);
    await extract({ file: tarball, cwd: unpacked, strip: 1 });
    await publish(unpacked, folder);
    return folder;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function download({ name, version }: PublishedPackage, into: string): Promise<string> {
  const [command, ...leading] = npmCommand();
  const args = [...leading, "pack", `${name}@${version}`, "--pack-destination", into, "--prefer-offline", ...PATIENCE];
  try {
    await run(command, args, { cwd: ROOT, shell: process.platform === "win32" && command === "npm" });
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
    throw new Error(
      `Could not fetch ${name}@${version} with npm. The tests on published packages need a registry ` +
        `(npm config get registry) the first time; later runs use ${relative(ROOT, PACKAGES)}.\n${said}`,
    );
  }
  const tarball = (await readdir(into)).find((file) => file.endsWith(".tgz"));
  if (!tarball) throw new Error(`npm pack ${name}@${version} left no tarball.`);
  return join(into, tarball);
}

/** The npm that runs this, if npm does, so that the user's npm is used even where it is not on the path. */
function npmCommand(): [string, ...string[]] {
  const running = process.env.npm_execpath;
  return running && basename(running).startsWith("npm") ? [process.execPath, running] : ["npm"];
}

async function verify(tarball: string, { name, version, integrity }: PublishedPackage): Promise<void> {
  const actual = `sha512-${createHash("sha512")
    .update(await readFile(tarball))
    .digest("base64")}`;
  if (actual !== integrity) {
    throw new Error(`${name}@${version} is not what it was: expected ${integrity}, the registry sent ${actual}.`);
  }
}

/** Puts a complete folder in its place at once. Another worker may have been faster: its copy is as good. */
async function publish(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}
