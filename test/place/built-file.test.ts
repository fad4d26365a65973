import { describe, expect, test } from "vitest";
import { isBuiltFile } from "../../src/place/built-file.ts";
import { tempProject } from "../temp-project.ts";

describe("a file is built", () => {
  const HAND = "export const a = 1;\n";

  test.each([
    ["node_modules/a/src/a.ts", HAND],
    ["src/node_modules/a.js", HAND],
    ["dist/esm/a.js", HAND],
    ["dist-cjs/a.js", HAND],
    ["packages/a/build/a.cjs", HAND],
    ["out/a.mjs", HAND],
    [".next/server/a.js", HAND],
    ["public/a.min.js", HAND],
    ["public/a.bundle.js", HAND],
    ["lib/a.js", `${HAND}//# sourceMappingURL=a.js.map\n`],
    ["lib/a.js", `${HAND}/*# sourceMappingURL=a.js.map */`],
    ["lib/a.js", `${HAND}//@ sourceMappingURL=data:application/json;base64,e30=`],
    ["lib/a.js", `// node_modules/zod/index.js\n${HAND}`],
    ["lib/a.js", `//#region node_modules/zod/index.js\n${HAND}`],
    ["lib/a.js", "var a = __webpack_require__(1);\n"],
    ["lib/a.js", `${HAND}const b = ${"1+".repeat(2600)}1;\n${HAND.repeat(100)}`],
    ["lib/a.js", `const b = ${"1+".repeat(150)}1;\nconst c = ${"1+".repeat(150)}1;`],
  ])("%s", (file, source) => {
    const { root, path } = tempProject({});
    expect(isBuiltFile(path(file), source, root)).toBe(true);
  });

  test.each([
    ["src/a.js", HAND],
    ["src/builder/outer/distance.js", HAND],
    ["src/build/a.ts", HAND],
    ["src/a.ts", `const b = ${"1+".repeat(2600)}1;\n`],
    ["lib/a.js", "const map = '//# sourceMappingURL=' + name;\nsave(map);\n"],
    ["lib/a.js", "//# sourceMappingURL=a.js.map\nexport const a = 1;\n"],
    ["lib/a.js", `const b = ${"1+".repeat(2000)}1;\n${HAND.repeat(100)}`],
    ["lib/a.js", ""],
  ])("not %s", (file, source) => {
    const { root, path } = tempProject({});
    expect(isBuiltFile(path(file), source, root)).toBe(false);
  });

  test("whatever lies above the package does not count", () => {
    const { path } = tempProject({});
    expect(isBuiltFile(path("build/project/src/a.js"), HAND, path("build/project"))).toBe(false);
  });
});
