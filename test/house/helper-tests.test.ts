import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ENV, rewriteFixture, runFix } from "../cli/fix/command.ts";
import { fetchPackage, ROOT } from "../packages/fetch.ts";
import { BUN, runs } from "../packages/package-managers.ts";
import { type TempProject, tempProject } from "../temp-project.ts";
import { testRunners } from "./tools.ts";

const OURS = join(ROOT, "node_modules");

/** Sites in TypeScript, in an ES module and in CommonJS. */
const TYPESCRIPT = rewriteFixture("braced-guard-in-the-sdk-transport");
const MODULE = rewriteFixture("early-return-unless-insufficient-scope");
const COMMONJS = rewriteFixture("error-class-is-required-under-another-name");

interface Project {
  readonly manifest: object;
  readonly files: Readonly<Record<string, string | object>>;
  /** The packages that its tests and its runner are found among. */
  readonly packages: readonly string[];
  /** The tests that are added. */
  readonly tests: string;
  /** What runs them: a file of a package, and its arguments; or Node's or Bun's own. */
  readonly run: readonly string[];
}

const NODE_NEXT = { module: "nodenext", target: "es2022", strict: true, noEmit: true, skipLibCheck: true };
const BUNDLED = { module: "esnext", moduleResolution: "bundler", strict: true, noEmit: true, skipLibCheck: true };
const typed = (options: object, ...types: string[]) => ({ compilerOptions: { ...options, types } });

const BABEL = {
  transform: {
    "\\.[jt]s$": [
      "babel-jest",
      {
        presets: [join(OURS, "@babel/preset-typescript")],
        plugins: [join(OURS, "@babel/plugin-transform-modules-commonjs")],
      },
    ],
  },
};

const PROJECTS: Readonly<Record<string, Project>> = {
  "vitest, TypeScript": {
    manifest: { type: "module", scripts: { test: "vitest run" } },
    files: { "src/client.ts": TYPESCRIPT, "tsconfig.json": typed(NODE_NEXT) },
    packages: ["vitest"],
    tests: "src/union-scopes.test.ts",
    run: ["vitest/vitest.mjs", "run"],
  },
  "vitest, CommonJS": {
    manifest: { devDependencies: { vitest: "4" } },
    files: { "lib/client.js": COMMONJS, "test/other.spec.js": "import { it } from 'vitest';\n\nit('is', () => {});\n" },
    packages: ["vitest"],
    tests: "test/union-scopes.spec.js",
    run: ["vitest/vitest.mjs", "run"],
  },
  "jest, CommonJS": {
    manifest: { scripts: { test: "jest" } },
    files: { "lib/client.js": COMMONJS },
    packages: ["jest"],
    tests: "lib/union-scopes.test.js",
    run: ["jest/bin/jest.js"],
  },
  "jest, TypeScript by Babel": {
    manifest: { scripts: { test: "jest" }, jest: BABEL, devDependencies: { jest: "30", "@types/jest": "30" } },
    files: {
      "src/client.ts": TYPESCRIPT.replaceAll(".js'", "'"),
      "src/__tests__/other.ts": "test('is', () => {});\n",
      "tsconfig.json": typed(BUNDLED, "jest"),
    },
    packages: ["jest", "babel-jest", "@types/jest"],
    tests: "src/__tests__/union-scopes.ts",
    run: ["jest/bin/jest.js"],
  },
  "mocha and node:assert, CommonJS": {
    manifest: { scripts: { test: "mocha" } },
    files: { "lib/client.js": COMMONJS },
    packages: ["mocha"],
    tests: "test/union-scopes.test.js",
    run: ["mocha/bin/mocha.js"],
  },
  "mocha and chai, ES module": {
    manifest: { type: "module", scripts: { test: "c8 mocha" }, devDependencies: { chai: "6" } },
    files: { "lib/client.js": MODULE, "test/other.js": "it('is', () => {});\n" },
    packages: ["mocha", "chai"],
    tests: "test/union-scopes.js",
    run: ["mocha/bin/mocha.js"],
  },
  "mocha with suites, TypeScript by tsx": {
    manifest: { type: "module", scripts: { test: "mocha --ui tdd --import tsx 'test/**/*.ts'" } },
    files: {
      "src/client/http.ts": TYPESCRIPT,
      "test/client/http.spec.ts": "suite('http', () => {\n  test('is', () => {});\n});\n",
      "tsconfig.json": typed(NODE_NEXT, "mocha", "node"),
    },
    packages: ["mocha", "tsx", "@types/mocha", "@types/node"],
    tests: "test/union-scopes.spec.ts",
    run: ["mocha/bin/mocha.js", "--ui=tdd", "--import=tsx", "test/**/*.ts"],
  },
  "node --test, CommonJS": {
    manifest: { scripts: { test: "node --test" } },
    files: { "client.cjs": COMMONJS },
    packages: [],
    tests: "union-scopes.test.js",
    run: ["node", "--test"],
  },
  "node --test, ES module": {
    manifest: { type: "module", scripts: { "test:unit": "node --test" } },
    files: { "lib/client.js": MODULE, "lib/other-test.js": "export {};\n" },
    packages: [],
    tests: "lib/union-scopes-test.js",
    run: ["node", "--test"],
  },
  "node --test, TypeScript by tsx": {
    manifest: { type: "module", scripts: { test: "tsx --test src/*.test.ts" } },
    files: { "src/client.ts": TYPESCRIPT, "tsconfig.json": typed(NODE_NEXT, "node") },
    packages: ["tsx", "@types/node"],
    tests: "src/union-scopes.test.ts",
    run: ["node", "--import=tsx", "--test", "src/union-scopes.test.ts"],
  },
  "ava, ES module": {
    manifest: { type: "module", devDependencies: { ava: "6" } },
    files: { "lib/client.js": MODULE },
    packages: ["ava"],
    tests: "lib/union-scopes.test.js",
    run: ["ava/entrypoints/cli.mjs"],
  },
  "bun test, TypeScript": {
    manifest: { type: "module", scripts: { test: "bun test" } },
    files: { "src/client.ts": TYPESCRIPT },
    packages: [],
    tests: "src/union-scopes.test.ts",
    run: ["bun", "test"],
  },
};

