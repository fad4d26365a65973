import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { toolCommand } from "../../src/cli/tool-command.ts";
import { tempProject } from "../temp-project.ts";

const BIN = "node_modules/.bin/step-up-union";
const NPX = "cache/_npx/0123456789abcdef";
const inNpx = (packages: unknown) => ({
  [`${NPX}/package.json`]: { _npx: { packages } },
  [`${NPX}/node_modules/step-up-union/package.json`]: {},
  "client/src/a.ts": "",
});

/** What the tool, installed in one folder, is called in another. */
function calledIn(
  folder: string,
  files: Readonly<Record<string, string | object>>,
  packageFolder = "elsewhere",
  isPlugAndPlay = false,
): string {
  const project = tempProject({ [join(folder, "keep")]: "", ...files });
  return toolCommand(project.path(folder), { packageFolder: project.path(packageFolder), isPlugAndPlay });
}

describe("printed commands begin", () => {
  test("with npx where that finds the tool: in a project that has it, and in a clone", () => {
    expect(calledIn("app/src", { [BIN]: "" })).toBe("npx step-up-union");
    expect(calledIn("clone/docs", {}, "clone")).toBe("npx step-up-union");
  });

  test("with the tool alone where npx would fetch whatever has its name", () => {
    expect(calledIn("app", {})).toBe("step-up-union");
    expect(calledIn("app", { "elsewhere/node_modules/.bin/step-up-union": "" })).toBe("step-up-union");
  });

  test("with what npx was given, where that installed the tool for one run", () => {
    const folder = `${NPX}/node_modules/step-up-union`;
    const called = (packages: unknown) => calledIn("client", inNpx(packages), folder);
    expect(called(["https://example.test/tool.tgz", "ts-morph@28"])).toBe(
      "npx --package=https://example.test/tool.tgz --package=ts-morph@28 step-up-union",
    );
    expect(called(["file:/my folder/tool.tgz"])).toBe("npx --package='file:/my folder/tool.tgz' step-up-union");
    expect(called(["./tool.tgz"])).toBe(`npx --package=${resolve("tool.tgz")} step-up-union`);
    for (const odd of [undefined, "tool", [1]]) expect(called(odd)).toBe("step-up-union");
    expect(calledIn("client", { "client/keep": "" }, folder)).toBe("step-up-union");
    expect(calledIn("client", { ...inNpx(["./tool.tgz"]), [`client/${BIN}`]: "" }, folder)).toBe("npx step-up-union");
  });

  test("with yarn under Plug'n'Play, which npx does not know", () => {
    expect(calledIn("app/src", { "app/.pnp.cjs": "" }, "elsewhere", true)).toBe("yarn step-up-union");
    expect(calledIn("app", { "app/.pnp.cjs": "" })).toBe("step-up-union");
    expect(calledIn("app", {}, "elsewhere", true)).toBe("step-up-union");
  });
});
