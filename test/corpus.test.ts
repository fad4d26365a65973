import { describe, expect, test } from "vitest";
import { choosePackages, readPackages, titleOf } from "../corpus/packages.ts";
import type { FileResult, PackageResult } from "../corpus/result.ts";
import { differences, readReviewed, updated } from "../corpus/reviewed.ts";
import { LIMITS, runPackage } from "../corpus/run-package.ts";
import { listSources } from "../corpus/source-files.ts";
import { textMatches } from "../corpus/text-matches.ts";
import { fetchPackage } from "./packages/fetch.ts";
import { tempProject } from "./temp-project.ts";

/** Small packages: one that replaces, one that requests the union, and two that only emit challenges. */
const SMALL = [
  "mcp-remote 0.1.38",
  "mcp-remote 0.15.1",
  "@node-oauth/oauth2-server 5.3.0",
  "express-oauth2-jwt-bearer 1.10.0",
];

const all = await readPackages();
const reviewed = await readReviewed();

describe("small packages of the corpus", () => {
  test.each(SMALL)("%s: the engine says what was reviewed", async (title) => {
    const wanted = all.find((each) => titleOf(each) === title);
    if (!wanted) throw new Error(`${title} is not in corpus/packages.json.`);
    const result = await runPackage(title, await fetchPackage(wanted));
    expect(result.files.length).toBeGreaterThan(0);
    expect(differences(result, reviewed)).toEqual([]);
  });
});

describe("the lists", () => {
  test("name each package once, all of them with what was reviewed", () => {
    const titles = all.map(titleOf);
    expect(titles).toEqual([...new Set(titles)]);
    expect(titles.length).toBeGreaterThanOrEqual(40);
    expect(titles).toEqual(expect.arrayContaining(Object.keys(reviewed)));
  });

  test("explain every finding", () => {
    const explanations = Object.values(reviewed).flatMap((files) => Object.values(files).flatMap(Object.values));
    expect(explanations.filter((text) => typeof text !== "string" || text.trim() === "")).toEqual([]);
  });

  test("--only chooses by exact name, and says what was meant", () => {
    expect(choosePackages(all, ["mcp-remote"]).map(({ name }) => name)).toContain("mcp-remote");
    expect(() => choosePackages(all, ["mcp-remot"])).toThrow("no package mcp-remot. Did you mean mcp-remote?");
  });
});

describe("differences from the reviewed list", () => {
  const rewrite = { at: "1:2", mark: "rewrite replaced-scope" } as const;
  const known = { "a 1.0.0": { "a.js": { "1:2 rewrite replaced-scope": "Read and right." } } };

  test("none where all is found as reviewed", () => {
    expect(differences(packageOf({ findings: [rewrite] }), known)).toEqual([]);
  });

  test("what is new, what is unexplained and what is gone", () => {
    const added = packageOf({ findings: [rewrite, { at: "3:4", mark: "text-match" }] });
    expect(differences(added, known)).toEqual(["a.js:3:4 text-match is not reviewed."]);
    expect(differences(added, updated(known, [added]))).toEqual(["a.js:3:4 text-match is not explained."]);
    expect(differences(packageOf({ findings: [] }), known)).toEqual([
      "a.js:1:2 rewrite replaced-scope is reviewed, and no longer found.",
    ]);
  });

  test("failures, which no review excuses", () => {
    expect(differences(packageOf({ findings: [], failures: ["It crashed."] }), known)).toEqual(["a.js: It crashed."]);
  });

  test("an update keeps explanations, and drops what is gone", () => {
    const next = packageOf({ findings: [rewrite, { at: "3:4", mark: "review scope-collection" }] });
    expect(updated(known, [next])).toEqual({
      "a 1.0.0": { "a.js": { "1:2 rewrite replaced-scope": "Read and right.", "3:4 review scope-collection": "" } },
    });
    expect(updated(known, [packageOf({ findings: [] })])).toEqual({});
  });
});

describe("a package on disk", () => {
  const site = 'async function f(response) { if (challenge(response).error === "insufficient_scope") { ';

  test("leaves out declarations and what is no source", async () => {
    const files = {
      "a.js": "",
      "b.tsx": "",
      "lib/c.cts": "",
      "d.d.ts": "",
      "e.d.mts": "",
      "f.d.css.ts": "",
      "g.json": {},
    };
    expect(await listSources(tempProject(files).root)).toEqual(["a.js", "b.tsx", "lib/c.cts"]);
  });

  test("a candidate that does not parse is a finding with its place", async () => {
    const { root } = tempProject({ "package.json": {}, "a.js": `${site}\n`, "b.js": "if (" });
    const { files } = await runPackage("broken 1.0.0", root);
    expect(files.map(({ file, candidate, findings }) => ({ file, candidate, findings }))).toEqual([
      { file: "a.js", candidate: true, findings: [{ at: "2:1", mark: "parse-error" }] },
      { file: "b.js", candidate: false, findings: [] },
    ]);
  });

  test("a file that passes a limit fails, and the rest goes on", async () => {
    const deep = `${site}x${" + (x".repeat(4000)}${")".repeat(4000)}; } }\n`;
    const { root } = tempProject({ "package.json": {}, "a.js": deep.repeat(100), "b.js": "let b;\n" });
    const { files } = await runPackage("slow 1.0.0", root, { ...LIMITS, secondsPerFile: 0.001 });
    expect(files[0]?.failures[0]).toMatch(/^The analysis took more than 0\.001 s\./);
    expect(files.map(({ file }) => file)).toEqual(["a.js", "b.js"]);
  });
});

test("the text search finds assignments after the error code that no site covers", () => {
  const source = 'if (code === "insufficient_scope") { this._scope = a; b.scopes = [a]; c.scope === a; d.scope => 1 }';
  const offsets = textMatches(source, []);
  expect(offsets.map((offset) => source.slice(offset, offset + 7))).toEqual(["._scope", ".scopes"]);
  const start = source.indexOf("this._scope");
  expect(textMatches(source, [{ start, end: start + 15 }])).toEqual(offsets.slice(1));
});

function packageOf(file: Pick<FileResult, "findings"> & Partial<FileResult>): PackageResult {
  const rest = { file: "a.js", bytes: 1, candidate: true, seconds: 0, failures: [] };
  return { title: "a 1.0.0", files: [{ ...rest, ...file }], peakMegabytes: 1 };
}
