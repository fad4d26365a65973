import { readdirSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import { foldersUp, isWithin } from "../../place/folders.ts";
import { packageRoot, readManifest } from "../../place/manifest.ts";
import { type PackageManager, packageManagerOf } from "../../place/package-manager.ts";
import { asSettings } from "../../place/settings.ts";
import { slashed } from "../../place/shown-path.ts";
import { shellWord } from "../../report/shell-word.ts";
import { workTreeRoot } from "../files/work-tree.ts";

interface Tool {
  /** Its configuration files. */
  readonly configured: RegExp;
  /** The packages that bring it into a project; none for what is not installed by packages. */
  readonly packages: readonly string[];
  /** How it is called by a script, and from the shell. */
  readonly program: string;
  readonly args: string;
}

/** A configuration says nothing of how a linter is used. */
const NEVER = /(?!)/;

/** ESLint is mostly no formatter; it is where rules of style are installed with it. */
const ESLINT: Tool = {
  configured: NEVER,
  packages: ["@stylistic/eslint-plugin", "@antfu/eslint-config", "eslint-plugin-prettier", "neostandard"],
  program: "eslint",
  args: "--fix",
};

/** Of what is shown by a configuration or an installed package, the first: those for which nobody has another use. */
const FORMATTERS: readonly Tool[] = [
  { configured: /^\.?biome\.jsonc?$/, packages: ["@biomejs/biome"], program: "biome", args: "format --write" },
  { configured: /^\.?dprint\.jsonc?$/, packages: ["dprint"], program: "dprint", args: "fmt" },
  {
    configured: /^(?:\.prettierrc(?:\.\w+)?|prettier\.config\.\w+)$/,
    packages: ["prettier"],
    program: "prettier",
    args: "--write",
  },
  ESLINT,
  { configured: /^deno\.jsonc?$/, packages: [], program: "deno", args: "fmt" },
];

const LINTERS: readonly Tool[] = [
  ESLINT,
  { configured: NEVER, packages: ["oxlint"], program: "oxlint", args: "--fix" },
  { configured: NEVER, packages: ["xo"], program: "xo", args: "--fix" },
  { configured: NEVER, packages: ["standard"], program: "standard", args: "--fix" },
];

/** Scripts that people run to lint and to format. */
const STYLE_SCRIPT = /^(?:format|fmt|prettier|style|pretty|lint|check|fix)\b/;

/** What Biome does beside formatting. */
const BIOME_CHECK = /\bbiome (?:check|ci|lint)\b/;

/** What runs an installed program in the folder where it is called; of any other package manager, `npx` does. */
const RUNNERS: ReadonlyMap<string, string> = new Map<PackageManager, string>([
  ["pnpm", "pnpm exec"],
  ["yarn", "yarn run"],
  ["yarn@berry", "yarn run"],
  ["bun", "bunx"],
]);

/**
 * The commands that lint and format exactly some files by the tools that their project uses, to be run in the working
 * folder by a POSIX shell: linters first, since what they change is to be formatted. They are told to a person, never
 * run.
 *
 * What they are known by, the nearest to the file first, up to the root of its repository: the scripts of the package,
 * of which all are taken; for the formatter, where these show none, a configuration file, else an installed package.
 *
 * @param paths absolute; those in a node_modules folder are left out
 * @param workingFolder absolute
 * @returns none where nothing shows a formatter
 */
export async function formatterCommands(paths: readonly string[], workingFolder: string): Promise<string[]> {
  const groups = new Map<string, { readonly use: ToolUse; readonly files: string[] }>();
  for (const path of paths) {
    if (path.split(sep).includes("node_modules")) continue;
    for (const use of toolsOf(path, workingFolder)) {
      const key = `${use.folder}\0${use.tool.program}`;
      const group = groups.get(key) ?? { use, files: [] };
      groups.set(key, group);
      group.files.push(relative(use.folder, path));
    }
  }
  return Promise.all([...groups.values()].map(({ use, files }) => commandFor(use, files, workingFolder)));
}

interface ToolUse {
  readonly tool: Tool;
  /** Where it is configured or installed: its programs are found from there. */
  readonly folder: string;
}

function toolsOf(path: string, workingFolder: string): ToolUse[] {
  const folders = foldersOf(path, workingFolder);
  const nearest = (signs: readonly ((folder: string) => readonly Tool[])[]): ToolUse[] => {
    for (const sign of signs) {
      for (const folder of folders) {
        const tools = sign(folder);
        if (tools.length > 0) return tools.map((tool) => ({ tool, folder }));
      }
    }
    return [];
  };
  const linters = nearest([lintersIn]);
  const formatters = nearest([configuredIn, installedIn]);
  return [...linters, ...formatters.filter(({ tool }) => !linters.some((other) => other.tool === tool))];
}

/** A file's folder and those around it that belong to its project. */
function foldersOf(path: string, workingFolder: string): string[] {
  const nearest = dirname(path);
  const own = isWithin(workingFolder, path) ? workingFolder : packageRoot(path, workingFolder);
  const root = workTreeRoot(nearest) ?? own;
  return [...foldersUp(nearest)].filter((folder) => isWithin(root, folder));
}

const lintersIn = (folder: string): readonly Tool[] => inScripts(LINTERS, folder);

/** The formatters that the scripts of a folder's package call; else the one that is configured in the folder. */
function configuredIn(folder: string): readonly Tool[] {
  const called = inScripts(
    FORMATTERS.filter((tool) => tool !== ESLINT),
    folder,
  );
  if (called.length > 0) return called.map((tool) => withChecks(tool, folder));
  const content = readManifest(folder)?.content;
  const names = namesIn(folder);
  return FORMATTERS.filter(
    ({ configured, program }) => names.some((name) => configured.test(name)) || content?.[program] !== undefined,
  ).slice(0, 1);
}

function inScripts(tools: readonly Tool[], folder: string): readonly Tool[] {
  const words = styleScripts(folder).flatMap((script) => script.split(/[^\w@/-]+/));
  return tools.filter(({ program }) => words.includes(program));
}

/** Biome, as the scripts of a folder's package call it: for its lint rules, too, or to format alone. */
function withChecks(tool: Tool, folder: string): Tool {
  const isChecked = tool.program === "biome" && styleScripts(folder).some((script) => BIOME_CHECK.test(script));
  return isChecked ? { ...tool, args: "check --write" } : tool;
}

function styleScripts(folder: string): string[] {
  return Object.entries(asSettings(readManifest(folder)?.content.scripts) ?? {}).flatMap(([name, script]) =>
    STYLE_SCRIPT.test(name) && typeof script === "string" ? script : [],
  );
}

function installedIn(folder: string): readonly Tool[] {
  const content = readManifest(folder)?.content;
  const installed = [content?.dependencies, content?.devDependencies].flatMap((list) =>
    Object.keys(asSettings(list) ?? {}),
  );
  return FORMATTERS.filter(({ packages }) => packages.some((name) => installed.includes(name))).slice(0, 1);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

async function commandFor({ tool, folder }: ToolUse, files: readonly string[], workingFolder: string): Promise<string> {
  const { packages, program, args } = tool;
  // `./` before a name that begins with a hyphen is what `shellWord` writes; `--` is not understood by all.
  const words = files.map((file) => shellWord(slashed(file)));
  const runner = packages.length > 0 ? `${RUNNERS.get(await packageManagerOf(folder)) ?? "npx"} ` : "";
  const command = `${runner}${program} ${args} ${words.join(" ")}`;
  const way = slashed(relative(workingFolder, folder));
  return way === "" ? command : `(cd ${shellWord(way)} && ${command})`;
}
