import { describe, expect, test } from "vitest";
import { FIX_OPTIONS } from "../../src/cli/command-options.ts";
import { keepInstalled } from "../../src/cli/fix/keep-installed.ts";
import { git } from "../cli/files/git-command.ts";
import { inTerminal, isScript } from "../cli/fix/in-terminal.ts";
import { command } from "../installed/command.ts";
import { AS_DEPENDENCY } from "../installed/dependency.ts";
import { installed } from "../installed/install.ts";
import { shell } from "../installed/shell.ts";
import { tempProject } from "../temp-project.ts";
import { REPLACING_SDK, SDK } from "./installed-sdk.ts";
import { blockOf, commandsOf, exampleFor, marked, PAGES, tablesOf } from "./pages.ts";

const FILE = "src/transport.ts";
const { before, after } = exampleFor(FILE);

/** A repository that holds README's example, uses Prettier, and has an SDK installed that replaces the scope. */
function client() {
  const project = tempProject({
    "package.json": { name: "client", type: "module" },
    ".prettierrc": "{}",
    ".gitignore": "node_modules\n",
    [FILE]: before,
    ...REPLACING_SDK,
  });
  git(project.root, "init", "--quiet");
  git(project.root, "add", "--all");
  git(project.root, "commit", "--quiet", "--message", "Begin");
  return project;
}

/** Every fix that the pages tell to run, in their order, with its exit code, and whether files are changed by it. */
const COMMANDS: [line: string, code: number, file: string | undefined][] = [
  ["npx step-up-union fix <src>", 0, FILE],
  ["npx step-up-union fix --dry-run <src>", 1, undefined],
  ["npx step-up-union fix --dry-run <src> | git apply --allow-empty", 0, FILE],
  // There is no such file here.
  ["npx step-up-union fix --apply-suggestion src/client.ts:12", 2, undefined],
  // Nor this one.
  ["npx step-up-union fix --helper-file src/client/auth.ts <src>", 2, undefined],
  ["npx step-up-union fix --with-tests <src>", 0, FILE],
  ["npx step-up-union fix --interactive <src>", 0, FILE],
  [`npx step-up-union fix ${SDK}`, 0, `${SDK}/dist/transport.js`],
];

/** A lock file of each package manager that is documented. */
const LOCKS = {
  npm: { "package-lock.json": "{}" },
  pnpm: { "pnpm-lock.yaml": "" },
  yarn: { "yarn.lock": "# yarn lockfile v1\n" },
  "yarn@berry": { "yarn.lock": "__metadata:\n  version: 8\n" },
  bun: { "bun.lock": "{}" },
};

describe("the documentation of fixing", () => {
  test("lists every option, with its meaning", () => {
    const [table] = tablesOf("docs/options.md", "Options of `fix`");
    expect(table?.rows).toEqual(FIX_OPTIONS.map(({ flags, meaning }) => [`\`${flags}\``, meaning]));
  });

  test("shows no command that is not run here", () => {
    const pasted = marked("kept").flatMap(({ text }) => text.split("\n"));
    // What fixes the copy that a package manager hands out is run with all of them, in test/packages.
    const shown = [...commandsOf(PAGES), ...pasted].filter((command) =>
      /step-up-union fix (?!--report|node_modules\/\.|"\$copy")/.test(command),
    );
    expect([...new Set(shown)]).toEqual(COMMANDS.map(([line]) => line));
  });

  test.each(COMMANDS)("%s", async (line, code, file) => {
    const project = client();
    const files = project.files();
    const script = line.replace("<src>", "src");
    if (line.includes("--interactive")) {
      if (!isScript) return;
      const { bin } = await installed();
      expect((await inTerminal(project, ["\r"], { program: [bin], args: ["src"] })).status).toBe(code);
    } else {
      expect((await shell(project.root, script)).code).toBe(code);
    }
    const changed = Object.keys(files).filter((name) => project.files()[name] !== files[name]);
    expect(changed).toEqual(file === undefined ? [] : [file]);
    if (file === FILE) expect(project.read(FILE)).toBe(after);
  });

  test("shows what is printed", async () => {
    const { stdout, stderr, code } = await command(client().root, ["fix", "src"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(blockOf(`fixed: ${FILE}`).text);
  });

  test("shows the commands that keep a change, for each package manager", async () => {
    const shown = marked("kept").map(({ mark = "", text }) => [mark.split(": ")[1] ?? "", text] as const);
    const told = Object.entries(LOCKS).map(async ([manager, lock]) => {
      const project = tempProject({
        ...AS_DEPENDENCY,
        "package.json": { name: "client" },
        ...lock,
        [`${SDK}/package.json`]: { name: "@modelcontextprotocol/sdk", version: "1.32.2" },
      });
      const [recipe] = await keepInstalled([project.path(`${SDK}/dist/transport.js`)], project.root);
      return [manager, recipe?.commands.map((each) => `${each}\n`).join("") ?? ""] as const;
    });
    const recipes = Object.fromEntries(await Promise.all(told));
    // What follows `fix` is what that prints, where it does not begin anew.
    for (const manager of ["npm", "bun"]) recipes[manager] = `npx step-up-union fix ${SDK}\n${recipes[manager]}`;
    // Nothing is installed that `fix` could change, or `npx` could find.
    const plugged = recipes["yarn@berry"]?.replace("npx step-up-union", "yarn step-up-union");
    expect(Object.fromEntries(shown)).toEqual({ ...recipes, "Plug'n'Play": plugged });
  });
});
