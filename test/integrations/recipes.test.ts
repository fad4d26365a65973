import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import manifest from "../../package.json" with { type: "json" };
import { CHECKED_EXTENSIONS } from "../../src/place/file-kinds.ts";
import { quoted, shell } from "../installed/shell.ts";
import { ROOT } from "../packages/fetch.ts";
import { codeOf } from "../readme/markdown.ts";
import { PAGES, pageAt, tablesOf } from "../readme/pages.ts";
import { SHARED, TYPESCRIPT } from "../runner/sources.ts";
import { tempProject } from "../temp-project.ts";
import { lintWorkflow } from "./actionlint.ts";
import { ACTION } from "./runner.ts";

const PAGE = pageAt("docs/ci.md");
const FILES = { "src/a.ts": TYPESCRIPT, "src/shared.js": SHARED };
const CLEAN = { "src/a.ts": "export const clean = 1;\n" };
const BROKEN = { "src/a.ts": 'const broken = { ; // "insufficient_scope"\n' };

/** A commit may hold nothing but what the project leaves out of every check. */
const IGNORED = { "src/generated/a.ts": TYPESCRIPT };
const IGNORING = { "step-up-union.config.json": '{ "ignore-pattern": ["src/generated/"] }\n' };

const readYaml = (path: string) => parse(readFileSync(join(ROOT, path), "utf8"));

/** The block of a language under a heading of the page. */
function blockIn(heading: string, language: string): string {
  const found = PAGE.blocks.filter((each) => each.headings.includes(heading) && each.language === language);
  expect(found).toHaveLength(1);
  return (found[0] as (typeof found)[number]).text;
}

