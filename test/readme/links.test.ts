import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { TOOL } from "../../src/report/tool.ts";
import { anchorsOf } from "./markdown.ts";
import { LINKING_PAGES, PAGES, pageAt, README, root, type Target, targetsOf } from "./pages.ts";

/** Whether there is such a file and, in a page, such a heading. */
function leadsSomewhere({ file, anchor }: Pick<Target, "file" | "anchor">): boolean {
  if (!existsSync(root(file))) return false;
  return anchor === undefined || (file.endsWith(".md") && anchorsOf(pageAt(file).headings).includes(anchor));
}

describe("links", () => {
  test("are found", () => {
    expect(targetsOf(README).length).toBeGreaterThan(30);
    expect(targetsOf(pageAt("docs/rules.md")).length).toBeGreaterThan(14);
    expect(targetsOf(pageAt("docs/explain.md")).filter(({ file }) => file.endsWith(".png")).length).toBeGreaterThan(2);
    expect(targetsOf(pageAt("ARCHITECTURE.md")).length).toBeGreaterThan(20);
  });

  test("that lead nowhere are told from others", () => {
    expect(leadsSomewhere({ file: "docs/rules.md", anchor: "replaced-scope" })).toBe(true);
    expect(leadsSomewhere({ file: "docs/rules.md", anchor: "no-such-rule" })).toBe(false);
    expect(leadsSomewhere({ file: "docs/no-such-page.md", anchor: undefined })).toBe(false);
  });

  test.each(LINKING_PAGES)("of $path lead somewhere", (page) => {
    const lost = targetsOf(page).filter((target) => !leadsSomewhere(target));
    expect(lost.map(({ link }) => link)).toEqual([]);
  });
});

describe("README", () => {
  test("links every page in docs/", () => {
    const linked = new Set(targetsOf(README).map(({ file }) => file));
    const pages = LINKING_PAGES.map(({ path }) => path).filter((path) => path.startsWith("docs/"));
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.filter((path) => !linked.has(path))).toEqual([]);
  });

  test("says in its last table where each page is that is written by hand", () => {
    const table = README.tables.at(-1);
    expect(table?.headings.at(-1)).toBe("Where is what");
    const named = table?.rows.map(([, page = ""]) => /\]\((.*)\)$/.exec(page)?.[1]);
    expect(named?.sort()).toEqual(PAGES.filter((page) => page !== README).map(({ path }) => path));
  });

  test("has a heading for each thing that a newcomer asks for", () => {
    const asked = ["Install", "Check", "Fix", "Explain", "CI", "Suppress a finding", "Exit codes"];
    const headings = README.headings.slice(README.headings.indexOf("Install"));
    expect(headings).toEqual([...asked, "API", "Options", "Limits", "Contributing", "Where is what"]);
  });

  test("names the tarball of this version", () => {
    const named = [...README.text.matchAll(/step-up-union-[\d.]+\.tgz/g)].map(([name]) => name);
    expect(new Set(named)).toEqual(new Set([`${TOOL.name}-${TOOL.version}.tgz`]));
  });
});
