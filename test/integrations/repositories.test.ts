import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import manifest from "../../package.json" with { type: "json" };
import { git } from "../cli/files/git-command.ts";
import { shell } from "../installed/shell.ts";
import { ROOT } from "../packages/fetch.ts";
import { SHARED, TYPESCRIPT } from "../runner/sources.ts";
import { type TempProject, tempProject } from "../temp-project.ts";

const readText = (path: string): string => readFileSync(join(ROOT, "integrations", path), "utf8");
const SPEC = `${manifest.name}@${manifest.version}`;
const FILES = { "src/a.ts": TYPESCRIPT, "src/shared.js": SHARED };
const OTHER = { "main.go": "package main\n" };
const BROKEN = { "src/a.ts": 'const broken = { ; // "insufficient_scope"\n' };

/** Programs that stand for what is not here: the command as it would be installed, npm, and whatever else is given. */
async function toolbox(others: Readonly<Record<string, string>> = {}): Promise<string> {
  const tools = tempProject({ "npm.log": "" });
  const programs = {
    "step-up-union": '#!/bin/sh\nexec "$NODE" "$BIN" "$@"\n',
    npm: `#!/bin/sh\necho "$PWD: $*" >> ${tools.path("npm.log")}\n`,
    npx: '#!/bin/sh\n[ "$1" = --yes ] && shift\n[ "$1" = step-up-union ] || [ "$1" = "$SPEC" ] || exit 99\nshift\nexec "$NODE" "$BIN" "$@"\n',
    ...others,
  };
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(tools.path(name), text);
    chmodSync(tools.path(name), 0o755);
  }
  return tools.root;
}

/** Runs a script where the programs of a toolbox come first. */
async function run(folder: string, script: string, tools: string, env: Readonly<Record<string, string>> = {}) {
  const PATH = `${tools}:${process.env.PATH}`;
  return shell(folder, `unset -f npx check\nset -e\n${script}`, { SPEC, ...env, PATH });
}

function repository(files: Readonly<Record<string, string>>): TempProject {
  const project = tempProject(files);
  git(project.root, "init", "--quiet");
  git(project.root, "add", ".");
  git(project.root, "commit", "--quiet", "--message", "Begin");
  return project;
}

const isFixed = ({ read }: TempProject): boolean => read("src/a.ts").includes("unionScopes(tokens?.scope");

describe("the batch spec", () => {
  const spec = parse(readText("sourcegraph.batch.yaml"));
  const [step] = spec.steps;

  test("has what Sourcegraph takes, and hands the report on", () => {
    expect(Object.keys(spec)).toEqual(["version", "name", "description", "on", "steps", "changesetTemplate"]);
    expect(spec.steps).toHaveLength(1);
    expect(Object.keys(step)).toEqual(["run", "container", "env", "outputs"]);
    expect(step.env).toEqual({ STEP_UP_UNION: SPEC });
    expect(step.outputs.report.value).toBe("${{ step.stdout }}");
    expect(spec.changesetTemplate.body).toBe("${{ outputs.report }}");
    for (const { repositoriesMatchingQuery } of spec.on) expect(repositoriesMatchingQuery).toMatch(/patterntype:/);
  });

  test("fixes, prints the report alone, and fails only where something could not be decided", async () => {
    const tools = await toolbox();
    const project = repository(FILES);
    const { code, stdout } = await run(project.root, step.run, tools, step.env);
    expect({ code, isFixed: isFixed(project) }).toEqual({ code: 0, isFixed: true });
    expect(stdout).toMatch(/^## Step-up authorization/);
    expect(stdout).toContain("rewrite (applied)");
    expect(readFileSync(join(tools, "npm.log"), "utf8")).toBe(`/: install --silent --global ${SPEC}\n`);
    expect((await run(repository(BROKEN).root, step.run, tools, step.env)).code).not.toBe(0);
  });
});

describe("the scripts for multi-gitter", () => {
  const script = (name: string) => join(ROOT, "integrations", name);

  test("fix what is proved, and fail only where something could not be decided", async () => {
    const tools = await toolbox();
    const project = repository(FILES);
    expect((await run(project.root, script("multi-gitter-fix.sh"), tools)).code).toBe(0);
    expect(isFixed(project)).toBe(true);
    expect((await run(repository(OTHER).root, script("multi-gitter-fix.sh"), tools)).code).toBe(0);
    expect((await run(repository(BROKEN).root, script("multi-gitter-fix.sh"), tools)).code).not.toBe(0);
  });

  test("write a report for each repository, which merge joins", async () => {
    const tools = await toolbox();
    const reports = tempProject({});
    const env = { STEP_UP_UNION_REPORTS: reports.path("all") };
    const all = { "acme/one": FILES, "acme/../two": FILES, "acme/three": BROKEN, "acme/four": OTHER };
    for (const [name, files] of Object.entries(all)) {
      // Made within one second, repositories of the same files have one commit.
      const { root } = repository({ ...files, "README.md": name });
      const { code } = await run(root, script("multi-gitter-check.sh"), tools, {
        ...env,
        REPOSITORY: name,
      });
      expect({ name, code }).toEqual({ name, code: 0 });
    }
    const written = ["acme_.._two", "acme_four", "acme_one", "acme_three"].map((name) => `all/${name}.json`);
    expect(Object.keys(reports.files())).toEqual(written);
    const { code, stdout } = await run(reports.root, "step-up-union merge all/*.json", tools);
    expect(code).toBe(2);
    expect(stdout).toContain("4 repositories: 2 with findings, 1 not decided in full; 2 findings in 4 places");
    expect(stdout).toMatch(/acme_three\.json {2}src\/a\.ts:1:18 {2}it does not parse/);
    rmSync(reports.path("all/acme_three.json"));
    expect((await run(reports.root, "step-up-union merge all/*.json", tools)).code).toBe(1);
  });

  test("write no report where no folder is named for it", async () => {
    const { code, stderr } = await run(repository(FILES).root, script("multi-gitter-check.sh"), await toolbox());
    expect(code).not.toBe(0);
    expect(stderr).toContain("STEP_UP_UNION_REPORTS");
  });
});

describe("the package for the Codemod registry", () => {
  test("is of this version, and its workflow fixes", async () => {
    const { name, version, license, author, workflow } = parse(readText("codemod/codemod.yaml"));
    expect({ name, version, license, author }).toEqual({
      name: manifest.name,
      version: manifest.version,
      license: manifest.license,
      author: manifest.author,
    });
    const { version: form, nodes } = parse(readText(`codemod/${workflow}`));
    expect({ form, nodes: nodes.length, steps: nodes[0].steps.length }).toEqual({ form: "1", nodes: 1, steps: 1 });
    const project = repository(FILES);
    expect((await run(project.root, nodes[0].steps[0].run, await toolbox())).code).toBe(0);
    expect(isFixed(project)).toBe(true);
    expect((await run(repository(BROKEN).root, nodes[0].steps[0].run, await toolbox())).code).not.toBe(0);
  });
});

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}
type Jobs = Readonly<Record<string, { readonly steps: readonly Step[] }>>;

