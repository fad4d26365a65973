import type { API, Options } from "jscodeshift";
import { expect, onTestFinished, test } from "vitest";
import stepUpUnion from "../../transforms/step-up-union.ts";
import { tempProject } from "../temp-project.ts";
import { TYPESCRIPT } from "./sources.ts";

function transformed(source: string, options: Options): Promise<string | undefined> {
  return stepUpUnion({ path: "/none/a.ts", source }, {} as API, options);
}

test("wrong options are told in full once, also for files without a site", async () => {
  const failed = () => transformed("", { tokens: "none" }).catch((error: Error) => [error.message, error.stack]);
  expect(await failed()).toEqual([
    "Nothing is changed: the options are wrong.\n--tokens=none is not known; write --tokens=auto|omit.",
    "",
  ]);
  expect(await failed()).toEqual(["Nothing is changed: the options are wrong, as told above.", ""]);
});

test("a file that fails the text test is passed over", async () => {
  expect(await transformed("this._scope = scope;", {})).toBeUndefined();
});

test("a file that is nested too deeply is one error, without a stack", async () => {
  const deep = `${TYPESCRIPT}const deep = ${"(".repeat(20_000)}1${")".repeat(20_000)};\n`;
  const error = await transformed(deep, {}).catch((thrown: Error) => thrown);
  expect(error).toMatchObject({ message: expect.stringContaining("nested too deeply"), stack: "" });
});

test("an error holds nothing that a terminal or a log obeys", async () => {
  const { root } = tempProject({ "step-up-union.config.json": { "##[group]\u202e": 1 } });
  const before = process.cwd();
  process.chdir(root);
  onTestFinished(() => process.chdir(before));
  const error = await transformed(TYPESCRIPT, {}).catch((thrown: Error) => thrown);
  expect(error).toMatchObject({ message: expect.stringContaining("\\u{23}#[group]\\u{202e}"), stack: "" });
});

test("suppressions hold, and those that are not in order are told", async () => {
  const reports: string[] = [];
  const counts: string[] = [];
  const api = { report: (line: string) => reports.push(line), stats: (name: string) => counts.push(name) };
  const site = "          this._scope = scope;\n";
  const suppressed = (comment: string) => ({
    path: "/none/a.ts",
    source: TYPESCRIPT.replace(site, `${comment}\n${site}`),
  });
  const run = (comment: string) => stepUpUnion(suppressed(comment), api as unknown as API, { helper: "inline" });

  expect(await run("// step-up-union-ignore-next-line replaced-scope -- one scope is ever granted")).toBeUndefined();
  expect([reports, counts]).toEqual([[], ["suppression used"]]);
  expect(await run("// step-up-union-ignore-next-line replaced-scope")).toContain("unionScopes(");
  expect(reports).toEqual([
    "19:1 suppression no-reason it gives no reason; write step-up-union-ignore-next-line replaced-scope -- <reason>",
    expect.stringMatching(/^20:11 rewrite replaced-scope \S/),
  ]);
});
