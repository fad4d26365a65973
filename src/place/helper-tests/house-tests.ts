import { readdirSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { isBuildFolder } from "../built-file.ts";
import { hasCheckedExtension, isDeclarationFile } from "../file-kinds.ts";
import { foldersUp, isWithin, namesBelow } from "../folders.ts";
import { isTypeScript } from "../module-kind.ts";
import { sourceRoot } from "../source-root.ts";

/** How a package keeps its tests: beside what they test, in folders `__tests__` there, or in a folder of their own. */
type Layout = "beside" | "within" | "apart";

/** A test that a package has. */
export interface HouseTest {
  /** Absolute. */
  readonly path: string;
  readonly layout: Layout;
  /** What its name has behind that of what it tests: `.test`, `.spec`, `-test`; nothing in a folder of tests. */
  readonly suffix: string;
  /** The folder of tests that it lies in, absolute; undefined for those beside what they test. */
  readonly root?: string;
}

/** Where a new test belongs, and how it is to be called. */
export interface TestPlace {
  /** Absolute. */
  readonly folder: string;
  readonly suffix: string;
  /** The tests of the package that are kept in the same way, the nearest first. */
  readonly like: readonly HouseTest[];
}

const TEST_FOLDER = /^(?:tests?|specs?|__tests__)$/;
const TEST_SUFFIX = /[._-](?:test|spec)$/;
/** Folders below those for tests that hold something else, or tests of another kind. */
const OTHER_FOLDER = /^(?:node_modules|\..*|e2e|fixtures?|helpers?|__\w*(?:fixtures|mocks|snapshots)__)$/;

/** So many folders show how a package keeps its tests. */
const MOST_FOLDERS = 500;

/**
 * Where the tests of a module belong: where the package keeps most of its others, as it names them.
 *
 * @param module absolute
 * @param packageRoot the folder of its package, absolute
 * @param first the folder for tests of a package that has none, from its root; undefined for beside
 */
export function testPlace(module: string, packageRoot: string, first: string | undefined): TestPlace {
  const tests = houseTests(packageRoot);
  const most = mostFrequent(tests.map(({ layout }) => layout));
  const like = nearestFirst(
    tests.filter(({ layout }) => layout === most),
    module,
  );
  const suffix = mostFrequent(like.map((each) => each.suffix)) ?? ".test";
  return { folder: folderFor(module, packageRoot, most, like, first), suffix, like };
}

function folderFor(
  module: string,
  packageRoot: string,
  layout: Layout | undefined,
  like: readonly HouseTest[],
  first: string | undefined,
): string {
  const own = dirname(module);
  if (layout === "apart") return folderApart(module, packageRoot, like);
  if (layout === "within") {
    const folders = new Set(like.map(({ root }) => root));
    for (const folder of foldersUp(own)) {
      const there = join(folder, "__tests__");
      if (folders.has(there)) return there;
      if (folder === packageRoot) break;
    }
    return join(own, "__tests__");
  }
  return layout === undefined && first !== undefined ? join(packageRoot, first) : own;
}

/** In a folder of tests that is laid out as the sources are, the one of the module's own; else where most tests are. */
function folderApart(module: string, packageRoot: string, like: readonly HouseTest[]): string {
  const root = mostFrequent(like.flatMap((each) => each.root ?? [])) ?? packageRoot;
  const folders = like.filter((each) => each.root === root).map(({ path }) => dirname(path));
  const sources = sourceRoot(module, packageRoot);
  const way = namesBelow(sources, dirname(module));
  const branches = [root, ...new Set(folders.flatMap((folder) => parentsWithin(root, folder)))];
  const mirror = branches.find((branch) =>
    folders.some((folder) => {
      const [top] = isWithin(branch, folder) ? namesBelow(branch, folder) : [];
      return top !== undefined && foldersIn(sources).includes(top);
    }),
  );
  if (mirror !== undefined) return join(mirror, ...way);
  return folders.find((folder) => basename(folder) === "unit") ?? mostFrequent(folders) ?? root;
}

/** The folders between a folder and one above it, both excluded. */
const parentsWithin = (root: string, folder: string): string[] =>
  [...foldersUp(folder)].slice(1).filter((each) => each !== root && isWithin(root, each));

/** All tests of a package; of those in folders of tests, only those with a name of tests, where there are such. */
function houseTests(packageRoot: string): HouseTest[] {
  const found: HouseTest[] = [];
  const folders = [packageRoot];
  // More folders come in on the way.
  for (const folder of folders) {
    const entries = entriesIn(folder);
    if (folder !== packageRoot && entries.some(({ name }) => name === "package.json")) continue;
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (!entry.isDirectory()) found.push(...testAt(path, packageRoot));
      else if (mayHoldTests(entry.name) && folders.length < MOST_FOLDERS) folders.push(path);
    }
  }
  const named = found.filter(({ suffix }) => suffix !== "");
  return named.length > 0 ? named : found;
}

const mayHoldTests = (folder: string): boolean => !OTHER_FOLDER.test(folder) && !isBuildFolder(folder);

function testAt(path: string, packageRoot: string): HouseTest[] {
  if (!hasCheckedExtension(path) || isDeclarationFile(path)) return [];
  const suffix = TEST_SUFFIX.exec(basename(path, extname(path)))?.[0] ?? "";
  const names = namesBelow(packageRoot, dirname(path));
  const at = names.findIndex((name) => TEST_FOLDER.test(name));
  if (at < 0) return suffix === "" ? [] : [{ path, layout: "beside", suffix }];
  const layout = names[at] === "__tests__" && at > 0 ? "within" : "apart";
  return [{ path, layout, suffix, root: join(packageRoot, ...names.slice(0, at + 1)) }];
}

/** The tests that are in a module's own language before others, and of these the nearest first. */
function nearestFirst(tests: readonly HouseTest[], module: string): HouseTest[] {
  const rank = ({ path }: HouseTest) => {
    const names = namesBelow(dirname(module), dirname(path));
    return names.length + (isTypeScript(path) === isTypeScript(module) ? 0 : 1000);
  };
  return [...tests].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
}

const foldersIn = (folder: string): string[] =>
  entriesIn(folder).flatMap((entry) => (entry.isDirectory() ? entry.name : []));

function entriesIn(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** The value that is there most often; of those that are as frequent, the first. */
function mostFrequent<Value>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce<[Value, number] | undefined>((a, b) => (a && a[1] >= b[1] ? a : b), undefined)?.[0];
}
