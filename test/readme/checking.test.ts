import { describe, expect, test } from "vitest";
import { CHECK_OPTIONS, FILE_OPTIONS, type OptionEntry } from "../../src/cli/command-options.ts";
import { EXIT_CODES } from "../../src/cli/exit-codes.ts";
import { CHECKED_EXTENSIONS } from "../../src/place/file-kinds.ts";
import { CHECK_FORMATS } from "../../src/report/format-names.ts";
import { SCHEMA_VERSION } from "../../src/report/schema/versions.ts";
import { git } from "../cli/files/git-command.ts";
import { command } from "../installed/command.ts";
import { AS_DEPENDENCY } from "../installed/dependency.ts";
import { printedBy } from "../installed/program.ts";
import { tempProject } from "../temp-project.ts";
import { REPLACING_SDK, SDK } from "./installed-sdk.ts";
import { codeOf } from "./markdown.ts";
import { blockOf, exampleFor, PAGES, pageAt, tablesOf } from "./pages.ts";

const FILE = "src/transport.ts";

/** A package that holds README's example. */
const CLIENT = {
  ...AS_DEPENDENCY,
  "package.json": { name: "client", type: "module" },
  [FILE]: exampleFor(FILE).before,
};

/** A repository with an installed SDK, in which README's example is staged and not yet on the main branch. */
function repository() {
  const project = tempProject({
    ...CLIENT,
    ".gitignore": "node_modules\n",
    "tsconfig.json": { compilerOptions: { module: "nodenext", types: [] }, include: ["src"] },
    ...REPLACING_SDK,
    [`client/${FILE}`]: exampleFor(FILE).before,
    "server/index.ts": "export {};\n",
  });
  git(project.root, "init", "--quiet");
  git(project.root, "add", "package.json");
  git(project.root, "commit", "--quiet", "--message", "Begin");
  git(project.root, "update-ref", "refs/remotes/origin/main", "HEAD");
  git(project.root, "add", ".");
  return project;
}

/** Every check that the pages tell to run, in their order, and the exit code that is right in `repository`. */
const CHECKS = [
  ["check <src>", 1],
  ["check --since origin/main src", 1],
  ["check --staged", 1],
  ["check src", 1],
  ["check --format pretty --output-file json=step-up-union.json <src>", 1],
  ["check --baseline step-up-union-baseline.json --update-baseline <src>", 0],
  ["check --baseline step-up-union-baseline.json <src>", 0],
  ["check --fail-on-dependencies <src>", 1],
  [`check ${SDK}`, 1],
  ["check --project tsconfig.json <src>", 1],
  ["check --quiet --allow-no-files", 1],
  ["check --format pretty --fail-on never --output-file rdjson=step-up-union.rdjson src", 0],
  ["check --print-config", 0],
  ["check --output-file sarif=step-up-union.sarif src", 1],
  ["check --format github src", 1],
  ["check --format pretty --output-file gitlab=gl-code-quality-report.json src", 1],
  ["check --format rdjson src", 1],
  ["check --format pretty --output-file diff=step-up-union.patch src", 1],
  ["check --format oneline src", 1],
  ["check --format pretty --output-file markdown=step-up-union.md src", 1],
  ["check --format agent src", 1],
  ["check --output-file json=client.json client", 1],
  ["check --output-file json=server.json server", 0],
  ["check --shard 1/2 --output-file json=part-1.json src", 1],
  ["check --shard 2/2 --output-file json=part-2.json src", 0],
] as const;

