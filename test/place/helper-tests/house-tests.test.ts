import { relative, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { testPlace } from "../../../src/place/helper-tests/house-tests.ts";
import { tempProject } from "../../temp-project.ts";

/** Where a test of `src/shared/union-scopes.ts` goes: its folder and its suffix. */
function place(
  files: readonly string[],
  { module = "src/shared/union-scopes.ts", first }: { module?: string; first?: string } = {},
) {
  const texts = Object.fromEntries([module, "src/client/auth.ts", ...files].map((name) => [name, ""]));
  const project = tempProject({ ...texts, "package.json": { name: "a" } });
  const found = testPlace(project.path(module), project.root, first);
  return `${relative(project.root, found.folder).split(sep).join("/")} *${found.suffix}`;
}

describe("a test is put", () => {
  test.each<[string, readonly string[], string]>([
    ["beside, where there is none", [], "src/shared *.test"],
    ["beside, as others are", ["src/client/auth.spec.ts", "src/a.spec.ts", "test/b.test.ts"], "src/shared *.spec"],
    ["beside, with the words of others", ["src/client/auth-test.ts"], "src/shared *-test"],
    ["within a folder beside", ["src/client/__tests__/auth.test.ts"], "src/shared/__tests__ *.test"],
    ["within one further up", ["src/__tests__/auth.ts", "src/client/__tests__/a.ts"], "src/__tests__ *"],
    ["in the folder of tests", ["test/auth.test.ts"], "test *.test"],
    ["in one without suffixes", ["tests/auth.ts"], "tests *"],
    ["in one whose helpers have none", ["tests/auth.test.ts", "tests/a.ts", "tests/b.ts"], "tests *.test"],
    ["in one laid out as the sources are", ["test/client/auth.test.ts"], "test/shared *.test"],
    ["in such a one among others", ["test/unit/client/auth.test.ts", "test/e2e/a.test.ts"], "test/unit/shared *.test"],
    [
      "in one for units",
      ["test/unit/auth.test.ts", "test/types/a.test.ts", "test/types/b.test.ts"],
      "test/unit *.test",
    ],
    ["in one within the sources", ["src/test/auth.test.ts"], "src/test *.test"],
    ["as most are", ["src/a.test.ts", "test/b.test.ts", "test/c.test.ts"], "test *.test"],
  ])("%s", (_, files, expected) => {
    expect(place(files)).toBe(expected);
  });

  test("in a folder of its own, where the runner looks there and nowhere else", () => {
    expect(place([], { first: "test" })).toBe("test *.test");
    expect(place(["src/a.spec.ts"], { first: "test" })).toBe("src/shared *.spec");
  });

  test("as no other package, build, fixture or declaration has it", () => {
    const others = [
      "dist/a.spec.ts",
      "node_modules/a/b.spec.ts",
      "fixtures/a.spec.ts",
      ".hidden/a.spec.ts",
      "test/a.d.ts",
    ];
    expect(place(others)).toBe("src/shared *.test");
    expect(place(["packages/b/package.json", "packages/b/src/a.spec.ts"])).toBe("src/shared *.test");
  });

  test("as those that lie nearest, in its own language", () => {
    const files = ["src/shared/a.test.js", "src/shared/b.test.ts", "src/client/c.test.ts"];
    const project = tempProject(Object.fromEntries(files.map((name) => [name, ""])));
    const { like } = testPlace(project.path("src/shared/union-scopes.ts"), project.root, undefined);
    expect(like.map(({ path }) => path)).toEqual(
      ["src/shared/b.test.ts", "src/client/c.test.ts", "src/shared/a.test.js"].map(project.path),
    );
  });
});
