import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Linter } from "eslint";
import { describe, expect, test } from "vitest";
import { updatedBaseline } from "../../src/baseline/match.ts";
import { baselineText } from "../../src/baseline/text.ts";
import { checkFiles } from "../../src/cli/check-files.ts";
import { configurationIn } from "../../src/eslint/configuration.ts";
import { type TempProject, tempProject } from "../temp-project.ts";
import { configOf, subjects } from "./lint.ts";

const HANDLER = `import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

export async function onRefused(client, challenge) {
  if (challenge.error === "insufficient_scope") {
    await auth(client.provider, { serverUrl: client.url, scope: challenge.scope });
  }
}
`;

/** The rules of the plugin, advice included, that report something in a file of a project. */
function reported(project: TempProject, file: string, cwd = project.root): string[] {
  const linter = new Linter({ configType: "flat", cwd });
  const messages = linter.verify(project.read(file), configOf({ helper: "inline" }), { filename: project.path(file) });
  return [...new Set(messages.map(({ ruleId }) => ruleId ?? "fatal"))];
}

const FOUND = "step-up-union/challenge-only-scope";

/** Lists in a baseline what `check` finds in a project. */
async function writeBaseline(project: TempProject, name: string): Promise<void> {
  const { files } = await checkFiles(["."], { workingFolder: project.root, dependencies: "none" });
  const place = { path: project.path(name), workingFolder: project.root };
  writeFileSync(
    place.path,
    baselineText(
      updatedBaseline([], files, () => true),
      place,
    ),
  );
}

describe("the baseline of the configuration", () => {
  const configured = async (files: Record<string, string>, name = "known.json") => {
    const config = { "step-up-union.config.json": { baseline: name } };
    const project = tempProject({ ".git/HEAD": "", ...config, ...files });
    await writeBaseline(project, name);
    return project;
  };

  test("keeps what it lists out, its advice too, and nothing else", async () => {
    const project = await configured({ "src/a.js": HANDLER });
    expect(reported(project, "src/a.js")).toEqual([]);
    writeFileSync(project.path("src/b.js"), HANDLER);
    expect(reported(project, "src/b.js")).toContain(FOUND);
    writeFileSync(project.path("src/a.js"), HANDLER.replace(/^ +await .*\n/m, "$&$&"));
    expect(reported(project, "src/a.js")).toContain(FOUND);
    writeFileSync(project.path("src/a.js"), HANDLER.replace("onRefused", "onDenied"));
    expect(reported(project, "src/a.js")).toContain(FOUND);
  });

  test("is found by its path from the configuration, wherever ESLint is run", async () => {
    const project = await configured({ "packages/a/src/a.js": HANDLER });
    expect(reported(project, "packages/a/src/a.js", project.path("packages/a"))).toEqual([]);
    writeFileSync(project.path("packages/a/step-up-union.config.json"), "{}");
    expect(reported(project, "packages/a/src/a.js", project.path("packages/a"))).toContain(FOUND);
    expect(reported(project, "packages/a/src/a.js")).toEqual([]);
  });

  test("holds for every fixture as `check` lists it", async () => {
    const all = subjects(/^\.[cm]?js$/).filter(({ options }) => Object.keys(options).length === 0);
    // A suppressed site or a union is in no baseline: what is advised of its authorization call stays.
    const some = all
      .filter(({ kind, input, sites }) => {
        const isUnion = sites.some(({ verdict }) => verdict === "already-union");
        return kind !== "untouched" && !isUnion && !input.includes("step-up-union-ignore");
      })
      .filter((_, index) => index % 5 === 0);
    expect(some.length).toBeGreaterThan(20);
    // Each in a folder of its own, where no file answers for another.
    const files = some.map(
      ({ kind, name, extension, input }) => [`${kind}-${name}/client${extension}`, input] as const,
    );
    const project = await configured(Object.fromEntries(files));
    for (const [file] of files) {
      const left = reported(project, file).filter((rule) => rule !== "step-up-union/suppression");
      expect([file, left]).toEqual([file, []]);
    }
  });

  test("is read anew by a process that goes on, once it or its configuration is another", async () => {
    const project = await configured({ "src/a.js": HANDLER });
    expect(reported(project, "src/a.js")).toEqual([]);
    writeFileSync(project.path("known.json"), '{ "version": 1, "sites": [] }');
    expect(reported(project, "src/a.js")).toContain(FOUND);
    await writeBaseline(project, "other.json");
    writeFileSync(project.path("step-up-union.config.json"), '{ "baseline": "./other.json" }');
    expect(reported(project, "src/a.js")).toEqual([]);
    rmSync(project.path("step-up-union.config.json"));
    expect(reported(project, "src/a.js")).toContain(FOUND);
  });

  test("that is not there, or none, ends ESLint with a message, and hides nothing in it", async () => {
    const project = await configured({ "src/a.js": HANDLER, "src/none.js": "export {};\n" });
    const message = () => {
      try {
        return reported(project, "src/a.js").join();
      } catch (error) {
        return String(error);
      }
    };
    writeFileSync(project.path("known.json"), '{ "version": 1,\n "sites": [{}] }');
    expect(message()).toContain('known.json:2: An entry lacks "file".');
    rmSync(project.path("known.json"));
    expect(message()).toContain("known.json: There is no such baseline. Write one by --update-baseline");
    expect(reported(project, "src/none.js")).toEqual([]);
    writeFileSync(
      project.path("step-up-union.config.json"),
      JSON.stringify({ baseline: "\n::error::\u001b[2J\u202e##[group].json" }),
    );
    expect(message()).toContain("\\u{1b}[2J\\u{202e}\\u{23}#[group].json: There is no such baseline");
    writeFileSync(project.path("step-up-union.config.json"), JSON.stringify({ "fail-on": "\u202e##[group]" }));
    expect(message()).toContain('\\u{202e}\\u{23}#[group]" is not known');
  });
});

