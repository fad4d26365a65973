import { describe, expect, test } from "vitest";
import type { Edit } from "../../src/model/site.ts";
import { Lines } from "../../src/parse/lines.ts";
import { changeLines } from "../../src/report/change.ts";

const SIGNS = { kept: " ", added: "+", removed: "-", gap: "~" };

function changed(source: string, edits: readonly Edit[]): string[] {
  return changeLines(source, new Lines(source), edits).map(({ kind, number, text }) =>
    [number ?? " ", SIGNS[kind], text].join(" "),
  );
}

/** An edit of the only occurrence of a text. */
function edit(source: string, old: string, text: string): Edit {
  const start = source.indexOf(old);
  return { start, end: start + old.length, text };
}

const insertion = (source: string, before: string, text: string): Edit => {
  const start = source.indexOf(before);
  return { start, end: start, text };
};

describe("a change", () => {
  test("is the lines before and after", () => {
    const source = "a\n  x = y;\nb";
    expect(changed(source, [edit(source, "y", "u(y)")])).toEqual(["2 -   x = y;", "  +   x = u(y);"]);
  });

  test("shows an inserted line above the one that it stands before", () => {
    const source = "a\r\n  b();\r\nc";
    expect(changed(source, [insertion(source, "b()", "t();\r\n  ")])).toEqual(["  +   t();", "2     b();"]);
  });

  test("shows a single line between two changes, and a gap for more", () => {
    const near = "a = 1;\nkept;\nb = 2;";
    expect(changed(near, [edit(near, "1", "3"), edit(near, "2", "4")])).toEqual([
      "1 - a = 1;",
      "  + a = 3;",
      "2   kept;",
      "3 - b = 2;",
      "  + b = 4;",
    ]);
    const far = near.replace("kept;", "kept;\nleft;");
    expect(changed(far, [edit(far, "1", "3"), edit(far, "2", "4")])).toEqual([
      "1 - a = 1;",
      "  + a = 3;",
      "  ~ ...",
      "4 - b = 2;",
      "  + b = 4;",
    ]);
  });

  test("takes edits of several lines", () => {
    const source = "f(\n  a,\n  b,\n);";
    expect(changed(source, [edit(source, "a,\n  b", "u(a, b)")])).toEqual(["2 -   a,", "3 -   b,", "  +   u(a, b),"]);
  });

  test("leaves out the byte order mark, and shows tabs as blanks", () => {
    const source = "\ufeff\tx = y";
    expect(changed(source, [edit(source, "y", "z")])).toEqual(["1 -   x = y", "  +   x = z"]);
  });

  test("of a long line is the changed parts, a little code around them", () => {
    const source = `${"before;".repeat(50_000)}x=y,${"between,".repeat(20)}z=y;${"behind;".repeat(50_000)}`;
    const edits = [edit(source, "x=y", "x=u(y)"), edit(source, "z=y", "z=u(y)")];
    expect(changed(source, edits)).toEqual([
      "1 - …re;before;before;before;x=y,between,between,between…",
      "  + …re;before;before;before;x=u(y),between,between,between…",
      "1 - …between,between,between,z=y;behind;behind;behind;be…",
      "  + …between,between,between,z=u(y);behind;behind;behind;be…",
    ]);
  });

  test("of a long line is one where its parts stand near each other", () => {
    const source = `${"before;".repeat(50)}x=y,z=y`;
    const edits = [edit(source, "x=y", "x=u(y)"), edit(source, "z=y", "z=u(y)")];
    expect(changed(source, edits)).toEqual([
      "1 - …re;before;before;before;x=y,z=y",
      "  + …re;before;before;before;x=u(y),z=u(y)",
    ]);
  });

  test("that is itself endless is cut", () => {
    const source = "x=y";
    const [, added] = changed(source, [edit(source, "y", "u".repeat(1_000_000))]);
    expect(added).toBe(`  + x=${"u".repeat(400)}…`);
  });
});
