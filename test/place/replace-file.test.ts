import { describe, expect, test } from "vitest";
import { replaceFile } from "../../src/place/replace-file.ts";

/** A file system that answers with errors first, each once; what it was asked, and for how long was waited. */
function answering(...codes: string[]) {
  const log = { tries: 0, waited: 0 };
  const rename = () => {
    const code = codes[log.tries++];
    if (code !== undefined) throw Object.assign(new Error(`${code}: refused`), { code });
  };
  const wait = (milliseconds: number) => {
    log.waited += milliseconds;
  };
  return { log, rename, wait };
}

describe("a file that is replaced", () => {
  test.each(["EPERM", "EACCES", "EBUSY"])("is tried again on Windows after %s", (code) => {
    const { log, ...system } = answering(code, code);
    replaceFile("draft", "file", { platform: "win32", ...system });
    expect(log).toEqual({ tries: 3, waited: 30 });
  });

  test("is given up there after two seconds, with the error of the system", () => {
    const { log, ...system } = answering(...Array.from({ length: 100 }, () => "EPERM"));
    expect(() => replaceFile("draft", "file", { platform: "win32", ...system })).toThrow("EPERM: refused");
    expect(log).toEqual({ tries: 10, waited: 1980 });
  });

  test("is tried once where the answer is about something else, and elsewhere", () => {
    for (const [platform, code] of [
      ["win32", "ENOENT"],
      ["linux", "EPERM"],
    ] as const) {
      const { log, ...system } = answering(code);
      expect(() => replaceFile("draft", "file", { platform, ...system })).toThrow(code);
      expect(log).toEqual({ tries: 1, waited: 0 });
    }
  });
});
