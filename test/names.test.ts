import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "@babel/parser";
import { TYPES } from "@babel/types";
import { describe, expect, test } from "vitest";

const ROOMS = ["parse", "find", "judge"].map((room) => fileURLToPath(new URL(`../src/${room}`, import.meta.url)));
const FILES = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(room, file)),
);

/** The names of what JavaScript and the platform specify, and of the kinds of nodes of a syntax tree. */
const SPECIFIED = [
  ...specifiedNames(globalThis),
  ...TYPES,
  // Of browsers, of later versions of JavaScript than the oldest Node.js that runs this, and of TypeScript's library.
  ..."getItem setItem localStorage sessionStorage union difference intersection symmetricDifference".split(" "),
  ..."Readonly Required NonNullable NoInfer Awaited Partial PromiseLike Iterable".split(" "),
  // Words of the language, of JSDoc, of CommonJS and of addresses, and the names of our own kinds of bindings.
  ..."this typeof void var TSUndefinedKeyword member module exports https variable parameter".split(" "),
  "@modelcontextprotocol/sdk",
  "@modelcontextprotocol/client",
];

/** The SDK's own modules and exports, which are told by what is imported. */
const OF_THE_SDK = ["find/sdk.ts", "find/sdk-auth.ts"];

function specifiedNames(holder: object): Set<string> {
  const names = new Set<string>();
  for (const name of Object.getOwnPropertyNames(holder)) {
    names.add(name);
    if (!/^[A-Z]/.test(name)) continue;
    const value = (holder as Record<string, unknown>)[name];
    if (typeof value !== "function" && typeof value !== "object") continue;
    for (const each of [value, (value as { prototype?: object } | null)?.prototype])
      if (each) for (const member of Object.getOwnPropertyNames(each)) names.add(member);
  }
  return names;
}

/** The table of what methods of the language and of known modules do is data of its own. */
const LIBRARY = join("find", "library");
const OWN_FILES = FILES.filter(
  (file) => !file.includes(LIBRARY) && !OF_THE_SDK.some((own) => file.endsWith(join(...own.split("/")))),
);

interface Pattern {
  readonly pattern: string;
  readonly flags: string;
}

/** The regular expressions and the texts of a file. */
function literalsOf(file: string): { patterns: Pattern[]; lists: string[] } {
  const { tokens = [] } = parse(readFileSync(file, "utf8"), {
    sourceType: "module",
    plugins: ["typescript"],
    tokens: true,
  });
  const labelled = tokens as { type: { label: string }; value: unknown }[];
  return {
    patterns: labelled.flatMap(({ type, value }) => (type.label === "regexp" ? [value as Pattern] : [])),
    lists: labelled.flatMap(({ type, value }, index) =>
      type.label === "string" && labelled[index + 2]?.value === "split" ? [String(value)] : [],
    ),
  };
}

const wordsOf = (pattern: string) =>
  pattern
    .replace(/\\[a-z]/g, " ")
    .replace(/\[[^\]]*\]/g, " ")
    .match(/[A-Za-z]{3,}/g) ?? [];
const isNoExtension = (word: string) => !/^[cm]?[jt]sx?$/.test(word);
const isSpecified = (word: string) => SPECIFIED.some((name) => name.includes(word)) || !isNoExtension(word);

describe("names that carry meaning stand in src/rules/names.ts", () => {
  test("so that no other file of the engine has words that it takes in any spelling", () => {
    const found = FILES.flatMap((file) =>
      literalsOf(file)
        .patterns.filter(({ pattern, flags }) => flags.includes("i") && wordsOf(pattern).some(isNoExtension))
        .map(({ pattern }) => `${file}: ${pattern}`),
    );
    expect(found).toEqual([]);
  });

  test("nor patterns of words that neither JavaScript nor the platform specifies", () => {
    const found = OWN_FILES.flatMap((file) => {
      const words = literalsOf(file).patterns.flatMap(({ pattern }) => wordsOf(pattern));
      const own = [...new Set(words)].filter((word) => !isSpecified(word));
      return own.length > 0 ? [`${file}: ${own.join(" ")}`] : [];
    });
    expect(found).toEqual([]);
  });

  test("nor lists of words", () => {
    const lists = OWN_FILES.flatMap((file) => literalsOf(file).lists);
    expect(lists.filter((list) => !list.split(" ").every((word) => TYPES.includes(word)))).toEqual([]);
  });
});