describe("the page", () => {
  test("lists every input and output of the Action, with what it means", () => {
    const [inputs, outputs] = tablesOf("docs/ci.md", "GitHub Action");
    expect(inputs?.rows.map(([name = "", standard = "", meaning]) => [codeOf(name), standard, meaning])).toEqual(
      Object.entries(ACTION.inputs).map(([name, { default: standard, description }]) => [
        name,
        standard.includes("token") ? "that of the job" : standard && `\`${standard}\``,
        description,
      ]),
    );
    expect(outputs?.rows.map(([name = "", meaning]) => [codeOf(name), meaning])).toEqual(
      Object.entries(ACTION.outputs).map(([name, { description }]) => [name, description]),
    );
  });

  test("gives the Action inputs that it has, and the permissions that these need", () => {
    const workflow = parse(blockIn("GitHub Action", "yaml"));
    const [job] = Object.values(workflow.jobs) as [{ steps: { uses: string; with?: Record<string, string> }[] }];
    const own = job.steps.find(({ uses }) => uses.includes("step-up-union"));
    expect(Object.keys(ACTION.inputs)).toEqual(expect.arrayContaining(Object.keys(own?.with ?? {})));
    for (const name of ["upload-sarif", "comment"]) {
      const [permission = ""] = /(?<=Needs `)[\w-]+/.exec(ACTION.inputs[name]?.description ?? "") ?? [];
      expect(workflow.permissions[permission]).toBe("write");
    }
  });
});

test("every workflow that is shown or handed out is what actionlint wants it to be", async () => {
  const handedOut = ["github-organisation.yml", "github-shards.yml"].map((name) => {
    return [name, readFileSync(join(ROOT, "integrations", name), "utf8")] as const;
  });
  const blocks = PAGES.flatMap(({ path, blocks: all }) => all.map((block) => ({ ...block, path })));
  const shown = blocks
    .filter(({ language, text }) => language === "yaml" && /^ *- uses: actions\//m.test(text))
    .map(({ path, text }) => [path, workflowOf(text.replace(/<[^>]*>/g, "some"))] as const);
  expect(shown.length).toBeGreaterThan(4);
  for (const [name, text] of [...handedOut, ...shown]) {
    expect([name, await lintWorkflow(text, `${basename(name)}.yml`)]).toEqual([name, []]);
  }
  expect(await lintWorkflow(workflowOf("steps:\n  - run: echo ${{ secret.a }}\n"), "a.yml")).toHaveLength(1);
});

/** A whole workflow, of which a page may show some steps or one job. */
function workflowOf(text: string): string {
  const shown = parse(text);
  const { steps, permissions, ...rest } = Array.isArray(shown) ? { steps: shown, permissions: undefined } : shown;
  if (!steps) return stringify({ on: "pull_request", ...shown });
  return stringify({
    on: "pull_request",
    ...(permissions && { permissions }),
    ...rest,
    jobs: { check: { "runs-on": "ubuntu-latest", steps } },
  });
}

test("the job for GitLab writes its report, and fails where something is found", async () => {
  const { variables, ...jobs } = readYaml("integrations/gitlab.yml");
  const [job] = Object.values(jobs) as [
    { script: string[]; artifacts: { when: string; reports: { codequality: string } } },
  ];
  const [install, ...script] = job.script;
  expect(install).toBe("npm ci");
  const env = { ...variables, ...parse(blockIn("GitLab", "yaml")).variables };
  const run = async (files: Readonly<Record<string, string>>) => {
    const project = tempProject(files);
    const { code } = await shell(project.root, `set -e\n${script.join("\n")}`, env);
    return { code, report: JSON.parse(project.read(job.artifacts.reports.codequality)) };
  };
  expect(job.artifacts.when).toBe("always");
  const { code, report } = await run(FILES);
  expect({
    code,
    paths: [...new Set(report.map((each: { location: { path: string } }) => each.location.path))],
  }).toEqual({
    code: 1,
    paths: Object.keys(FILES),
  });
  expect(await run(CLEAN)).toEqual({ code: 0, report: [] });
  expect((await run(BROKEN)).code).toBe(2);
});

test("the hook for pre-commit starts the command of the package, with files behind it", async () => {
  const [hook, ...others] = readYaml(".pre-commit-hooks.yaml");
  expect(others).toEqual([]);
  const [configured] = parse(blockIn("pre-commit", "yaml")).repos as [{ hooks: { id: string }[] }];
  expect(configured.hooks.map(({ id }) => id)).toEqual([hook.id]);
  const isTaken = (file: string) => new RegExp(hook.files.replace("(?i)", ""), "i").test(file);
  expect(CHECKED_EXTENSIONS.filter((extension) => !isTaken(`src/a.${extension}`))).toEqual([]);
  expect(["a.mjsx", "a.json", "a.ts.md", "ats", "Login.vue"].filter(isTaken)).toEqual([]);
  expect(Object.keys(hook).filter((key) => key.startsWith("types"))).toEqual([]);
  // Installed by npm; and one process for all files, since a scope may go from one to another.
  expect(hook).toMatchObject({ language: "node", require_serial: true });
  const [bin, ...args] = hook.entry.split(" ") as [string];
  expect(Object.keys(manifest.bin)).toContain(bin);
  const run = async (files: Readonly<Record<string, string>>, others: Readonly<Record<string, string>> = {}) => {
    const { root } = tempProject({ ...files, ...others });
    return (await shell(root, `npx ${bin} ${[...args, ...Object.keys(files).map(quoted)].join(" ")}`)).code;
  };
  expect([await run(FILES), await run(CLEAN), await run(BROKEN)]).toEqual([1, 0, 2]);
  expect(await run(IGNORED, IGNORING)).toBe(0);
});

test("the line for lint-staged takes every kind of file that is checked, by absolute paths, and those left out", async () => {
  const configured = Object.entries(JSON.parse(blockIn("lint-staged", "json"))["lint-staged"]);
  const [[glob, line]] = configured as [[string, string]];
  const isTaken = picomatch(glob, { basename: true });
  expect(CHECKED_EXTENSIONS.filter((extension) => !isTaken(`/client/src/a.${extension}`))).toEqual([]);
  expect(["/client/a.json", "/client/Login.vue"].filter((file) => isTaken(file))).toEqual([]);
  const project = tempProject({ ...FILES, "src/other.ts": TYPESCRIPT });
  const { code, stdout } = await shell(project.root, `npx ${line} ${quoted(project.path("src/a.ts"))}`);
  expect(code).toBe(1);
  expect(stdout).toContain("src/a.ts");
  expect(stdout).not.toContain("src/other.ts");
  const ignoring = tempProject({ ...IGNORED, ...IGNORING });
  const [ignored = ""] = Object.keys(IGNORED);
  expect(await shell(ignoring.root, `npx ${line} ${quoted(ignoring.path(ignored))}`)).toMatchObject({ code: 0 });
});

test("the recipe for reviewdog goes on with findings, and not where something could not be decided", async () => {
  const { steps } = parse(blockIn("reviewdog", "yaml")) as { steps: { run?: string }[] };
  const script = steps.find(({ run }) => run?.includes("rdjson="))?.run ?? "";
  const posting = steps.find(({ run }) => run?.startsWith("reviewdog"))?.run;
  expect(posting).toMatch(/^reviewdog -f=rdjson -reporter=\S+ -fail-level=error < step-up-union\.rdjson$/);
  const found = tempProject(FILES);
  expect((await shell(found.root, script)).code).toBe(0);
  expect(JSON.parse(found.read("step-up-union.rdjson")).diagnostics.length).toBeGreaterThan(1);
  expect((await shell(tempProject(BROKEN).root, script)).code).toBe(2);
});
