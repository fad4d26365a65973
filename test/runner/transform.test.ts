import type { API, Options } from "jscodeshift";
import { expect, test } from "vitest";
import stepUpUnion from "../../transforms/step-up-union.ts";

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
