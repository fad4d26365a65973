import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { visible } from "../../src/report/safe-text.ts";
import { shellWord } from "../../src/report/shell-word.ts";

describe("a path on a command line", () => {
  test.each([
    ["node_modules/@modelcontextprotocol/sdk", "node_modules/@modelcontextprotocol/sdk"],
    ["a b", "'a b'"],
    ["it's", "'it'\\''s'"],
    ["$(reboot)", "'$(reboot)'"],
    ["~root", "'~root'"],
    ["-rf", "./-rf"],
    ["", "''"],
    ["\x1b[2J'\\", "$'\\033[2J\\'\\\\'"],
  ])("%j is written %s", (path, expected) => {
    expect(shellWord(path)).toBe(expected);
  });

  test.each([
    ["node_modules/@modelcontextprotocol/sdk", "node_modules/@modelcontextprotocol/sdk"],
    ["D:/code/a.ts:3", "D:/code/a.ts:3"],
    ["a b", '"a b"'],
    ["it's", '"it\'s"'],
    ["a,b", '"a,b"'],
    ["@types/a.ts", '"@types/a.ts"'],
    ["$(reboot)", "'$(reboot)'"],
    ["50% of it's", "'50% of it''s'"],
    ["-rf", "./-rf"],
    ["", '""'],
    ["a\u202e$b", '"a$([char]::ConvertFromUtf32(0x202e))`$b"'],
  ])("%j is written %s for the shells of Windows", (path, expected) => {
    expect(shellWord(path, "win32")).toBe(expected);
  });

  test.each(["C", "C.UTF-8"])("is what the shell hands on in the locale %s, and safe to print", (locale) => {
    const odd = fc.constantFrom(..."'\"\\$`!&;|<>(){}[]*?~# \t\n\r\x1b\u202e\u{e0041}é日😀-aU0");
    const paths = fc.sample(fc.string({ unit: odd, minLength: 1, maxLength: 12 }), { numRuns: 60, seed: 7 });
    const words = paths.map((path) => shellWord(path));
    expect(words.filter((word) => visible(word) !== word)).toEqual([]);
    const script = `printf '%s\\0' ${words.join(" ")}`;
    const printed = execFileSync("bash", ["-c", script], {
      encoding: "utf8",
      env: { ...process.env, LC_ALL: locale },
    });
    const expected = paths.map((path) => (path.startsWith("-") ? `./${path}` : path));
    expect(printed.split("\0").slice(0, -1)).toEqual(expected);
  });
});
