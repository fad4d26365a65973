import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { CACHE, ROOT } from "../packages/fetch.ts";

const run = promisify(execFile);

/** What goes into the tarball, or decides what does. */
const INGREDIENTS = [
  ".npmrc",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "tsconfig.build.json",
  "src",
  "build",
  "transforms",
  "schemas",
  "docs",
];

const MANIFEST = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

/** The optional peers, in the versions that a clone has. */
const PEERS = Object.keys(MANIFEST.peerDependencies).map((name) => `${name}@${MANIFEST.devDependencies[name]}`);

/** The file that holds what `npm pack` printed. */
const PRINTED = "printed.txt";

/** The package as a user has it. */
export interface Installed {
  /** An empty project in which it is installed along with its optional peers. */
  readonly project: string;
  /** One in which nothing else is installed. */
  readonly light: string;
  /** The tarball that was installed. */
  readonly tarball: string;
  /** What `npm pack` printed on standard output. */
  readonly printed: string;
  /** The command's file. */
  readonly bin: string;
}

let underway: Promise<Installed> | undefined;

/** Packs this package and installs the tarball into an empty project, once for each state of the sources. */
export function installed(): Promise<Installed> {
  underway ??= install();
  return underway;
}

async function install(): Promise<Installed> {
  const all = join(CACHE, "installed");
  const folder = join(all, fingerprint());
  if (!existsSync(folder)) {
    await mkdir(all, { recursive: true });
    const work = await mkdtemp(join(all, ".work-"));
    try {
      await pack(work);
      await rename(work, folder).catch((error) => {
        if (!existsSync(folder)) throw error;
      });
    } finally {
      await rm(work, { recursive: true, force: true });
    }
    await removeOlder(all, folder);
  }
  const [tarball = ""] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  const project = join(folder, "project");
  const printed = readFileSync(join(folder, PRINTED), "utf8");
  const bin = join(project, "node_modules/step-up-union/dist/cli/main.js");
  return { project, light: join(folder, "light"), tarball: join(folder, tarball), printed, bin };
}

async function pack(folder: string): Promise<void> {
  const npm = (args: string[], cwd: string) => run("npm", args, { cwd, shell: process.platform === "win32" });
  // Several workers may get here at once, so each builds into its own copy of the sources.
  const sources = join(folder, "sources");
  for (const part of [...INGREDIENTS, "README.md", "CHANGELOG.md", "LICENSE"]) {
    if (existsSync(join(ROOT, part))) await cp(join(ROOT, part), join(sources, part), { recursive: true });
  }
  await symlink(join(ROOT, "node_modules"), join(sources, "node_modules"), "dir");
  const { stdout } = await npm(["pack", "--pack-destination", folder], sources);
  await writeFile(join(folder, PRINTED), stdout);
  await rm(sources, { recursive: true });
  const [tarball = ""] = (await readdir(folder)).filter((name) => name.endsWith(".tgz"));
  for (const [name, packages] of [
    ["light", []],
    ["project", PEERS],
  ] as const) {
    const project = join(folder, name);
    await mkdir(project);
    await writeFile(join(project, "package.json"), '{ "name": "empty", "private": true }\n');
    const all = [join(folder, tarball), ...packages];
    await npm(["install", "--prefer-offline", "--no-audit", "--no-fund", ...all], project);
  }
}

/** The state of all that the package is made of. */
export function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of INGREDIENTS.flatMap(filesOf)) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest("hex").slice(0, 16);
}

function filesOf(part: string): string[] {
  if (!existsSync(join(ROOT, part))) return [];
  if (/\.\w+$/.test(part)) return [part];
  return readdirSync(join(ROOT, part), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.\w+$/.test(name))
    .sort()
    .map((name) => join(part, name));
}

/** So long an installation may be in use by tests that run at the same time, in milliseconds. */
const KEPT = 3_600_000;

/** Installations of earlier states that nobody uses any more. */
async function removeOlder(all: string, keep: string): Promise<void> {
  for (const name of await readdir(all)) {
    const folder = join(all, name);
    const { mtimeMs } = await stat(folder);
    if (folder !== keep && Date.now() - mtimeMs > KEPT) await rm(folder, { recursive: true, force: true });
  }
}
