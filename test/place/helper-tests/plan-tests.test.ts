import { relative, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { mayHoldSite } from "../../../src/parse/text-test.ts";
import { planHelperTests } from "../../../src/place/helper-tests/plan-tests.ts";
import { vendoredText } from "../../../src/place/vendored-text.ts";
import { tempProject } from "../../temp-project.ts";
import { PLAIN } from "../plain-style.ts";

const HELPERS = {
  ts: vendoredText({ typescript: true, kind: "esm", style: PLAIN }),
  esm: vendoredText({ typescript: false, kind: "esm", style: PLAIN }),
  cjs: vendoredText({ typescript: false, kind: "commonjs", style: PLAIN }),
};

interface Given {
  readonly manifest?: object;
  readonly files?: Readonly<Record<string, string | object>>;
  readonly helper?: string;
  readonly text?: string;
  /** The text of the module that needs the helper, beside it. */
  readonly importer?: string;
}

function planned({ manifest = {}, files = {}, helper = "src/union-scopes.ts", text, importer = "" }: Given) {
  const own = text ?? (/ts$/.test(helper) ? HELPERS.ts : HELPERS.esm);
  const project = tempProject({ "package.json": { name: "a", ...manifest }, ...files, [helper]: own });
  const path = project.path(helper);
  const found = planHelperTests({ path, text: own }, { path: `${path}.ts`, text: importer }, project.root);
  return "refusal" in found ? found : { ...found, path: relative(project.root, found.path).split(sep).join("/") };
}

/** The first lines of the tests, up to the first assertion. */
function head(given: Given): string {
  const found = planned(given);
  if ("refusal" in found) throw new Error(found.refusal);
  return found.text.slice(0, found.text.indexOf("a b c'") + "a b c'".length);
}

const VITEST = { scripts: { test: "vitest" } };
const JEST = { scripts: { test: "jest" } };

describe("the tests of the helper", () => {
  test("are those of all that it promises", () => {
    expect(planned({ manifest: { type: "module", scripts: { test: "node --test" } } })).toEqual({
      path: "src/union-scopes.test.ts",
      runner: "node --test",
      text: `import { strictEqual } from 'node:assert';
import { describe, it } from 'node:test';

import { unionScopes } from './union-scopes.js';

describe('unionScopes', () => {
  it('keeps granted and previous scopes beside challenged ones', () => {
    strictEqual(unionScopes('a', 'b', 'c'), 'a b c');
  });

  it('lists each scope once, in first-seen order', () => {
    strictEqual(unionScopes('b a', 'a c', 'b'), 'b a c');
  });

  it('ignores missing parts', () => {
    strictEqual(unionScopes(undefined, 'a', '', 'b'), 'a b');
  });

  it('splits scopes at any whitespace', () => {
    strictEqual(unionScopes('  a  b ', '\\tc\\n'), 'a b c');
  });

  it('treats scopes as opaque', () => {
    strictEqual(unionScopes('a:b', 'a'), 'a:b a');
    strictEqual(unionScopes('A', 'a'), 'A a');
  });

  it('returns undefined when there is no scope', () => {
    strictEqual(unionScopes(), undefined);
    strictEqual(unionScopes('', ' ', undefined), undefined);
  });
});
`,
    });
  });

  test.each<[string, object, string]>([
    ["vitest", { scripts: { test: "vitest" } }, "import { describe, expect, it } from 'vitest';\n\nimport "],
    ["bun", { scripts: { test: "bun test" } }, "import { describe, expect, it } from 'bun:test';\n\nimport "],
    ["jest with types", { ...JEST, devDependencies: { "@types/jest": "30" } }, "import { unionScopes } from"],
    ["jest without", JEST, "import { describe, expect, it } from '@jest/globals';\n\nimport "],
    ["mocha", { scripts: { test: "mocha" } }, "import { strictEqual } from 'node:assert';\n\nimport "],
    [
      "chai",
      { scripts: { test: "mocha" }, devDependencies: { chai: "6" } },
      "import { expect } from 'chai';\n\nimport ",
    ],
    ["ava", { scripts: { test: "ava" } }, "import test from 'ava';\n\nimport "],
  ])("import what they need from %s", (_, manifest, imports) => {
    expect(head({ manifest }).startsWith(imports)).toBe(true);
  });

  test("assert as the runner does", () => {
    const chai = { scripts: { test: "mocha" }, devDependencies: { chai: "6" } };
    expect(head({ manifest: VITEST })).toContain("expect(unionScopes('a', 'b', 'c')).toBe('a b c'");
    expect(head({ manifest: chai })).toContain("expect(unionScopes('a', 'b', 'c')).to.equal('a b c'");
    expect(head({ manifest: { scripts: { test: "ava" } } })).toContain(
      "test('keeps granted and previous scopes beside challenged ones', (t) => {\n  t.is(unionScopes(",
    );
  });

  test("in JavaScript take jest's functions as they are, unless they are installed apart", () => {
    const helper = "src/union-scopes.js";
    expect(head({ manifest: JEST, helper })).toMatch(/^import \{ unionScopes \}/);
    expect(head({ manifest: { ...JEST, devDependencies: { "@jest/globals": "30" } }, helper })).toMatch(
      /@jest\/globals/,
    );
  });

  test("in CommonJS require what they need", () => {
    const given = { helper: "lib/union-scopes.js", text: HELPERS.cjs };
    expect(head({ ...given, manifest: { scripts: { test: "node --test" } } })).toBe(`'use strict';

const { strictEqual } = require('node:assert');
const { describe, it } = require('node:test');

const { unionScopes } = require('./union-scopes');

describe('unionScopes', () => {
  it('keeps granted and previous scopes beside challenged ones', () => {
    strictEqual(unionScopes('a', 'b', 'c'), 'a b c'`);
    // It cannot be required.
    expect(head({ ...given, manifest: VITEST })).toMatch(/^import \{ describe, expect, it \} from 'vitest';/);
  });

  test.each([
    [
      "lib/union-scopes.cjs",
      "cjs",
      {},
      "lib/union-scopes.test.js",
      "const { unionScopes } = require('./union-scopes.cjs');",
    ],
    [
      "lib/union-scopes.cjs",
      "cjs",
      { type: "module" },
      "lib/union-scopes.test.js",
      "import { unionScopes } from './union-scopes.cjs';",
    ],
    [
      "lib/union-scopes.mjs",
      "esm",
      {},
      "lib/union-scopes.test.mjs",
      "import { unionScopes } from './union-scopes.mjs';",
    ],
    [
      "lib/union-scopes.mts",
      "ts",
      {},
      "lib/union-scopes.test.mts",
      "import { unionScopes } from './union-scopes.mjs';",
    ],
  ] as const)("of %s in %s, in a package %j, are %s", (helper, kind, manifest, path, line) => {
    const given = { helper, text: HELPERS[kind], manifest: { ...manifest, scripts: { test: "node --test" } } };
    expect(planned(given)).toMatchObject({ path, text: expect.stringContaining(line) });
  });

  test("import the helper as other tests import, else as the module that needs it", () => {
    const sample = "import { a } from './a.ts';\n";
    const line = (given: Given) => /from '(.*union-scopes.*)'/.exec(head({ manifest: VITEST, ...given }))?.[1];
    expect(line({ files: { "src/a.test.ts": sample }, importer: "import { a } from './a';" })).toBe(
      "./union-scopes.ts",
    );
    expect(line({ importer: "import { a } from './a.js';" })).toBe("./union-scopes.js");
    expect(line({ files: { "src/a.test.ts": "{{" }, importer: "import { a } from './a';" })).toBe("./union-scopes");
    expect(line({ files: { "test/a.test.ts": "import { a } from '../src/a.js';" } })).toBe("../src/union-scopes.js");
  });

  test("are written as the other tests are", () => {
    const sample =
      'import { expect, test } from "vitest"\nimport { a } from "./a"\n\ntest("a", () => {\n\texpect(a).toBe("a")\n})\n';
    const found = planned({ manifest: VITEST, files: { "src/a.spec.ts": sample } });
    expect(found).toMatchObject({ path: "src/union-scopes.spec.ts" });
    expect(
      "text" in found &&
        found.text.startsWith(
          'import { describe, expect, test } from "vitest"\nimport { unionScopes } from "./union-scopes"\n\ndescribe("unionScopes", () => {\n\ttest("keeps',
        ),
    ).toBe(true);
  });

  test("of a helper among others have a name of their own, in the case of the folder's", () => {
    const text = `export const someThing = 1;\n\n${HELPERS.ts}`;
    const given = { manifest: VITEST, text, helper: "src/authFlow.ts", files: { "src/someTest.test.ts": "" } };
    expect(planned(given)).toMatchObject({
      path: "src/unionScopes.test.ts",
      text: expect.stringContaining("import { unionScopes } from './authFlow'"),
    });
  });

  test("are known to test a helper that was formatted anew", () => {
    const text = HELPERS.ts
      .replace(/\n\s*const/g, "\n\n\tconst")
      .replaceAll("'", '"')
      .replaceAll(";", "")
      .replaceAll("(...scopes: Array<string | undefined>)", "(\n  ...scopes: Array<string | undefined>,\n)");
    expect(planned({ manifest: VITEST, text })).toMatchObject({ path: "src/union-scopes.test.ts" });
  });

  test("are none of a helper that is another", () => {
    const text = "export const unionScopes = (...scopes: string[]) => scopes.join(' ');\n";
    expect(planned({ manifest: VITEST, text })).toEqual({
      refusal: "It has a unionScopes of its own, to which no tests were added.",
    });
  });

  test("are none where no runner is known", () => {
    expect(planned({ manifest: { scripts: { test: "tap" } } })).toEqual({
      refusal:
        "No tests were added: no package.json shows a test runner that is known (vitest, jest, mocha, ava, node --test, bun test).",
    });
  });

  test("are none in TypeScript where a runner is told to run JavaScript", () => {
    const files = { "test/a.test.js": "" };
    expect(planned({ manifest: { scripts: { test: "mocha" } }, files })).toEqual({
      refusal: "No tests were added: it is TypeScript, and the tests of its package are JavaScript.",
    });
    expect(planned({ manifest: VITEST, files })).toMatchObject({ path: "test/union-scopes.test.ts" });
  });

  test("are not taken for a step-up handler", () => {
    const found = planned({ manifest: VITEST });
    expect("text" in found && mayHoldSite(found.text)).toBe(false);
  });
});
