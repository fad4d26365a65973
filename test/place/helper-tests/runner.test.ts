import { describe, expect, test } from "vitest";
import { runnerOf } from "../../../src/place/helper-tests/runner.ts";
import { tempProject } from "../../temp-project.ts";

const scripts = (test: string) => ({ "package.json": { scripts: { test } } });

describe("the runner of a package's tests", () => {
  const runner = (files: Record<string, string | object>) =>
    runnerOf(tempProject({ ".git/HEAD": "", "src/a.ts": "", ...files }).path("src"))?.name;

  test.each([
    ["vitest run", "vitest"],
    ["npm run build && vitest", "vitest"],
    ["jest --coverage", "jest"],
    ["cross-env NODE_OPTIONS=--experimental-vm-modules npx jest", "jest"],
    ["node --experimental-vm-modules node_modules/jest/bin/jest.js", "jest"],
    ["react-scripts test", "jest"],
    ["c8 mocha 'test/**/*.js'", "mocha"],
    ["xo && ava", "ava"],
    ["node --test", "node --test"],
    ["node --import=tsx --test-reporter=spec --test src/*.test.ts", "node --test"],
    ["tsx --test", "node --test"],
    ["bun test", "bun test"],
    ["tap", undefined],
    ["bun run test:all", undefined],
    ["node --test-only x.js", undefined],
    ["echo 'no tests' && exit 1", undefined],
  ])("that is called by %j is %s", (script, name) => {
    expect(runner(scripts(script))).toBe(name);
  });

  test("is what the script `test` calls, then that for units, then others for tests", () => {
    const manifest = (all: Record<string, string>) => ({ "package.json": { scripts: all } });
    expect(runner(manifest({ "test:e2e": "mocha", test: "vitest" }))).toBe("vitest");
    expect(runner(manifest({ test: "run-s test:*", "test:e2e": "mocha", "test:unit": "jest" }))).toBe("jest");
    expect(runner(manifest({ "test:e2e": "mocha", "bench:x": "vitest bench" }))).toBe("mocha");
    expect(runner(manifest({ lint: "eslint --plugin vitest" }))).toBe(undefined);
  });

  test("is what is installed, where no script shows one", () => {
    const manifest = (devDependencies: object) => ({
      "package.json": { scripts: { test: "turbo test" }, devDependencies },
    });
    expect(runner(manifest({ vitest: "1" }))).toBe("vitest");
    expect(runner(manifest({ chai: "1", mocha: "1" }))).toBe("mocha");
    expect(runner(manifest({ "@types/bun": "1" }))).toBe("bun test");
    expect(runner(manifest({ "@types/bun": "1", ava: "1" }))).toBe("ava");
    expect(runner(manifest({ "eslint-plugin-jest": "1" }))).toBe(undefined);
  });

  test("is that of the nearest package that shows one, within the repository", () => {
    const root = { "package.json": { name: "root", devDependencies: { jest: "1" } } };
    expect(runner({ ...root, "src/package.json": { name: "a", devDependencies: { vitest: "1" } } })).toBe("vitest");
    expect(runner({ ...root, "src/package.json": { type: "module" } })).toBe("jest");
    expect(runner({ ...root, "src/.git/HEAD": "" })).toBe(undefined);
  });

  test("comes with what is installed for it", () => {
    const project = tempProject({
      "package.json": { devDependencies: { chai: "1" } },
      "a/package.json": { name: "a", scripts: { test: "mocha" }, dependencies: { b: "1" } },
    });
    expect(runnerOf(project.path("a"))).toEqual({ name: "mocha", installed: new Set(["b", "chai"]) });
  });
});
