import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DOCUMENTS, documentText, explanationsOf, markdownPage, REPORTS } from "../../docs/reports.ts";
import { RULES } from "../../src/rules/table.ts";

const docs = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url));
const [SDK, EXAMPLE] = REPORTS;
if (!SDK || !EXAMPLE) throw new Error("There are two reports.");

/** Sites that are found only where an option asks for them. */
const ON_REQUEST = ["replaced-scope-401"];
/** In bytes: what a page of documentation may load for a picture. */
const LARGEST_PICTURE = 300_000;

describe.each(REPORTS)("$name", (report) => {
  test("is what `npm run docs` makes of it", async () => {
    expect(docs(`${report.name}.md`).toString()).toBe(await markdownPage(report));
  });

  test("has a screenshot", () => {
    const picture = docs(`${report.name}.png`);
    expect(picture.subarray(0, 8).toString("latin1")).toBe("\u0089PNG\r\n\u001a\n");
    expect(picture.length).toBeLessThan(LARGEST_PICTURE);
  });

  test("leaves no site out", async () => {
    const sections = docs(`${report.name}.md`)
      .toString()
      .match(/^<summary>/gm);
    expect(sections).toHaveLength((await explanationsOf(report)).length);
  });
});

describe("the example", () => {
  test("has a screenshot of a phone", () => {
    const picture = docs("report-example-phone.png");
    expect(picture.readUInt32BE(16)).toBe(360);
    expect(picture.length).toBeLessThan(LARGEST_PICTURE);
  });

  test("has every verdict, every advice and every rule that needs no option", async () => {
    const explanations = await explanationsOf(EXAMPLE);
    const found = explanations.flatMap(({ rule, advice }) => [rule, ...advice.map((each) => each.rule)]);
    const wanted = Object.keys(RULES).filter((rule) => !ON_REQUEST.includes(rule));
    expect([...new Set(found)].sort()).toEqual(wanted.sort());
    expect(new Set(explanations.map(({ verdict }) => verdict)).size).toBe(3);
    expect(explanations.some(({ isSuppressed }) => isSuppressed)).toBe(true);
  });

  test("is of five packages, each with a site", async () => {
    const packages = (await explanationsOf(EXAMPLE)).map(({ file }) => file.split("/").slice(0, 2).join("/"));
    expect(new Set(packages).size).toBe(5);
  });
});

describe("what programs are told of the example", () => {
  test.each(Object.entries(DOCUMENTS))("is what `npm run docs` makes of it in %s", async (name, format) => {
    expect(docs(name).toString()).toBe(await documentText(format));
    expect(docs("formats.md").toString()).toContain(`](${name})`);
  });
});

describe("the report on the SDK", () => {
  test("is about the version that is installed", () => {
    const { devDependencies } = JSON.parse(docs("../package.json").toString());
    expect(SDK.introduction).toContain(`version ${devDependencies["@modelcontextprotocol/sdk"]} `);
  });

  test("quotes no more of it than the lines that change and those between", async () => {
    const quoted = (await explanationsOf(SDK)).flatMap(({ change }) => change.blocks.flatMap(({ before }) => before));
    expect(quoted.length).toBeLessThanOrEqual(4);
  });
});