const scriptsOf = (jobs: Jobs, name: string): string[] => jobs[name]?.steps.flatMap((step) => step.run ?? []) ?? [];

describe("the workflows", () => {
  test.each(["github-organisation.yml", "github-shards.yml"])("%s fills no expression into a script", (file) => {
    const { jobs } = parse(readText(file)) as { jobs: Jobs };
    const scripts = Object.keys(jobs).flatMap((name) => scriptsOf(jobs, name));
    expect(scripts.length).toBeGreaterThan(3);
    expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
  });

  test("for an organisation lists its repositories, checks each and joins the reports", async () => {
    const { jobs } = parse(readText("github-organisation.yml")) as { jobs: Jobs };
    const names = Array.from({ length: 300 }, (_, index) => `client-${index}`);
    const jq = names.join("\n");
    // Stands for both: `gh` prints what its filter leaves, and `jq` makes a list of lines.
    const tools = await toolbox({
      gh: `#!/bin/sh\n[ "$3" = "orgs/acme/repos?per_page=100" ] || exit 99\ncat <<'LIST'\n${jq}\nLIST\n`,
      jq: '#!/bin/sh\nexec "$NODE" -e \'console.log(JSON.stringify(require("fs").readFileSync(0, "utf8").split("\\n").filter(Boolean)))\'\n',
    });
    const project = tempProject({ "output.txt": "" });
    const env = {
      GITHUB_REPOSITORY_OWNER: "acme",
      GITHUB_OUTPUT: project.path("output.txt"),
      STEP_UP_UNION: SPEC,
    };
    const list = await run(project.root, scriptsOf(jobs, "list").join("\n"), tools, env);
    expect(list).toMatchObject({ code: 0, stderr: "" });
    expect(list.stdout).toMatch(/^::warning title=step-up-union::Only the first 256/m);
    const [, matrix = ""] = /^repositories=(.*)\n$/.exec(project.read("output.txt")) ?? [];
    expect(JSON.parse(matrix)).toHaveLength(256);

    const check = scriptsOf(jobs, "check").at(-1) ?? "";
    for (const [name, files] of Object.entries({ one: FILES, two: FILES, three: BROKEN, four: OTHER })) {
      const job = tempProject({});
      mkdirSync(job.path("checkout"));
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(job.path("checkout/src"), { recursive: true });
        writeFileSync(job.path(join("checkout", file)), text);
      }
      expect((await run(job.path("checkout"), check, tools, env)).code).toBe(0);
      mkdirSync(project.path(`reports/report-${name}`), { recursive: true });
      writeFileSync(project.path(`reports/report-${name}/report.json`), job.read("report.json"));
    }
    const merged = await run(project.root, scriptsOf(jobs, "merge").join("\n"), tools, env);
    expect(merged.code).toBe(2);
    expect(merged.stdout).toContain("4 repositories: 2 with findings, 1 not decided in full");
    expect(project.read("step-up-union.csv")).toContain("reports/report-one/report.json");
    expect(project.read("step-up-union.csv")).toMatch(
      /report-three.*"error","syntax","src\/a\.ts",1,18,"","it does not parse/,
    );
    expect(project.read("step-up-union.html")).toMatch(/^<!doctype html>/);
  });

  test("for a monorepo gives the report of one run", async () => {
    const { jobs } = parse(readText("github-shards.yml")) as { jobs: Jobs };
    const tools = await toolbox();
    const project = repository({
      ...FILES,
      ...Object.fromEntries([..."abcdef"].map((name) => [`${name}.ts`, TYPESCRIPT])),
    });
    const [install, check = ""] = scriptsOf(jobs, "check");
    expect(install).toBe("npm ci");
    mkdirSync(project.path("parts"));
    for (const PART of ["1", "2", "3", "4"]) {
      expect((await run(project.root, check, tools, { PART })).code).toBe(0);
      writeFileSync(project.path(`parts/part-${PART}.json`), project.read(`part-${PART}.json`));
    }
    const merged = await run(project.root, scriptsOf(jobs, "merge").join("\n"), tools);
    expect(merged.code).toBe(1);
    const { stdout } = await run(project.root, "step-up-union check --format json . || true", tools);
    expect(project.read("step-up-union.json")).toBe(stdout);
  });
});
