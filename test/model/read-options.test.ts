import { describe, expect, test } from "vitest";
import { OPTIONS } from "../../src/model/options.ts";
import { readOptions } from "../../src/model/read-options.ts";

/** What jscodeshift 17 gives to every transform, without an option of ours. */
const RUNNER = {
  transform: "./transforms/step-up-union.ts",
  verbose: 0,
  dry: false,
  print: false,
  babel: true,
  extensions: "cjs,es,es6,js,jsx,mjs,ts,tsx",
  ignorePattern: [],
  ignoreConfig: [],
  gitignore: false,
  runInBand: false,
  silent: false,
  parser: "babel",
  failOnError: false,
  stdin: false,
};

const ALLOWED =
  "Allowed are --helper=auto|import|vendor|inline, --helper-source=<module>, --helper-name=<export>, --vendor-path=<file>, --on-401=keep|union, --shared-handlers=review|guard, --tokens=auto|omit, and jscodeshift's own options.";

function problems(raw: Record<string, unknown>): readonly string[] {
  const read = readOptions({ ...RUNNER, ...raw });
  return "problems" in read ? read.problems : [];
}

describe("options that are right", () => {
  test("the runner's own pass and give no value", () => {
    expect(readOptions(RUNNER)).toEqual({ values: {} });
    expect(readOptions({ _: [], cpus: 2, parserConfig: {}, ignoreSet: [], help: true, version: true })).toEqual({
      values: {},
    });
  });

  test("every value that is listed is accepted", () => {
    for (const [name, entry] of Object.entries(OPTIONS)) {
      for (const value of "values" in entry ? entry.values : []) {
        const more = value === "import" ? { "helper-source": "m" } : {};
        expect(readOptions({ [name]: value, ...more })).toEqual({ values: { [name]: value, ...more } });
      }
    }
  });

  test.each([
    { helper: "import", "helper-source": "@scope/pkg/scopes", "helper-name": "mergeScopes" },
    { helper: "import", "helper-source": "./lib/scopes.js", "helper-name": "$union_1" },
    { helper: "vendor", "vendor-path": "src/lib/scopes.ts" },
    { "vendor-path": "scopes.cjs" },
    { helper: "auto", "vendor-path": "C:\\scopes.mts", "on-401": "union", "shared-handlers": "guard", tokens: "omit" },
  ])("%j", (raw) => {
    expect(readOptions({ ...RUNNER, ...raw })).toEqual({ values: raw });
  });
});

describe("options that are wrong", () => {
  test.each([
    ["on401", "union", ` Did you mean --on-401?`],
    ["helperSource", "m", ` Did you mean --helper-source?`],
    ["helpers", "auto", ` Did you mean --helper?`],
    ["shared-handler", "guard", ` Did you mean --shared-handlers?`],
    ["token", "omit", ` Did you mean --tokens?`],
    ["dry-run", true, ` Did you mean --dry?`],
    ["ext", "ts", ` Did you mean --extensions?`],
    ["project", "tsconfig.json", ""],
    ["x", 1, ""],
    ["constructor", "auto", ""],
    ["check", "src", ""],
  ])("the name %s", (name, value, hint) => {
    expect(problems({ [name]: value })).toEqual([`--${name} is not known.${hint} ${ALLOWED}`]);
  });

  test.each([
    [
      { helper: "inlin" },
      "--helper=inlin is not known; write --helper=auto|import|vendor|inline. Did you mean inline?",
    ],
    [{ helper: "src" }, "--helper=src is not known; write --helper=auto|import|vendor|inline."],
    [{ "on-401": "Union" }, "--on-401=Union is not known; write --on-401=keep|union. Did you mean union?"],
    [{ "shared-handlers": "rewrite" }, "--shared-handlers=rewrite is not known; write --shared-handlers=review|guard."],
    [{ tokens: "none" }, "--tokens=none is not known; write --tokens=auto|omit."],
    [{ tokens: true }, "--tokens has no value; write --tokens=auto|omit."],
    [{ tokens: false }, "--tokens has no value; write --tokens=auto|omit."],
    [{ tokens: "" }, "--tokens has no value; write --tokens=auto|omit."],
    [{ tokens: null }, "--tokens is null, and no text; write --tokens=auto|omit."],
    [{ "on-401": 401 }, "--on-401 is 401, and no text; write --on-401=keep|union."],
    [{ helper: ["auto", "inline"] }, "--helper is given 2 times; give it once."],
    [{ helper: "import" }, "--helper=import needs --helper-source=<module>: the module to import unionScopes from."],
    [{ "helper-source": "m" }, "--helper-source needs --helper=import."],
    [{ helper: "vendor", "helper-name": "mergeScopes" }, "--helper-name needs --helper=import."],
    [
      { helper: "import", "helper-source": "m", "helper-name": "merge-scopes" },
      "--helper-name=merge-scopes is not the name of an export; write --helper-name=<export> with an identifier.",
    ],
    [
      { helper: "import", "helper-source": "m", "helper-name": "default" },
      "--helper-name=default is not the name of an export; write --helper-name=<export> with an identifier.",
    ],
    [
      { helper: "inline", "vendor-path": "a.ts" },
      "--vendor-path needs --helper=vendor or --helper=auto, not --helper=inline.",
    ],
    [
      { "vendor-path": "src/scopes" },
      "--vendor-path=src/scopes does not name a module; end it in .ts, .mts, .cts, .js, .mjs or .cjs.",
    ],
    [
      { "vendor-path": "src/scopes.d.ts" },
      "--vendor-path=src/scopes.d.ts does not name a module; end it in .ts, .mts, .cts, .js, .mjs or .cjs.",
    ],
    [
      { "vendor-path": "src/.ts" },
      "--vendor-path=src/.ts does not name a module; end it in .ts, .mts, .cts, .js, .mjs or .cjs.",
    ],
    [
      { "vendor-path": "src/scopes.tsx" },
      "--vendor-path=src/scopes.tsx does not name a module; end it in .ts, .mts, .cts, .js, .mjs or .cjs.",
    ],
  ])("%j", (raw, problem) => {
    expect(problems(raw)).toEqual([problem]);
  });

  test("all of them are told at once", () => {
    expect(problems({ helper: "inlin", tokens: "none" })).toHaveLength(2);
    expect(problems({ fix: true, tokens: true })).toHaveLength(2);
  });
});
