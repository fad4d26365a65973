import { describe, expect, test } from "vitest";
import { silentKind, writesImportEquals, writtenKind } from "../../src/place/module-kind.ts";
import { tempProject } from "../temp-project.ts";

describe("the module kind", () => {
  const PACKAGES = {
    "none/package.json": {},
    "esm/package.json": { type: "module" },
    "cjs/package.json": { type: "commonjs" },
    "esm/cjs/package.json": { type: "commonjs" },
  };

  test.each([
    ["esm/a.js", "esm"],
    ["esm/deep/down/a.jsx", "esm"],
    ["esm/cjs/a.js", "commonjs"],
    ["cjs/a.js", "commonjs"],
    ["none/a.js", "script"],
    ["none/a.mjs", "esm"],
    ["esm/a.cjs", "commonjs"],
    ["esm/a.ts", "script"],
    ["none/a.mts", "esm"],
    ["none/a.cts", "script"],
  ])("of a silent %s is %s", (file, kind) => {
    expect(silentKind(tempProject(PACKAGES).path(file))).toBe(kind);
  });

  test.each([
    ["none/a.js", "import a from 'a';", "esm"],
    ["none/a.js", "export default 1;", "esm"],
    ["cjs/a.js", "import{a}from'a'", "esm"],
    ["none/a.js", '"use strict";import a from "a"', "esm"],
    ["esm/a.js", "const a = require('a');", "commonjs"],
    ["esm/a.js", "exports.a = 1;", "commonjs"],
    ["none/a.js", "const a = import('a');", "commonjs"],
    ["none/a.js", "import('a');\nconst b = require('b');", "commonjs"],
    ["none/a.js", "/*\nimport a from 'a' is the new way\n*/\nconst a = require('a');", "commonjs"],
    ["none/a.js", "// no require here\nexport const a = 1;", "esm"],
    ["esm/a.js", "import { createRequire } from 'node:module';\nconst require = createRequire('x');", "esm"],
    ["esm/a.js", "go();", "esm"],
    ["none/a.cjs", "import a from 'a';", "commonjs"],
  ])("of %s with %j is %s", (file, source, kind) => {
    expect(writtenKind(tempProject(PACKAGES).path(file), source)).toBe(kind);
  });

  test.each([
    ["a.ts", "import a = require('a');\nexport = a;", true],
    ["a.cts", "export = { a: 1 };", true],
    ["a.ts", "export import a = require('a');", true],
    ["a.ts", "import a = require('a');\nimport b from 'b';", false],
    ["a.ts", "import a = require('a');\nexport const b = 1;", false],
    ["a.ts", "import a from 'a';", false],
    ["a.js", "import a = require('a');", false],
  ])("%s with %j is CommonJS in TypeScript's own syntax: %s", (file, source, answer) => {
    expect(writesImportEquals(file, source)).toBe(answer);
  });
});