let tools = "";
let bun = "";
beforeAll(async () => {
  tools = await testRunners();
  if (runs(BUN) && BUN.published) bun = join(await fetchPackage(BUN.published), BUN.file ?? "");
});

function made({ manifest, files, packages }: Project): TempProject {
  const project = tempProject({ "package.json": { name: "client", ...manifest }, ...files });
  for (const name of packages) {
    const from = [tools, OURS].map((folder) => join(folder, name)).find(existsSync) ?? name;
    const link = project.path(`node_modules/${name}`);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(from, link, "junction");
  }
  return project;
}

function started({ root }: TempProject, [program = "", ...args]: readonly string[]): SpawnSyncReturns<string> {
  const { NODE_TEST_CONTEXT: _, VITEST: _1, NODE_OPTIONS: _2, ...env } = { ...ENV, CI: "true" } as NodeJS.ProcessEnv;
  const options = { cwd: root, env, encoding: "utf8" } as const;
  if (program === "bun") return spawnSync(bun, args, options);
  const file = program === "node" ? [] : [join(root, "node_modules", program)];
  return spawnSync(process.execPath, [...file, ...args], options);
}

/** The helper with a fault. */
function broken(text: string, name: keyof typeof FAULTS): string {
  const [from, to] = FAULTS[name];
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  return changed;
}

const FAULTS = {
  "only the last part": ["scopes.join", "scopes.slice(-1).join"],
  "only the first part": ["scopes.join", "scopes.slice(0, 1).join"],
  "scopes that are there twice": [/ && tokens\.indexOf\(token\) === index/, ""],
  "other scopes than those that stand alone": [
    "tokens.indexOf(token) === index",
    "tokens.join(' ').indexOf(token) >= 0 && !tokens.slice(0, index).join(' ').includes(token)",
  ],
  "scopes in another order": ["union.join", "union.sort().join"],
  "scopes in lower case": ["union.join", "union.map((each) => each.toLowerCase()).join"],
  "white space as it is": ["/\\s+/", "' '"],
  "text where there is no scope": [/ \|\| undefined/, ""],
} as const satisfies Record<string, readonly [from: string | RegExp, to: string]>;

const RUN = Object.entries(PROJECTS).filter(([, { run }]) => run[0] !== "bun" || runs(BUN));

describe.each(RUN)("tests of the helper for %s", (_, given) => {
  test("are green, and fail where the helper is broken", () => {
    const project = made(given);
    const { stdout, stderr } = runFix(project.root, "--with-tests");
    expect(stderr).toBe("");
    expect(stdout).toContain(`  ${given.tests}  new: tests of the union helper, for `);
    const green = started(project, given.run);
    expect(green.status, green.stdout + green.stderr).toBe(0);
    const helper =
      Object.keys(project.files()).find((name) => /(?:src|lib|^)\/?union-scopes\.[cm]?[jt]s$/.test(name)) ?? "";
    writeFileSync(project.path(helper), broken(project.read(helper), "only the last part"));
    const red = started(project, given.run);
    expect(red.status, red.stdout + red.stderr).not.toBe(0);
    expect(red.stdout + red.stderr).toContain("keeps granted and previous scopes beside challenged ones");
  });
});

test.each(Object.keys(FAULTS) as (keyof typeof FAULTS)[])("a helper that gives %s is found out", (fault) => {
  const given = PROJECTS["node --test, ES module"];
  if (!given) throw new Error("There is no such project.");
  const project = made(given);
  runFix(project.root, "--with-tests");
  const helper = project.path("lib/union-scopes.js");
  writeFileSync(helper, broken(project.read("lib/union-scopes.js"), fault));
  expect(started(project, given.run).status).toBe(1);
});

const TYPED_PROJECTS = Object.entries(PROJECTS).filter(([, { files }]) => "tsconfig.json" in files);

test.each(TYPED_PROJECTS)("those for %s compile in strict mode", (_, given) => {
  const project = made(given);
  runFix(project.root, "--with-tests");
  const tsc = join(OURS, "typescript", "bin", "tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, "--pretty", "false"], { cwd: project.root, encoding: "utf8" });
  expect(stdout.split("\n").filter((line) => line.includes("union-scopes"))).toEqual([]);
});
