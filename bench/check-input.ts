import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CANDIDATES, type CandidateKind, candidateText, type Planted } from "./candidate-text.ts";
import { type Dialect, moduleText } from "./module-text.ts";
import { type Random, seededRandom } from "./random.ts";

/** The modules that make a tree. */
export const GENERATORS = ["check-input.ts", "candidate-text.ts", "module-text.ts", "vocabulary.ts", "random.ts"];

/** The top folders of a tree: each holds a quarter of it. */
export const QUARTERS = ["apps", "libraries", "services", "tools"] as const;

/** So many files to check are in a quarter: in a tree 6,452, of them 6,184 in TypeScript. */
export const FILES_PER_QUARTER = 1613;

/** So many of them are candidates: one half per cent. */
const CANDIDATES_PER_QUARTER = CANDIDATES.length;

const FILES_PER_FOLDER = 10;
const FOLDERS_PER_PACKAGE = 20;

/** A file with one site that a rewrite mends. */
export const FILE_WITH_SITE = "apps/package-0/src/routes/candidate-0.ts";

/** What every quarter holds, whatever else is in it. */
export const PLANTED: Planted = {
  candidates: CANDIDATES_PER_QUARTER,
  rewrites: sum(({ rewrites }) => rewrites),
  unions: sum(({ unions }) => unions),
  matches: sum(({ matches }) => matches),
};

/** `check` looks at the installed SDK, too. Empty ones hide those of this project, so that the tree is all there is. */
const SDK_PACKAGES = ["@modelcontextprotocol/sdk", "@modelcontextprotocol/client"];

const AREAS = ["routes", "models", "views", "jobs", "store", "adapters", "schemas", "billing", "search", "reports"];
const PARTS = ["core", "internal", "shared", "legacy", "workers", "forms", "events", "queries", "lists", "tests"];

/** One file of a tree: its path, with slashes, from the tree's folder. */
interface TreeFile {
  readonly path: string;
  readonly text: string;
}

/** Writes a repository of 80 MB with sites. */
export async function writeTreeWithSites(folder: string): Promise<void> {
  await writeTree(folder, true);
}

/** Writes such a repository without candidates. */
export async function writeTreeWithoutCandidates(folder: string): Promise<void> {
  await writeTree(folder, false);
}

/**
 * The files of a quarter that are to be checked. The same call makes the same files.
 *
 * @param quarter a number from 0
 * @param count how many of them; the candidates are spread over them
 */
export function* quarterFiles(quarter: number, withSites: boolean, count = FILES_PER_QUARTER): Generator<TreeFile> {
  const distance = Math.floor(count / CANDIDATES_PER_QUARTER);
  for (let index = 0; index < count; index++) {
    const random = seededRandom(quarter * 1_000_003 + index);
    const place = index / distance;
    const candidate = withSites && Number.isInteger(place) ? CANDIDATES[place] : undefined;
    yield candidate ? candidateFile(random, quarter, index, candidate) : ordinaryFile(random, quarter, index);
  }
}

function ordinaryFile(random: Random, quarter: number, index: number): TreeFile {
  const extension = extensionFor(random);
  const name = `file-${index}`;
  return { path: pathOf(quarter, index, name + extension), text: moduleText(random, name, dialectOf(extension)) };
}

function candidateFile(random: Random, quarter: number, index: number, kind: CandidateKind): TreeFile {
  const name = `candidate-${index}`;
  const filler = moduleText(random, name, dialectOf(kind.extension));
  return { path: pathOf(quarter, index, name + kind.extension), text: candidateText(kind, random, filler) };
}

function extensionFor(random: Random): string {
  const place = random.fraction();
  if (place < 0.04) return ".js";
  if (place < 0.14) return ".tsx";
  if (place < 0.17) return ".mts";
  return ".ts";
}

function dialectOf(extension: string): Dialect {
  if (extension === ".tsx") return "tsx";
  return extension === ".js" ? "js" : "ts";
}

function pathOf(quarter: number, index: number, file: string): string {
  const folder = Math.floor(index / FILES_PER_FOLDER);
  const inPackage = folder % FOLDERS_PER_PACKAGE;
  const area = AREAS[inPackage % AREAS.length];
  const within = inPackage < AREAS.length ? `${area}` : `${area}/${PARTS[folder % PARTS.length]}`;
  return `${packageOf(quarter, Math.floor(folder / FOLDERS_PER_PACKAGE))}/src/${within}/${file}`;
}

function packageOf(quarter: number, number: number): string {
  return `${QUARTERS[quarter]}/package-${number}`;
}

/** What surrounds the files of a repository, and is not to be checked: one ignored build has a site. */
function* surroundings(): Generator<TreeFile> {
  yield { path: ".gitignore", text: "node_modules/\ndist/\n*.log\n!keep.log\n" };
  yield { path: ".git/HEAD", text: "ref: refs/heads/main\n" };
  yield { path: "package.json", text: manifest("repository", { workspaces: QUARTERS.map((name) => `${name}/*`) }) };
  for (const name of SDK_PACKAGES) {
    yield { path: `node_modules/${name}/package.json`, text: manifest(name, { exports: {} }) };
  }
  const packages = Math.ceil(FILES_PER_QUARTER / FILES_PER_FOLDER / FOLDERS_PER_PACKAGE);
  for (let quarter = 0; quarter < QUARTERS.length; quarter++) {
    for (let number = 0; number < packages; number++) {
      const folder = packageOf(quarter, number);
      yield { path: `${folder}/package.json`, text: manifest(folder.replace("/", "-"), { type: "module" }) };
      yield { path: `${folder}/.gitignore`, text: "/coverage/\n*.tmp.ts\n" };
      yield { path: `${folder}/README.md`, text: `# ${folder}\n\nAnswers insufficient_scope with 403.\n` };
      yield { path: `${folder}/dist/index.js`, text: CANDIDATES[1]?.text("Built") ?? "" };
      yield { path: `${folder}/src/generated.tmp.ts`, text: CANDIDATES[0]?.text("Generated") ?? "" };
    }
  }
}

function manifest(name: string, rest: object): string {
  return `${JSON.stringify({ name, version: "1.0.0", private: true, ...rest }, undefined, 2)}\n`;
}

async function writeTree(folder: string, withSites: boolean): Promise<void> {
  const part = `${folder}.part`;
  const made = new Set<string>();
  const write = async ({ path, text }: TreeFile) => {
    const file = join(part, path);
    if (!made.has(dirname(file))) await mkdir(dirname(file), { recursive: true });
    made.add(dirname(file));
    await writeFile(file, text);
  };
  for (const file of surroundings()) await write(file);
  for (const quarter of QUARTERS.keys()) for (const file of quarterFiles(quarter, withSites)) await write(file);
  await rename(part, folder);
}

function sum(count: (kind: CandidateKind) => number): number {
  return CANDIDATES.reduce((total, kind) => total + count(kind), 0);
}
