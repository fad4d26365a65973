import { describe, expect, test } from "vitest";
import { helperFunction } from "../../../src/edit/helper-text.ts";
import type { SiteRuleId } from "../../../src/model/rule-ids.ts";
import { exampleOf } from "../../../src/report/explain/example.ts";
import { simulate } from "../../../src/report/explain/simulate.ts";
import { union } from "../../../src/rules/play.ts";
import { plain } from "../../../src/rules/sentence.ts";
import { SITE_RULES } from "../../../src/rules/table.ts";
import { SITE, siteWith } from "./site.ts";

const RULE_IDS = Object.keys(SITE_RULES) as SiteRuleId[];
const consents = (site: typeof SITE) => exampleOf(site).courses.map((course) => course.consents);
const held = (site: typeof SITE) => exampleOf(site).courses.map((course) => course.held);

describe("a simulation", () => {
  const start = { held: ["read"], granted: ["read"], previous: ["read"] };

  test("asks nothing where the token allows the operation", () => {
    expect(simulate("", () => [], start, [{ needs: "read" }])).toMatchObject({ consents: 0, held: "read" });
  });

  test("a client that replaces is sent round and round, for as long as it works", () => {
    const operations = Array.from({ length: 10 }, (_, index) => ({ needs: index % 2 === 0 ? "admin" : "read" }));
    expect(simulate("", (_, { scope }) => [scope], start, operations).consents).toBe(10);
    const keeps = simulate("", ({ previous }, { scope }) => union(previous, [scope]), start, operations);
    expect(keeps).toMatchObject({ consents: 1, held: "read admin" });
  });

  test("a refused token is challenged whatever it allows", () => {
    const [first] = simulate("", (_, { scope }) => [scope], start, [{ needs: "read", isRefused: true }]).happenings;
    expect(first).toEqual({ challenge: { status: 401, scope: "read" }, requests: [{ scope: "read" }] });
  });

  test("joins as the helper does that the migration brings in", () => {
    const form = {
      typescript: false,
      name: "unionScopes",
      indent: "  ",
      eol: "\n",
      quote: '"',
      semicolons: true,
    } as const;
    const helper = new Function(`${helperFunction({ ...form, compact: false })}; return unionScopes;`)();
    for (const parts of [
      [
        ["a", "b"],
        ["b", "c"],
      ],
      [[], ["repo"], ["repo:read"]],
      [["x"], [], ["x"]],
    ]) {
      expect(union(...parts).join(" ")).toBe(helper(...parts.map((part) => part.join(" "))));
    }
  });
});

describe("an example", () => {
  test("is there for every rule, and only a union that is kept has nothing to gain", () => {
    const gains = RULE_IDS.map((rule) => {
      const [today = 0, after = today] = consents(siteWith({ rule }));
      return [rule, today > after];
    });
    expect(Object.fromEntries(gains)).toEqual(
      Object.fromEntries(RULE_IDS.map((rule) => [rule, SITE_RULES[rule].verdict !== "already-union"])),
    );
  });

  test("of a replaced scope", () => {
    expect(consents(SITE)).toEqual([3, 1]);
    expect(held(SITE)).toEqual(["admin", "read write admin"]);
    const site = siteWith({}, { retryLimit: undefined });
    expect(plain(exampleOf(site).outcome)).toBe(
      "A loop: each request loses what the last gained. 3 consent screens; the client ends with `admin`. After the change: 1, and `read write admin`. That is so if no other code decides what is asked for.",
    );
  });

  test("of a union that is kept: no loss", () => {
    const site = siteWith(
      { rule: "union-kept", verdict: "already-union", edits: undefined },
      { retryLimit: undefined },
    );
    const kept = exampleOf(site);
    expect(kept.courses).toHaveLength(1);
    expect(plain(kept.outcome)).toBe(
      "1 consent screen; the client ends with `read write admin`. Nothing that it had is lost. That is so if no other code decides what is asked for.",
    );
  });

  test("of a 401: what earlier step-ups added is kept", () => {
    const on401 = siteWith({ rule: "replaced-scope-401" }, { granted: { kind: "none", why: "unauthorized" } });
    expect(exampleOf(on401).operations[0]).toEqual({ needs: "read", isRefused: true });
    expect(consents(on401)).toEqual([3, 1]);
  });

  test("of a shared handler: both decisions, and what each leaves", () => {
    const shared = siteWith({ rule: "shared-401-403-handler", verdict: "review" }, { doubt: "shared-handler" });
    expect(consents(shared)).toEqual([3, 2, 2]);
    expect(held(shared)).toEqual(["read", "read", "read write admin"]);
  });

  test("has only the parts that the change has", () => {
    const alone = siteWith({}, { granted: { kind: "none", why: "no-provider" }, previous: undefined });
    expect(consents(alone)).toEqual([3, 3]);
    const granted = siteWith({ rule: "challenge-only-scope" }, { previous: undefined });
    expect(consents(granted)).toEqual([3, 1]);
  });

  test("names its courses by what becomes of the change", () => {
    const names = (site: typeof SITE) => exampleOf(site).courses.map(({ name }) => name);
    expect(names(SITE)).toEqual(["today", "after the change"]);
    expect(names(siteWith({ verdict: "review" }))).toEqual(["today", "with the suggestion"]);
    expect(names(siteWith({ verdict: "review", edits: undefined }))).toEqual(["today", "with a union"]);
    expect(names(siteWith({ rule: "unproven-step-up", verdict: "review" }))[0]).toBe("today, if it is a step-up");
  });
});
