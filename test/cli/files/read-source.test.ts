import { spawnSync } from "node:child_process";
import { closeSync, constants, ftruncateSync, openSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodeSource, readSource } from "../../../src/cli/files/read-source.ts";
import { tempProject } from "../../temp-project.ts";

const decoded = (...bytes: (number | string)[]) =>
  decodeSource(
    Buffer.concat(bytes.map((part) => (typeof part === "number" ? Buffer.from([part]) : Buffer.from(part)))),
    "x.ts",
  );

describe("a file's text", () => {
  it("is read as it is, byte order mark and line ends included", () => {
    const text = "\ufeffconst a = '…é😀';\r\nconst b = 1;\n";
    const { path } = tempProject({ "x.ts": text, "empty.ts": "" });
    expect(readSource(path("x.ts"), "x.ts")).toEqual({ text, encoding: "utf-8" });
    expect(readSource(path("empty.ts"), "empty.ts")).toEqual({ text: "", encoding: "utf-8" });
  });

  it("is UTF-8 where it holds U+FFFD itself, and lossy where bytes are not UTF-8", () => {
    expect(decoded("a\ufffdb")).toEqual({ text: "a\ufffdb", encoding: "utf-8" });
    expect(decoded("a", 0xe9, "b")).toEqual({ text: "a\ufffdb", encoding: "utf-8-lossy" });
    expect(decoded("a\ufffdb", 0xff)).toEqual({ text: "a\ufffdb\ufffd", encoding: "utf-8-lossy" });
    expect(decoded("a\0b\u007f")).toEqual({ text: "a\0b\u007f", encoding: "utf-8" });
  });

  it("is UTF-16 where it begins with its byte order mark", () => {
    const text = "\ufeffconst a = '…😀';\n";
    const little = Buffer.from(text, "utf16le");
    expect(decodeSource(little, "x.ts")).toEqual({ text, encoding: "utf-16le" });
    const big = Buffer.from(little).swap16();
    expect(decodeSource(big, "x.ts")).toEqual({ text, encoding: "utf-16be" });
    expect(big).toEqual(Buffer.from(little).swap16());
  });

  it("is refused where it is UTF-16 that was cut off or has no mark, or UTF-32: it would hold no word", () => {
    const text = "\ufeffexport const a = 'insufficient_scope';\n";
    const little = Buffer.from(text, "utf16le");
    const big = Buffer.from(little).swap16();
    const message = (bytes: Buffer) => {
      const read = decodeSource(bytes, "x.ts");
      return "failure" in read ? read.failure : read.encoding;
    };
    const refused = (said: string) => ({ kind: "unreadable", file: "x.ts", message: expect.stringContaining(said) });
    for (const bytes of [little, big]) {
      expect(message(bytes.subarray(0, -1))).toEqual(refused("ends within a character"));
      expect(message(bytes.subarray(2))).toEqual(refused("without a byte order mark"));
      expect(message(Buffer.concat([bytes, Buffer.from("x")]))).toEqual(refused("ends within a character"));
    }
    expect(message(Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]))).toEqual(refused("UTF-32"));
    expect(message(Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x61]))).toEqual(refused("UTF-32"));
    // A NUL here and there, as in a video or a minifier's string, is no second byte.
    expect(message(Buffer.from("a\0b\0c = 'a text that goes on as others do';"))).toBe("utf-8");
    expect(message(Buffer.from("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"))).toBe("utf-8");
  });

  it("cannot be read from what is gone, is a folder or a named pipe", () => {
    const { root, path } = tempProject({ "x.ts": "" });
    spawnSync("mkfifo", [path("pipe.ts")]);
    const message = (name: string) => {
      const read = readSource(path(name), name);
      return "failure" in read ? [read.failure.kind, read.failure.file, read.failure.message] : read;
    };
    expect(message("gone.ts")).toEqual([
      "unreadable",
      "gone.ts",
      "It is not there any more; something removed it during the run. Run again.",
    ]);
    expect(message(".")).toEqual(["unreadable", ".", "This is a folder, not a file."]);
    expect(message("x.ts/y.ts")).toEqual(["unreadable", "x.ts/y.ts", "A part of its path is a file, not a folder."]);
    expect(message("pipe.ts")).toEqual([
      "unreadable",
      "pipe.ts",
      "This is a named pipe; only files and folders are read.",
    ]);
    expect(readSource(`${root}/${"n".repeat(300)}.ts`, "n.ts")).toMatchObject({ failure: { kind: "unreadable" } });
  });

  it("of more than a string holds is not read at all", () => {
    const { path } = tempProject({ "x.ts": "" });
    const descriptor = openSync(path("x.ts"), constants.O_RDWR);
    ftruncateSync(descriptor, 3 * 1024 ** 3);
    closeSync(descriptor);
    const before = process.memoryUsage().external;
    const message = "It has 3072 MB, and Node holds no text of more than 511 MB; ignore it.";
    expect(readSource(path("x.ts"), "x.ts")).toEqual({ failure: { kind: "too-large", file: "x.ts", message } });
    expect(process.memoryUsage().external - before).toBeLessThan(100 * 1024 ** 2);
  });

  it("is read anew after it was written", () => {
    const { path } = tempProject({ "x.ts": "one" });
    expect(readSource(path("x.ts"), "x.ts")).toMatchObject({ text: "one" });
    writeFileSync(path("x.ts"), "twó");
    expect(readSource(path("x.ts"), "x.ts")).toMatchObject({ text: "twó" });
  });
});
