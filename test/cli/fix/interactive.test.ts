import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { installed } from "../../installed/install.ts";
import { tempProject } from "../../temp-project.ts";
import { testWhere } from "../../where.ts";
import { rewriteFixture, runFix } from "./command.ts";
import { inTerminal, isScript } from "./in-terminal.ts";

const SITE = rewriteFixture("braced-guard-in-the-sdk-transport");
const TWO = rewriteFixture("two-providers-in-one-block");
const MANIFEST = { name: "project", type: "module" };
const FILES = { "package.json": MANIFEST, "src/a.ts": SITE };

describe("fix --interactive", () => {
  const DOWN = "\u001b[B";
  const ENTER = "\r";

  testWhere(isScript)("applies what is accepted", async () => {
    const project = tempProject(FILES);
    const { status, screen } = await inTerminal(project, [ENTER]);
    expect(screen).toContain("Site 1 of 1");
    expect(status).toBe(0);
    expect(project.read("src/a.ts")).toContain("unionScopes(");
  });

  testWhere(isScript)("leaves what is skipped, and ends with 1", async () => {
    const project = tempProject(FILES);
    expect((await inTerminal(project, [DOWN + ENTER])).status).toBe(1);
    expect(project.read("src/a.ts")).toBe(SITE);
  });

  testWhere(isScript)("suppresses with the reason that is given", async () => {
    const project = tempProject(FILES);
    const { status } = await inTerminal(project, [DOWN + DOWN + DOWN + ENTER, `only one scope${ENTER}`]);
    expect(status).toBe(0);
    expect(project.read("src/a.ts")).toContain("// step-up-union-ignore-next-line replaced-scope -- only one scope\n");
    expect(existsSync(project.path("src/union-scopes.ts"))).toBe(false);
  });

  testWhere(isScript)("changes nothing of the file at hand on Ctrl-C, and ends with 130", async () => {
    const project = tempProject({ "package.json": MANIFEST, "src/a.mjs": TWO });
    expect((await inTerminal(project, [ENTER, "\u0003"])).status).toBe(130);
    expect(project.files()).toEqual({ "package.json": JSON.stringify(MANIFEST), "src/a.mjs": TWO });
  });

  testWhere(isScript)("suppresses what only the whole program shows", async () => {
    const text = SITE.replace("'insufficient_scope'", "CODE").replace(
      "import ",
      'import { CODE } from "./code.js";\nimport ',
    );
    const project = tempProject({
      ...FILES,
      "tsconfig.json": { compilerOptions: { module: "nodenext", strict: true, types: [] }, include: ["src"] },
      "src/a.ts": text,
      "src/code.ts": 'export const CODE = "insufficient_scope";\n',
    });
    const { bin } = await installed();
    const choices = [DOWN + DOWN + DOWN + ENTER, `only one scope${ENTER}`];
    const { status, screen } = await inTerminal(project, choices, { program: [bin], args: ["--project", "."] });
    expect({ status, screen }).toEqual({ status: 0, screen: expect.stringContaining("Site 1 of 1") });
    const comment = "// step-up-union-ignore-next-line replaced-scope -- only one scope\n";
    expect(
      project
        .read("src/a.ts")
        .replace(comment, "")
        .replace(/^ +(?= {20}this\._scope = scope;)/m, ""),
    ).toBe(text);
    expect(project.read("src/a.ts")).toContain(comment);
  });

  test("needs a terminal, and does not go with --dry-run", () => {
    const project = tempProject(FILES);
    expect(runFix(project.root, "--interactive")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("--interactive needs a terminal"),
    });
    expect(runFix(project.root, "--interactive", "--dry-run").status).toBe(2);
  });
});
