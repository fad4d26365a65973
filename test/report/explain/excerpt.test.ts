import { describe, expect, test } from "vitest";
import { Lines } from "../../../src/parse/lines.ts";
import { excerptOf } from "../../../src/report/explain/excerpt.ts";
import { placesOf } from "../../../src/report/explain/places.ts";
import { analyzeOnce } from "../../fixtures/analyze-once.ts";
import { discoverFixtures } from "../../fixtures/discover.ts";
import { engineOptions } from "../../fixtures/engine-options.ts";
import { excerpt, SITE, SOURCE, siteWith } from "./site.ts";

const shown = (site = SITE, source = SOURCE) => excerptOf(site, source, new Lines(source));
const marked = (site = SITE, source = SOURCE) =>
  shown(site, source).flatMap(({ label, line: { text, marks }, notes }) =>
    notes.length === 0
      ? []
      : [[label, marks.map(({ start, end }) => text.slice(start, end)).join(" "), notes.join("; ")]],
  );

test("marks the evidence, the way of the scope, the limit and what was left in their places", () => {
  expect(marked()).toEqual([
    ["3", "response = await fetch(this.url, message)", "the challenge arrives"],
    ["4", "this._scope = scope", "on a 401: left as it is"],
    ["5", "response.status === 403", "tests the status"],
    ["6", "{ error, scope } = parse(response)", "the scope passes here"],
    ["7", 'error === "insufficient_scope"', "compares the error code"],
    ["9", "this.tried === header", "retry limit, tested"],
    ["10", "this._scope", "kept in a field: later authorization requests ask for it"],
    ["11", "this.tried = header", "retry limit, set"],
    ["12", "auth(this.provider, { serverUrl: this.url, scope: this._scope })", "authorization request"],
  ]);
  expect(
    shown()
      .filter(({ isSink }) => isSink)
      .map(({ label }) => label),
  ).toEqual(["10"]);
});

test("marks on what an obligation rests that is not met", () => {
  const proof = (answer: "open" | "refuted") => [
    { obligation: "no-other-reader" as const, answer, evidence: [excerpt("this.url"), SITE.reasons.sink] },
  ];
  const noted = (answer: "open" | "refuted") => marked(siteWith({ proof: proof(answer) })).map(([, , note]) => note);
  expect(noted("open")[0]).toBe("the challenge arrives; in question");
  expect(noted("refuted")[0]).toBe("the challenge arrives; speaks against it");
  expect(noted("open").join()).not.toMatch(/in question.*in question/);
});

test("takes the common indentation away", () => {
  const texts = shown().map(({ line }) => line.text);
  expect(texts[0]).toBe("const response = await fetch(this.url, message);");
  expect(texts).toContain('    const header = response.headers.get("WWW-Authenticate");');
});

test("shows what lies far from the sink as single lines, with a gap between, and far calls not at all", () => {
  const source = SOURCE.replace(
    "    if (response.status === 401)",
    `${"    work();\n".repeat(40)}    if (response.status === 401)`,
  );
  const moved = (offset: number, line: number) =>
    offset > SOURCE.indexOf("    if (response.status === 401)") ? line + 40 : line;
  const site = JSON.parse(JSON.stringify(SITE), function (this: { start?: number }, key, value) {
    return key === "line" || key === "endLine" ? moved(this.start ?? 0, value) : value;
  });
  const shift = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const place = value as { start?: number; end?: number; line?: number };
    if (place.start !== undefined && place.end !== undefined && (place.line ?? 0) > 40) {
      place.start += 440;
      place.end += 440;
    }
    Object.values(value).forEach(shift);
  };
  shift(site);
  const lines = shown(site, source);
  expect(lines.map(({ label, isBehindGap }) => `${isBehindGap ? "… " : ""}${label}`).slice(0, 3)).toEqual([
    "3",
    "… 44",
    "45",
  ]);
  const far = siteWith({}, { authorization: [{ ...excerpt("class Client"), callee: "auth", isSdk: true }] });
  const high = { ...far, reasons: { ...site.reasons, authorization: far.reasons.authorization } };
  expect(shown(high, source)[0]?.label).toBe("3");
});

describe("of every fixture", () => {
  const cases = discoverFixtures().fixtures.flatMap(({ input, name, extension, options }) =>
    analyzeOnce(input, `${name}${extension}`, engineOptions(options, extension)).sites.map((site) => ({
      name,
      input,
      site,
    })),
  );

  test("has at most 21 lines, at least 8 where the file has them, and what it marks is the file's", () => {
    for (const { name, input, site } of cases) {
      const source = input.split(/\r\n|[\n\r\u2028\u2029]/);
      const lines = shown(site, input);
      expect(lines.length, name).toBeLessThanOrEqual(21);
      if (lines.every(({ label }) => !label.includes(":"))) {
        expect(lines.length, name).toBeGreaterThanOrEqual(Math.min(8, source.length - 1));
      }
      for (const { label, line } of lines) {
        const own = source[Number(label.split(":")[0]) - 1] ?? "";
        const piece = line.text.replace(/^…|…$/g, "");
        expect(own.includes(piece) || own.replace(/^\ufeff/, "").includes(piece), `${name}: ${piece}`).toBe(true);
      }
    }
  });

  test("marks the sink, and all evidence that it has room for", () => {
    for (const { name, input, site } of cases) {
      const lines = shown(site, input);
      expect(
        lines.filter(({ isSink }) => isSink),
        name,
      ).toHaveLength(1);
      const notes = lines.flatMap((line) => line.notes).join("\n");
      const places = placesOf(site).filter(({ isAside }) => !isAside);
      if (new Set(places.map(({ at }) => at.line)).size > 6) continue;
      for (const { note } of places) expect(notes, name).toContain(note);
    }
  });
});
