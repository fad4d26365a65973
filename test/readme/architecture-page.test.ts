import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DEFAULT_OPTIONS } from "../../src/model/options.ts";
import { stateAt } from "../../state/state.ts";
import { discoverFixtures } from "../fixtures/discover.ts";
import { root } from "./readme.ts";

const PAGE = readFileSync(root("ARCHITECTURE.md"), "utf8");

describe("ARCHITECTURE.md", () => {
  test("names files that are there", () => {
    const named = [...PAGE.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, path = ""]) => path);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((path) => !existsSync(root(path)))).toEqual([]);
  });

  test("shows what `npm run state` says", () => {
    const fixture = discoverFixtures().fixtures.find(({ name }) => name === "braced-guard-in-the-sdk-transport");
    const state = stateAt(fixture?.input ?? "", "a.ts", 59, DEFAULT_OPTIONS).split("\n");
    const shown = /```\n([\s\S]*?)\n```/.exec(PAGE)?.[1]?.split("\n") ?? [];
    expect(shown.length).toBeGreaterThan(8);
    expect(shown.filter((line) => !state.includes(line))).toEqual([]);
  });
});
