import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { foldersUp, isWithin } from "../../place/folders.ts";
import { packageRoot, readManifest } from "../../place/manifest.ts";
import { asSettings } from "../../place/settings.ts";
import { shellWord } from "../../report/shell-word.ts";
import { slashed } from "../files/paths.ts";
import { workTreeRoot } from "../files/work-tree.ts";

interface Formatter {
  /** Its configuration files. */
  readonly configured: RegExp;
  /** The packages that bring it into a project; none for what is not installed by packages. */
  readonly packages: readonly string[];
  /** How it is called by a script, and from the shell. */
  readonly program: string;
  readonly args: string;
}

/** The first of those that a folder shows is taken: those for which nobody has another use stand before the others. */
const FORMATTERS: readonly Formatter[] = [
  { configured: /^\.?biome\.jsonc?$/, packages: ["@biomejs/biome"], program: "biome", args: "format --write" },
  { configured: /^\.?dprint\.jsonc?$/, packages: ["dprint"], program: "dprint", args: "fmt" },
  {
    configured: /^(?:\.prettierrc(?:\.\w+)?|prettier\.config\.\w+)$/,
    packages: ["prettier"],
    program: "prettier",
    args: "--write",
  },
  {
    // ESLint is mostly no formatter; it is where rules of style are installed with it.
    configured: /(?!)/,
    packages: ["@stylistic/eslint-plugin", "@antfu/eslint-config", "eslint-plugin-prettier", "neostandard"],
    program: "eslint",
    args: "--fix",
  },
  { configured: /^deno\.jsonc?$/, packages: [], program: "deno", args: "fmt" },
];

/** Scripts that people run to format. */
const FORMAT_SCRIPT = /^(?:format|fmt|prettier|style|pretty)\b/;

/** What runs an installed program, by the lock file that shows it. */
const RUNNERS: Readonly<Record<string, string>> = {
  "pnpm-lock.yaml": "pnpm exec",
  "yarn.lock": "yarn run",
  "bun.lock": "bunx",
  "bun.lockb": "bunx",
};

/**
 * The commands that format exactly some files by the formatters that their project uses, to be run in the working
 * folder by a POSIX shell. They are told to a person, never run.
 *
 * What a formatter is known by, the nearest to the file first, up to the root of its repository: a script of the
 * package that formats, a configuration file; where there is neither, an installed package.
 *
 * @param paths absolute; those in a node_modules folder are left out
 * @param workingFolder absolute
 * @returns none where nothing shows a formatter
 */
export function formatterCommands(paths: readonly string[], workingFolder: string): string[] {
  const groups = new Map<string, { readonly use: FormatterUse; readonly files: string[] }>();
  for (const path of paths) {
    if (path.split(sep).includes("node_modules")) continue;
    const use = formatterOf(path, workingFolder);
    if (!use) continue;
    const key = `${use.folder}\0${use.formatter.program}`;
    const group = groups.get(key) ?? { use, files: [] };
    groups.set(key, group);
    group.files.push(relative(use.folder, path));
  }
  return [...groups.values()].map(({ use, files }) => commandFor(use, files, workingFolder));
}

interface FormatterUse {
  readonly formatter: Formatter;
  /** Where it is configured or installed: its programs are found from there. */
  readonly folder: string;
}

function formatterOf(path: string, workingFolder: string): FormatterUse | undefined {
  const folders = foldersOf(path, workingFolder);
  for (const signs of [configuredIn, installedIn]) {
    for (const folder of folders) {
      const formatter = signs(folder);
      if (formatter) return { formatter, folder };
    }
  }
  return undefined;
}

/** A file's folder and those around it that belong to its project. */
function foldersOf(path: string, workingFolder: string): string[] {
  const nearest = dirname(path);
  const own = isWithin(workingFolder, path) ? workingFolder : packageRoot(path, workingFolder);
  const root = workTreeRoot(nearest) ?? own;
  return [...foldersUp(nearest)].filter((folder) => isWithin(root, folder));
}

function configuredIn(folder: string): Formatter | undefined {
  const content = readManifest(folder)?.content;
  const scripts = Object.entries(asSettings(content?.scripts) ?? {}).flatMap(([name, script]) =>
    FORMAT_SCRIPT.test(name) && typeof script === "string" ? script.split(/[^\w@/-]+/) : [],
  );
  const names = namesIn(folder);
  return (
    FORMATTERS.find(({ program }) => scripts.includes(program)) ??
    FORMATTERS.find(
      ({ configured, program }) => names.some((name) => configured.test(name)) || content?.[program] !== undefined,
    )
  );
}

function installedIn(folder: string): Formatter | undefined {
  const content = readManifest(folder)?.content;
  const installed = [content?.dependencies, content?.devDependencies].flatMap((list) =>
    Object.keys(asSettings(list) ?? {}),
  );
  return FORMATTERS.find(({ packages }) => packages.some((name) => installed.includes(name)));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function commandFor({ formatter, folder }: FormatterUse, files: readonly string[], workingFolder: string): string {
  const { packages, program, args } = formatter;
  // `./` before a name that begins with a hyphen is what `shellWord` writes; `--` is not understood by all.
  const words = files.map((file) => shellWord(slashed(file)));
  const runner = packages.length > 0 ? `${runnerIn(folder)} ` : "";
  const command = `${runner}${program} ${args} ${words.join(" ")}`;
  const way = slashed(relative(workingFolder, folder));
  return way === "" ? command : `(cd ${shellWord(way)} && ${command})`;
}

function runnerIn(folder: string): string {
  for (const at of foldersUp(folder)) {
    const found = Object.entries(RUNNERS).find(([name]) => existsSync(join(at, name)));
    if (found) return found[1];
    if (existsSync(join(at, "package-lock.json")) || existsSync(join(at, ".git"))) break;
  }
  return "npx";
}