describe("the tables of the check", () => {
  const rowsOf = (path: string, heading: string) => tablesOf(path, heading).flatMap(({ rows }) => rows);

  test("list every exit code, with its meaning", () => {
    expect(rowsOf("README.md", "Exit codes").map(([code = "", meaning]) => [codeOf(code), meaning])).toEqual(
      Object.entries(EXIT_CODES),
    );
  });

  test("list every option, with its values, its default and its meaning", () => {
    const entries: OptionEntry[] = [...FILE_OPTIONS, ...CHECK_OPTIONS];
    expect(rowsOf("docs/options.md", "Options of `check`")).toEqual(
      entries.map(({ flags, values = [], default: standard = "", meaning }) => [
        `\`${flags}\``,
        values.map((value) => `\`${value}\``).join(", "),
        standard,
        meaning,
      ]),
    );
  });

  test("name the options that may be given several times", () => {
    const sentence = /^May be given several times: .*$/m.exec(pageAt("docs/options.md").prose)?.[0] ?? "";
    const entries: OptionEntry[] = [...FILE_OPTIONS, ...CHECK_OPTIONS];
    const repeatable = entries.filter((entry) => entry.repeatable).map(({ flags }) => /--[\w-]+/.exec(flags)?.[0]);
    expect([...sentence.matchAll(/`(--[\w-]+)`/g)].map(([, name]) => name)).toEqual(repeatable);
  });

  test("say which options are for files", () => {
    const sentence = /^The options for files are .*$/m.exec(pageAt("docs/options.md").prose)?.[0] ?? "";
    const [first = "", ...others] = FILE_OPTIONS.map(({ flags }) => flags.replace(/ .*/, ""));
    expect(sentence).toBe(`The options for files are those from \`${first}\` to \`${others.at(-1)}\`.`);
  });

  test("list every format, with its meaning", () => {
    expect(rowsOf("docs/check.md", "Formats").map(([name = "", meaning = ""]) => [codeOf(name), meaning])).toEqual(
      Object.entries(CHECK_FORMATS),
    );
  });

  test("list the extensions that are looked at", () => {
    const [, list = ""] =
      /^- Files with the extensions (.*?), each read once/m.exec(pageAt("docs/check.md").prose) ?? [];
    expect([...list.matchAll(/`(\w+)`/g)].map(([, extension]) => extension)).toEqual(CHECKED_EXTENSIONS);
  });
});

describe("the documentation's checks", () => {
  test("are all run here", () => {
    const shown = PAGES.flatMap(({ blocks }) => blocks)
      .filter(({ language }) => ["sh", "yaml", "json"].includes(language))
      .flatMap(({ text }) =>
        [...text.matchAll(/(?:npx |")step-up-union (check [^"\n|]*)/g)].map(([, line = ""]) => line.trim()),
      );
    expect([...new Set(shown)]).toEqual(CHECKS.map(([line]) => line));
  });

  test("end with the exit codes that they should have, in turn", async () => {
    const project = repository();
    for (const [line, code] of CHECKS) {
      const args = line.replace("<src>", "src").split(" ");
      const { stderr, ...result } = await command(project.root, args);
      expect({ line, code: result.code, stderr }).toMatchObject({ line, code });
      if (line.includes(SDK)) expect(result.stdout).toContain(`${SDK}/dist/transport.js`);
      else if (code === 1 && !/--staged|--output-file sarif=/.test(line)) expect(result.stdout).toContain(FILE);
      if (line.includes("--fail-on-dependencies")) expect(result.stdout).toContain("Finding: the installed");
    }
    expect(JSON.parse(project.read("step-up-union.json")).schemaVersion).toBe(SCHEMA_VERSION);
  });

  test("print what is shown, but for the time", async () => {
    const { stdout, code } = await command(tempProject(CLIENT).root, ["check", "src"]);
    const timeless = (text: string) => text.replace(/\d+\.\d s$/m, "- s");
    expect(timeless(stdout)).toBe(timeless(blockOf(`pretty: ${FILE}`).text));
    expect(code).toBe(1);
  });

  test("give the JSON of which a part is shown", async () => {
    const { stdout } = await command(tempProject(CLIENT).root, ["check", "--format", "json", "src"]);
    const shown = JSON.parse(blockOf(`json: ${FILE}`).text);
    expect(shown.sites).not.toEqual([]);
    expect(JSON.parse(stdout)).toMatchObject(shown);
  });

  test("of a program compile, and print what is shown", async () => {
    const printed = await printedBy(blockOf(`program: ${FILE}`).text, { [FILE]: CLIENT[FILE] });
    expect(printed).toBe(blockOf(`printed: ${FILE}`).text);
  });
});
