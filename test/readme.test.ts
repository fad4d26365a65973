import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bundle } from "../build/bundle.ts";
import { HELPER_NAME, OPTIONS } from "../src/model/options.ts";
import { KNOWN_LIMITS } from "./known-limits/limits.ts";
import { codeOf } from "./readme/markdown.ts";
import { commandsOf, LINKING_PAGES, PAGES, pageAt, README, readText, root, tablesOf } from "./readme/pages.ts";
import { tempProject } from "./temp-project.ts";

const manifest = JSON.parse(readText("package.json"));
/** The pages with commands: what users and developers are told to run. */
const WITH_COMMANDS = [...PAGES, pageAt("CONTRIBUTING.md")];

/** In bytes: what can be read in ten minutes. */
const LONGEST_README = 12_288;

test("README is read in ten minutes", () => {
  expect(Buffer.byteLength(README.text)).toBeLessThanOrEqual(LONGEST_README);
});

describe("the documentation's tables", () => {
  test("list every option, with its values, its default and its meaning", () => {
    const expected = Object.entries(OPTIONS).map(([name, option]) => [
      `\`--${name}=${"values" in option ? option.values.join("|") : `<${option.placeholder}>`}\``,
      "default" in option ? `\`${option.default}\`` : "",
      option.meaning,
    ]);
    expect(tablesOf("docs/options.md", "Options of the engine").flatMap(({ rows }) => rows)).toEqual(expected);
  });

  test("list every helper mode", () => {
    const modes = tablesOf("docs/helper.md").flatMap(({ rows }) => rows.map(([mode = ""]) => codeOf(mode)));
    expect(modes.sort()).toEqual(OPTIONS.helper.values.map((value) => `--helper=${value}`).sort());
  });

  test("give a reason for every dependency", async () => {
    const [bundled = [], peers = [], development] = tablesOf("docs/dependencies.md").map(({ rows }) =>
      rows.map(([name = "", why]) => (why ? codeOf(name) : undefined)),
    );
    const parts = await bundle(tempProject({}).root);
    const all = Object.keys(manifest.devDependencies);
    expect(bundled).toEqual(all.filter((name) => parts.includes(name)));
    expect(peers).toEqual(Object.keys(manifest.peerDependencies));
    expect(peers).toEqual(Object.keys(manifest.peerDependenciesMeta));
    expect(development).toEqual(all.filter((name) => !bundled.includes(name) && !peers.includes(name)));
  });

  test("list every known limit, with what the engine says", () => {
    const listed = tablesOf("docs/limits.md", "Known limits").flatMap(({ rows }) =>
      rows.map(([title, code = "", today = ""]) => [title, codeOf(code), today.replaceAll("`", "")]),
    );
    expect(listed).toEqual(KNOWN_LIMITS.map(({ title, code, today }) => [title, code, today]));
  });
});

describe("the documentation's commands", () => {
  test("are of kinds that this file knows", () => {
    const known =
      /^(?:npm ci(?: && (?:npm test|npx jscodeshift .+|npx step-up-union explain <src>))?|npm test|npm run \S+(?: -- .+)?|npm install --save-dev (?:<tarball>|jscodeshift(?: ts-morph)?)|npx (?:--yes )?--package=<tarball> step-up-union check .+|npx jscodeshift .+|npx step-up-union (?:check|fix|explain|merge) .+|npx codemod workflow run .+|npx vitest run \S+(?: -t \S+)?|git apply --allow-empty \S+|grep -rniE '[^']+' <src>)$/;
    expect(commandsOf(WITH_COMMANDS).filter((command) => !known.test(command))).toEqual([]);
  });

  test("begin with the two that are all a fresh machine needs", () => {
    expect(commandsOf([README]).slice(0, 2)).toEqual([
      "npm ci && npx jscodeshift -t transforms/step-up-union.ts <src>",
      "npm ci && npm test",
    ]);
  });

  test("of npm are scripts, and every script is named", () => {
    const text = WITH_COMMANDS.map((page) => page.text).join("\n");
    const named = new Set([...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name));
    if (/npm test/.test(text)) named.add("test");
    expect([...named].sort()).toEqual(Object.keys(manifest.scripts).sort());
  });
});

describe("the documentation's references", () => {
  const outside = /^(?:node_modules|auth|@)/;

  test.each(LINKING_PAGES.filter(({ path }) => path !== "CHANGELOG.md"))(
    "of $path to files of the repository resolve",
    ({ prose }) => {
      // What a migration adds is not there yet.
      const there = prose.replace(/in the new file `[^`]*`/g, "");
      const named = [...there.matchAll(/`((?:\.ci|[\w@-]+)\/[\w./-]*)`/g)].map(([, path = ""]) => path);
      expect(named.filter((path) => !outside.test(path) && !existsSync(root(path)))).toEqual([]);
    },
  );

  test("to the helper use its name", () =>
    expect(pageAt("docs/rewriting.md").prose).toContain(`\`${HELPER_NAME}(granted, previous, challenged)\``));
});
