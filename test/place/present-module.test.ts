import { describe, expect, test } from "vitest";
import { PlacementError } from "../../src/place/placement-error.ts";
import { planHelper } from "../../src/place/plan-helper.ts";
import { addToModule } from "../../src/place/write-vendored.ts";
import { tempProject } from "../temp-project.ts";

const SOURCE = "import { auth } from 'auth';\n\nfunction read() {\n    auth();\n}\n";
const TYPES = "...scopes: Array<string | undefined>): string | undefined";

/** What becomes of a module that is to hold the helper of `src/a.ts`. */
function added(name: string, text: string, more: Record<string, string | object> = {}) {
  const project = tempProject({ "package.json": { name: "a", type: "module" }, ...more, [name]: text });
  const { vendored } = planHelper({ "vendor-path": name }, "src/a.ts", SOURCE, project.root);
  if (!vendored) throw new Error("nothing is to be added");
  const before = project.read(name);
  expect([addToModule(vendored, true), project.read(name)]).toEqual([project.read(name) !== vendored.text, before]);
  const first = addToModule(vendored);
  const after = project.read(name);
  expect([addToModule(vendored), project.read(name)]).toEqual([false, after]);
  expect(Object.keys(project.files()).sort()).toEqual(["package.json", ...Object.keys(more), name].sort());
  return first ? { text: after } : {};
}

describe("the helper is added to a module that is there", () => {
  test("at its end, in its style", () => {
    const { text = "" } = added("src/auth.ts", 'import a from "a"\n\nexport function b() {\n\treturn a()\n}\n');
    expect(text).toBe(`import a from "a"

export function b() {
\treturn a()
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 * Typed as a string where the last part is one, as a scope is never blank; of blanks alone, the union is undefined.
 */
export function unionScopes(...scopes: [...Array<string | undefined>, string]): string
export function unionScopes(${TYPES}
export function unionScopes(${TYPES} {
\tconst tokens = scopes.join(" ").split(/\\s+/)
\tconst union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index)
\treturn union.join(" ") || undefined
}
`);
  });

  test("with a byte order mark, CRLF and no final newline kept as they are", () => {
    const before = "\ufeffexport const a = 1;\r\nexport const b = 2;";
    const { text = "" } = added("src/auth.ts", before);
    expect(text.startsWith(`${before}\r\n\r\n/**\r\n`)).toBe(true);
    expect(text.endsWith("}")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    // It has no indentation of its own.
    expect(text).toContain("\r\n    return union.");
  });

  test.each([
    ["src/auth.cjs", "exports.a = 1;\n", "\n\nexports.unionScopes = unionScopes;\n"],
    ["src/auth.cjs", "module.exports = { a: 1 };\n", "\n\nmodule.exports.unionScopes = unionScopes;\n"],
    ["src/auth.mjs", "export const a = 1;\n", "\nexport function unionScopes(...scopes) {\n"],
  ])("%s by the export that it writes: %j", async (name, before, expected) => {
    const project = tempProject({ "package.json": { name: "a" }, [name]: before });
    const { vendored } = planHelper({ "vendor-path": name }, "src/a.mjs", SOURCE, project.root);
    expect(vendored && addToModule(vendored)).toBe(true);
    expect(project.read(name).startsWith(before)).toBe(true);
    expect(project.read(name)).toContain(expected);
    const { unionScopes, a, default: all = { a } } = await import(project.path(name));
    expect([(unionScopes ?? all.unionScopes)("a b", "b c"), all.a]).toEqual(["a b c", 1]);
  });

  test("in lines as short as its formatter wants them", () => {
    const { text = "" } = added("src/auth.ts", "export const a = 1;\n", { ".prettierrc": {} });
    expect(
      Math.max(
        ...text
          .split("\n")
          .filter((line) => !line.startsWith(" *"))
          .map(({ length }) => length),
      ),
    ).toBeLessThan(81);
  });

  test.each([
    "export function unionScopes(...s: (string | undefined)[]) {\n  return s.join(' ');\n}\n",
    "export { joinScopes as unionScopes } from './scopes.js';\n",
  ])("unless it exports one: %j", (text) => {
    expect(added("src/auth.ts", text)).toEqual({});
  });

  test.each([
    [
      "function unionScopes() {}\nexport { unionScopes as other };\n",
      "the unionScopes that it declares is not known to join scopes",
    ],
    [
      "export const unionScopes = (a: string[]) => a;\n",
      "the unionScopes that it declares is not known to join scopes",
    ],
    [
      "export function unionScopes(a: string[], b: string[]) {\n  return [...a, ...b];\n}\n",
      "the unionScopes that it declares is not known to join scopes",
    ],
    [
      "import { unionScopes } from './b.js';\nexport const a = unionScopes('a');\n",
      "it has a unionScopes that it does not export",
    ],
    ["export const a = unionScopes;\n", "it has a unionScopes that it does not export"],
    ["const a = 1;\n", "it imports and exports nothing, so it is no module"],
    ["const a = 1;\nexport = a;\n", "it is written as CommonJS, to which no export can be added"],
    ["export const = 1;\n", "it cannot be read as a module (1:14 does not parse: Unexpected token)"],
  ])("and never where that would be wrong: %j", (text, reason) => {
    const project = tempProject({ "package.json": { name: "a" }, "src/auth.ts": text });
    const { vendored } = planHelper({ "vendor-path": "src/auth.ts" }, "src/a.ts", SOURCE, project.root);
    for (const dry of [true, false]) {
      expect(() => vendored && addToModule(vendored, dry)).toThrow(
        new PlacementError(
          `unionScopes cannot be added to ${project.path("src/auth.ts")}: ${reason}. It stays as it is. Choose another file by --helper-file=<file>.`,
        ),
      );
    }
    expect(project.read("src/auth.ts")).toBe(text);
  });

  test("nor where it has changed since it was read", () => {
    const project = tempProject({ "package.json": { name: "a" }, "src/auth.ts": "export const a = 2;\n" });
    const file = { path: project.path("src/auth.ts"), text: "new", present: { before: "export const a = 1;\n" } };
    expect(() => addToModule(file)).toThrow(/cannot be added to .*auth\.ts\. It changed after it was read/);
    expect(project.read("src/auth.ts")).toBe("export const a = 2;\n");
  });

  test("and where it has the site itself, is exported there", () => {
    const project = tempProject({ "package.json": { name: "a" }, "src/a.ts": SOURCE });
    expect(planHelper({ "vendor-path": "src/a.ts" }, "src/a.ts", SOURCE, project.root)).toEqual({
      plan: { reuse: true, moduleKind: "script", add: { kind: "inline", exported: true } },
    });
  });
});
