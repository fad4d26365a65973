import { describe, expect, test } from "vitest";
import { configIn, findConfig } from "../../src/config/find-config.ts";
import { tempProject } from "../temp-project.ts";

const KEY = (options: object) => ({ name: "a", "step-up-union": options });

describe("the configuration of a folder", () => {
  test("is that of the nearest file, else of the nearest package.json that has one", () => {
    const { path } = tempProject({
      ".git/HEAD": "",
      "step-up-union.config.json": { tokens: "omit" },
      "package.json": KEY({ helper: "inline" }),
      "near/step-up-union.config.json": { "on-401": "union" },
      "near/below/package.json": KEY({ helper: "inline" }),
      "other/src/a.ts": "",
    });
    expect(findConfig(path("near/below"))?.path).toBe(path("near/step-up-union.config.json"));
    expect(findConfig(path("other/src"))?.options).toEqual({ tokens: "omit" });
    const { path: at } = tempProject({
      ".git/HEAD": "",
      "package.json": KEY({ helper: "inline" }),
      "a/package.json": { name: "b" },
    });
    expect(findConfig(at("a"))).toMatchObject({
      options: { helper: "inline" },
      path: at("package.json"),
      folder: at("."),
    });
  });

  test("is not looked for outside of its repository, or without one of its package", () => {
    const { path } = tempProject({
      "step-up-union.config.json": { tokens: "omit" },
      "repository/.git": "gitdir: elsewhere",
      "repository/src/a.ts": "",
      "package/package.json": { name: "a" },
      "package/src/a.ts": "",
      "alone/a.ts": "",
    });
    for (const folder of ["repository/src", "package/src", "alone"]) expect(findConfig(path(folder))).toBeUndefined();
    expect(findConfig(path("."))?.options).toEqual({ tokens: "omit" });
  });

  test("has its paths from its own folder", () => {
    const { path } = tempProject({
      "step-up-union.config.json": {
        baseline: "known.json",
        names: {
          provider: [{ module: "./src/session", export: "S" }],
          authorization: [{ module: "@a/b", export: "c" }],
        },
      },
    });
    const config = findConfig(path("."));
    expect(config?.baseline).toBe(path("known.json"));
    expect(config?.names).toEqual([
      { role: "provider", module: path("src/session"), export: "S" },
      { role: "authorization", module: "@a/b", export: "c" },
    ]);
  });

  test("is refused with all that is wrong in it, by its path", () => {
    const { path } = tempProject({
      "broken/step-up-union.config.json": "{ helper: }",
      "wrong/step-up-union.config.json": { on401: "union", "fail-on": "nevr", names: { providers: [] }, tokens: 1 },
      "list/package.json": KEY([]),
      "foreign/package.json": "{ broken",
      "plain/package.json": { name: "a" },
    });
    expect(() => findConfig(path("broken"))).toThrow(`${path("broken/step-up-union.config.json")} is no JSON`);
    const message = messageOf(() => findConfig(path("wrong")));
    expect(message.split("\n")).toEqual([
      `${path("wrong/step-up-union.config.json")} is wrong:`,
      expect.stringMatching(/^"on401" is not known\. Did you mean "on-401"\? Allowed are "helper": "auto" \| /),
      '"tokens" is 1, and no text; write "tokens": "auto" | "omit".',
      '"fail-on": "nevr" is not known; write "never" | "rewrite" | "review" | "advice". Did you mean "never"?',
      expect.stringMatching(/^"names": "providers" is not known; write .* Did you mean "provider"\?$/),
    ]);
    expect(() => findConfig(path("list"))).toThrow(`${path("list/package.json")} is wrong:\nIt holds no object`);
    // What is wrong with package.json itself is for others to tell.
    expect(findConfig(path("foreign"))).toBeUndefined();
    expect(() => configIn(path("foreign/package.json"))).toThrow(`${path("foreign/package.json")} is no JSON`);
    expect(() => configIn(path("plain/package.json"))).toThrow('has no key "step-up-union"');
    expect(() => configIn(path("none.json"))).toThrow(`${path("none.json")} cannot be read: there is no such file`);
  });
});

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error("It did not throw");
}
