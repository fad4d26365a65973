import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Project } from "ts-morph";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { analyzeProject } from "../../src/project/analyze-project.ts";
import { loadProject } from "../../src/project/load.ts";
import { ProjectError } from "../../src/project/project-error.ts";
import { ProjectFacts } from "../../src/project/project-facts.ts";
import { projectIn, type TempProject, tempProject } from "../temp-project.ts";

const failure = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(ProjectError);
    return (error as Error).message;
  }
  throw new Error("nothing was thrown");
};

describe("a project that cannot be read is told of", () => {
  it("where there is no such file", () => {
    const { path } = tempProject({});
    expect(failure(() => loadProject(path("tsconfig.json")))).toMatch(
      /^There is no .*tsconfig\.json; give the path of/,
    );
    expect(failure(() => loadProject(path("none")))).toContain("There is no");
  });

  it("where the configuration is no JSON", () => {
    const { path } = tempProject({ "tsconfig.json": "{ compilerOptions: , }" });
    expect(failure(() => loadProject(path("tsconfig.json")))).toMatch(/cannot be used: 1:\d+ TS\d+ /);
  });

  it("where the configuration says what cannot be", () => {
    const { path } = tempProject({
      "tsconfig.json": { compilerOptions: { module: "xyz" }, extends: "./none.json" },
      "a.ts": "export const a = 1;",
    });
    expect(failure(() => loadProject(path("tsconfig.json")))).toMatch(/cannot be used: .*--module.*none\.json/);
  });

  it("where the configuration names no files, but other projects", () => {
    const { path } = tempProject({ "tsconfig.json": { files: [], references: [{ path: "./packages/a" }] } });
    const message = failure(() => loadProject(path("tsconfig.json")));
    expect(message).toContain("has no files of its own; give one of the projects that it references:");
    expect(message).toContain(path("packages/a"));
  });

  it("where there are no files at all", () => {
    const { path, root } = tempProject({ "tsconfig.json": {} });
    expect(failure(() => loadProject(path("tsconfig.json")))).toContain("has no files: neither TypeScript nor");
    expect(failure(() => loadProject(root))).toContain("has no files");
  });
});

describe("a project in JavaScript", () => {
  const TRANSPORT = `
const { auth } = require("./auth.js");
const { STEP_UP } = require("./codes.js");
class Transport {
  async send(response, challenge) {
    if (challenge.error === STEP_UP) {
      this._scope = challenge.scope;
      await auth(this._provider, { serverUrl: "https://mcp.example", scope: this._scope });
    }
  }
}
module.exports = { Transport };
`;
  const FILES = {
    "package.json": { name: "app", private: true },
    "lib/auth.js": "exports.auth = async (provider, options) => [provider, options];\n",
    "lib/codes.js": `exports.STEP_UP = "insufficient_scope";\n`,
    "lib/transport.js": TRANSPORT,
  };
  let root: string;
  let project: TempProject;

  beforeAll(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), "step-up-union-")));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const rules = () => {
    const { files, problems } = analyzeProject({ tsconfig: root });
    expect(problems).toEqual([]);
    return files.flatMap(({ path, analysis }) =>
      analysis.sites.map(({ rule }) => `${path.slice(root.length)} ${rule}`),
    );
  };

  it("is read by its folder, without a configuration", () => {
    project = projectIn(join(root, "plain"), FILES);
    const before = project.files();
    expect(rules()).toEqual(["/plain/lib/transport.js replaced-scope"]);
    expect(project.files()).toEqual(before);
  });

  it("is read by its jsconfig", () => {
    project = projectIn(join(root, "plain"), { ...FILES, "jsconfig.json": {} });
    const { files } = analyzeProject({ tsconfig: project.path("jsconfig.json") });
    expect(files.map(({ path }) => path)).toContain(project.path("lib/transport.js"));
  });
});

describe("a project that is loaded", () => {
  const files = {
    "tsconfig.json": { compilerOptions: { module: "nodenext", target: "es2022", types: [] } },
    "one.ts": "export const one = 403;",
  };

  it("tells of files that are not part of it", () => {
    const { path } = tempProject({ ...files, "other.md": "" });
    const facts = new ProjectFacts(loadProject(path("tsconfig.json")));
    expect(facts.factsFor(path("one.ts"))).toBe(facts.factsFor(path("one.ts")));
    expect(failure(() => facts.factsFor(path("other.ts")))).toMatch(
      /other\.ts is not part of .*tsconfig\.json: add it/,
    );
  });

  it("makes one program, and a second only where something is rewritten", () => {
    const programs = vi.spyOn(Project.prototype, "getProgram");
    const { root } = tempProject(files);
    analyzeProject({ tsconfig: root });
    expect(new Set(programs.mock.results.map(({ value }) => value.compilerObject)).size).toBe(1);
    programs.mockRestore();
  });
});
