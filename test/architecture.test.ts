import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The rooms from the lowest to the highest: a file imports from its own room and from lower ones. */
const LEVELS = [
  ["model"],
  ["rules"],
  ["parse"],
  ["find"],
  ["judge"],
  ["edit"],
  ["analyze"],
  ["play"],
  ["link", "place", "project", "report"],
  ["baseline", "config"],
  ["cli", "eslint", "transform"],
  ["index", "transforms"],
];

/** What finds a value asks for facts, and what finds facts for values: their files know each other. */
const WITH_CIRCLES = ["find", "judge"];

/** `place` writes the helper whose text `edit` has; no other two rooms of one level know each other. */
const levelOf = (room: string) => LEVELS.findIndex((rooms) => rooms.includes(room));

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(ROOT, folder, file));
}

const FILES = [...sourceFiles("src"), ...sourceFiles("transforms")];

function roomOf(file: string): string {
  const [top = "", room = ""] = relative(ROOT, file).split(/[\\/]/);
  return top === "src" ? room.replace(/\.ts$/, "") : top;
}

function importsOf(file: string): { specifier: string; target: string }[] {
  const source = readFileSync(file, "utf8");
  return [...source.matchAll(/(?:from|import|import\(|require\()\s*"(\.[^"]+)"/g)].map(([, specifier = ""]) => ({
    specifier,
    target: join(dirname(file), specifier),
  }));
}

describe("the house", () => {
  it("has only rooms that the design knows", () => {
    expect([...new Set(FILES.map(roomOf))].filter((room) => levelOf(room) < 0)).toEqual([]);
  });

  it("imports one way, from higher rooms to lower ones", () => {
    const wrong = FILES.flatMap((file) =>
      importsOf(file)
        .map(({ target }) => target)
        .filter((target) => roomOf(target) !== roomOf(file) && levelOf(roomOf(target)) >= levelOf(roomOf(file)))
        .map((target) => `${relative(ROOT, file)} imports ${relative(ROOT, target)}`),
    );
    expect(wrong).toEqual([]);
  });

  it("has no circle of files within a room", () => {
    const circles = FILES.filter((file) => !WITH_CIRCLES.includes(roomOf(file))).filter((file) => {
      const seen = new Set<string>();
      const follow = (from: string) => {
        for (const { target } of importsOf(from)) {
          if (roomOf(target) !== roomOf(file) || seen.has(target)) continue;
          seen.add(target);
          follow(target);
        }
      };
      follow(file);
      return seen.has(file);
    });
    expect(circles.map((file) => relative(ROOT, file))).toEqual([]);
  });

  it("imports nothing into the model", () => {
    const imports = FILES.filter((file) => roomOf(file) === "model").flatMap((file) =>
      importsOf(file).filter(({ target }) => roomOf(target) !== "model"),
    );
    expect(imports).toEqual([]);
  });

  it("keeps the transform's import graph free of heavy packages", () => {
    const seen = new Set<string>();
    const packages = new Set<string>();
    const follow = (file: string) => {
      if (seen.has(file)) return;
      seen.add(file);
      const source = readFileSync(file, "utf8");
      for (const [, specifier = ""] of source.matchAll(/^(?:import|export) (?!type)[^;]*?from "([^".][^"]*)"/gm)) {
        packages.add(specifier);
      }
      for (const { target } of importsOf(file)) follow(target);
    };
    for (const file of [...sourceFiles("transforms"), ...sourceFiles("src/transform")]) follow(file);
    const foreign = [...packages].filter((name) => !name.startsWith("node:"));
    expect(foreign).toEqual(["@babel/parser"]);
  });

  it("has files that can be read at one go", () => {
    const long = FILES.filter((file) => readFileSync(file, "utf8").split("\n").length > 301);
    expect(long.map((file) => relative(ROOT, file))).toEqual([]);
  });

  it("never prints a syntax tree: only edits change a text", () => {
    expect(FILES.filter((file) => readFileSync(file, "utf8").includes("toSource"))).toEqual([]);
  });
});