describe("the ignore patterns of the configuration", () => {
  test("leave files out, as they do for `check`", async () => {
    const patterns = ["generated/", "/src/old.*", "!/src/generated/kept/", "src/generated/*", "!src/generated/mine.js"];
    const names = ["src/a.js", "src/old.js", "lib/src/old.js", "src/generated/mine.js", "src/generated/b.js"];
    const project = tempProject({
      ".git/HEAD": "",
      "package.json": { name: "a", "step-up-union": { "ignore-pattern": patterns } },
      ...Object.fromEntries(names.map((name) => [name, HANDLER])),
    });
    const config = configurationIn(project.root).config;
    const { files } = await checkFiles(["."], {
      workingFolder: project.root,
      dependencies: "none",
      ...(config && { config }),
    });
    const checked = files.map(({ file }) => file);
    expect(checked).toEqual(["lib/src/old.js", "src/a.js"]);
    expect(names.filter((name) => reported(project, name).length > 0).sort()).toEqual(checked);
  });

  test("count from the configuration, and nothing is said of a comment in what they leave out", () => {
    const project = tempProject({
      ".git/HEAD": "",
      "step-up-union.config.json": { "ignore-pattern": ["/packages/a/old.js"], baseline: "none.json" },
      "packages/a/old.js": `// step-up-union-ignore-next-line nothing\n${HANDLER}`,
    });
    expect(reported(project, "packages/a/old.js", project.path("packages/a"))).toEqual([]);
  });
});

test("the configuration is read once for all files of a folder", () => {
  const { root } = tempProject({ "step-up-union.config.json": {}, "package.json": {} });
  const first = configurationIn(root);
  expect(configurationIn(root)).toBe(first);
  writeFileSync(join(root, "step-up-union.config.json"), '{ "tokens": "omit" }');
  expect(configurationIn(root).config?.options).toEqual({ tokens: "omit" });
});
