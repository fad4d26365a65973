import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { analyze } from "../../../src/analyze.ts";
import type { AdviceId, Verdict } from "../../../src/model/rule-ids.ts";
import type { Doubt, EvidenceKind, Granted, NoTokens, SinkKind, Site } from "../../../src/model/site.ts";
import { explain } from "../../../src/report/explain/explain.ts";
import type { Explanation } from "../../../src/report/explain/explanation.ts";
import { jsonExplanations } from "../../../src/report/explain/json.ts";
import { generalLimitsOf } from "../../../src/report/explain/report-words.ts";
import { CONCLUSIONS, EVIDENCE, GRANTED, SINKS } from "../../../src/report/explain/words.ts";
import { DECISIONS } from "../../../src/rules/decisions.ts";
import { NO_TOKENS } from "../../../src/rules/no-tokens.ts";
import { plain } from "../../../src/rules/sentence.ts";
import { ADVICE_RULES, SITE_RULES } from "../../../src/rules/table.ts";
import { analyzeOnce } from "../../fixtures/analyze-once.ts";
import { fixturesByTurn } from "../../fixtures/by-turn.ts";
import { MADE } from "./made.ts";
import { SITE, SOURCE, siteWith } from "./site.ts";

const explained = (site: Site): Explanation => explain(site, SOURCE, "src/client.mjs");
const keys = <Key extends string>(table: Record<Key, unknown>) => Object.keys(table) as Key[];

/** That one thing said differs for each value of one datum. */
function expectDistinct<Value extends string>(values: readonly Value[], said: (value: Value) => string): void {
  const all = values.map(said);
  expect(all).not.toContain("");
  expect(new Set(all).size).toBe(values.length);
}

const RULE_IDS = keys(SITE_RULES);
const whole = (site: Site): string => jsonExplanations([explained(site)], MADE);
const sentences = (list: readonly Parameters<typeof plain>[0][]): string => list.map(plain).join("\n");
const part = (site: Site, name: string) => {
  const found = explained(site).parts.find((each) => each.name === name);
  return found ? plain(found.sentence) : "";
};

describe("what is said follows from the data", () => {
  test("of every rule", () => {
    expectDistinct(RULE_IDS, (rule) => plain(explained(siteWith({ rule })).today[0] ?? []));
  });

  test("of every verdict", () => {
    expectDistinct<Verdict>(keys(CONCLUSIONS), (verdict) => plain(explained(siteWith({ verdict })).conclusion));
    expectDistinct<Verdict>(keys(CONCLUSIONS), (verdict) => plain(explained(siteWith({ verdict })).change.sentence));
  });

  test("of every sink kind", () => {
    const said = (kind: SinkKind) => explained(siteWith({}, { sink: { ...SITE.reasons.sink, kind } })).today[1];
    expectDistinct(keys(SINKS), (kind) => plain(said(kind) ?? []));
  });

  test("and nothing is claimed of a sink of which it is not known that requests ask for it", () => {
    const unknown = siteWith({ verdict: "review" }, { doubt: "unknown-sink" });
    expect(sentences(explained(unknown).today)).not.toContain("request");
    const notes = explained(unknown).page.flatMap((block) => (block.kind === "excerpt" ? block.lines : []));
    expect(notes.find(({ isSink }) => isSink)?.notes).toEqual(["kept in a field"]);
  });

  test("of every evidence kind", () => {
    const [first] = SITE.reasons.evidence;
    const said = (kind: EvidenceKind) =>
      explained(siteWith({}, { evidence: first ? [{ ...first, kind }] : [] })).evidence.steps[0];
    expectDistinct(keys(EVIDENCE), (kind) => plain(said(kind)?.sentence ?? []));
  });

  test("of what the evidence proves", () => {
    expectDistinct(["step-up", "401", "open"], (proof) =>
      plain(explained(siteWith({}, { proof: proof === "open" ? undefined : (proof as "401") })).evidence.sentence),
    );
  });

  test("of every doubt", () => {
    const review = (doubt: Doubt) => explained(siteWith({ verdict: "review" }, { doubt }));
    expectDistinct(keys(DECISIONS), (doubt) => plain(review(doubt).questions[0] ?? []));
    const proofs = ["shared-handler", "status-only", "escaping-function", "unrelated-evidence", "collection"] as const;
    expectDistinct(proofs, (doubt) => plain(review(doubt).evidence.sentence));
  });

  test("of every kind of granted scope", () => {
    const granted: Record<Granted["kind"], Granted> = {
      handler: { kind: "handler", text: "tokens?.scope" },
      provider: { kind: "provider", text: "tokens?.scope", inline: true },
      none: { kind: "none", why: "no-provider" },
    };
    expect(keys(granted).sort()).toEqual(keys(GRANTED).sort());
    expectDistinct(keys(granted), (kind) => part(siteWith({}, { granted: granted[kind] }), "granted"));
    expectDistinct(
      keys(granted),
      (kind) => sentences(explained(siteWith({}, { granted: granted[kind] })).limits).slice(0, 60) + kind,
    );
    const statement = part(SITE, "granted");
    expect(statement).toContain("before line 8");
    expect(part(siteWith({}, { granted: granted.provider }), "granted")).not.toContain("line");
  });

  test("of every reason for which there is no granted scope", () => {
    const without = (why: NoTokens) => siteWith({}, { granted: { kind: "none", why } });
    expectDistinct<NoTokens>(keys(NO_TOKENS), (why) => part(without(why), "granted"));
    const asked = keys(NO_TOKENS).filter((why) => NO_TOKENS[why].decision);
    expectDistinct<NoTokens>(asked, (why) => sentences(explained(without(why)).questions));
  });

  test("of every advice", () => {
    const advised = (rule: AdviceId) => explained(siteWith({ advice: [{ rule, message: `about ${rule}` }] }));
    for (const rule of keys(ADVICE_RULES)) {
      expect(advised(rule).advice).toEqual([{ rule, message: `about ${rule}` }]);
      const question = ADVICE_RULES[rule].question;
      const others = explained(siteWith({ advice: [] })).questions;
      expect(sentences(others)).not.toContain(question ? plain(question) : "about");
      if (question) expect(sentences(advised(rule).questions)).toContain(plain(question));
    }
    const refs = (rule: AdviceId) =>
      advised(rule).specification.map(({ document, section }) => `${document} ${section}`);
    expect(refs("refresh-cannot-widen")).toContain("RFC 6749 6");
    expect(refs("unbounded-step-up")).not.toContain("RFC 6749 6");
  });

  test("of every single datum: a change of any of them changes what is said", () => {
    const silent = leaves(SITE)
      .filter((path) => !OFFSETS.test(path.join(".")))
      .filter((path) => whole(changed(SITE, path)) === whole(SITE))
      .map((path) => path.join("."));
    expect(silent).toEqual(SAID_NOWHERE);
  });

  test("and nothing is said of what is not there", () => {
    const bare = siteWith(
      { advice: [], edits: undefined },
      {
        unauthorized: undefined,
        retryLimit: undefined,
        authorization: undefined,
        challengedFrom: undefined,
        granted: undefined,
        previous: undefined,
      },
    );
    const { left, limits, advice, parts, change, questions } = explained(bare);
    expect({ left, limits, advice, blocks: change.blocks }).toEqual({ left: [], limits: [], advice: [], blocks: [] });
    expect(parts.map(({ steps }) => steps.length)).toEqual([1, 0, 0]);
    expect(sentences(questions)).toBe("Nothing.");
    expect(whole(bare)).not.toMatch(/refresh|client_credentials|tokens\?/);
  });

  test("what only version 1 of the SDK does is not said of version 2", () => {
    const of = (sdkVersion: 1 | 2 | undefined) => {
      const [call] = SITE.reasons.authorization ?? [];
      if (!call) throw new Error("no call");
      const authorization = [{ ...call, isSdk: true, ...(sdkVersion && { sdkVersion }) }];
      return sentences(explained(siteWith({}, { authorization })).general);
    };
    expect(of(1)).toContain("client_credentials");
    expect(of(undefined)).toContain("client_credentials");
    expect(of(2)).not.toContain("client_credentials");
  });

  test("of a scope that is kept, a change is written where that is; of one that is handed on, where it is received", () => {
    const handed = (receiver: "kept" | "caller") =>
      plain(
        explained(siteWith({ verdict: "review", edits: undefined }, { doubt: "side-channel", receiver })).change
          .sentence,
      );
    expect(handed("kept")).toContain("write it by hand");
    expect(handed("caller")).toContain("where the earlier scopes still are");
  });

  test("no helper is said to come with a change that there is none of", () => {
    const said = (site: Site) => sentences(explained(site).change.remarks);
    expect(said(SITE)).toContain("unionScopes");
    expect(said(siteWith({ verdict: "review", edits: undefined }, { doubt: "side-channel" }))).toBe("");
  });

  test("a limit of some sites alone is told with where these are", () => {
    const alone = explained(siteWith({}, { authorization: undefined }));
    const of = (...all: readonly Explanation[]) => sentences(generalLimitsOf(all));
    expect(of(explained(SITE), explained(SITE))).not.toContain("src/client.mjs:10");
    expect(of(explained(SITE), alone)).toContain("`src/client.mjs:10`: Under client_credentials");
    const union = explained(siteWith({ verdict: "already-union", rule: "union-kept", edits: undefined }));
    expect(of(explained(SITE), union)).not.toContain("src/client.mjs:10");
    const many = Array.from({ length: 4 }, () => explained(SITE));
    expect(of(...many, alone)).not.toContain("src/client.mjs:10");
  });

  test.each([
    ["unauthorized", "(line 4; --on-401=union)", "(line 4) still replaces"],
    ["retryLimit", "retry limit, tested", "retry limit, set"],
    ["authorization", "client_credentials", "client_credentials"],
    ["granted", "tokens?.scope", "May the provider's tokens"],
  ] as const)("without %s neither left, limit nor question speaks of it", (key, one, other) => {
    const said = (site: Site) => {
      const { left, limits, questions, parts } = explained(site);
      return sentences([
        ...left.map(({ sentence }) => sentence),
        ...limits,
        ...questions,
        ...parts.map(({ sentence }) => sentence),
      ]);
    };
    expect(said(SITE)).toContain(one);
    expect(said(SITE)).toContain(other);
    expect(said(siteWith({}, { [key]: undefined }))).not.toContain(one);
    expect(said(siteWith({}, { [key]: undefined }))).not.toContain(other);
  });

  test("a suppressed site and a suppressed advice say why", () => {
    const suppressed = { rule: "replaced-scope", reason: "servers name all", at: { ...SITE, line: 9 } } as const;
    const { conclusion, questions, change } = explained(siteWith({ suppressed }));
    expect(plain(conclusion)).toContain("by the comment on line 9: `servers name all`");
    expect(plain(questions[0] ?? [])).toContain("line 9");
    expect(plain(change.sentence)).toContain("the comment keeps");
    const advice = [
      { rule: "refresh-cannot-widen", message: "m", suppressed: { ...suppressed, reason: "no tokens" } },
    ] as const;
    expect(explained(siteWith({ advice })).advice).toEqual([
      { rule: "refresh-cannot-widen", message: "m", suppressed: "no tokens" },
    ]);
  });
});

/** Offsets and ends, which the text at them says. */
const OFFSETS = /(?:^|\.)(?:start|end|endLine|endColumn)$/;
/** Data that another datum says already. */
const SAID_NOWHERE = [
  // For programs: people are told the line.
  "proof.0.evidence.0.column",
  "proof.0.evidence.0.text",
  "identity.symbols.0",
  "identity.symbols.1",
  "identity.code",
  // The sink's place is told instead of the challenged scope's; the call stands in the code that people are shown.
  "reasons.challenged.line",
  "reasons.challenged.column",
  "reasons.authorization.0.line",
  "reasons.authorization.0.column",
  "reasons.authorization.0.text",
  "reasons.authorization.0.callee",
  // That an edit is part of the union shows in the change.
  "edits.1.role",
  "edits.2.role",
];

function leaves(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

/** The prose and the code of all sentences in some data. */
function partsOf(value: unknown): { prose: string[]; code: string[] } {
  if (typeof value !== "object" || value === null) return { prose: [], code: [] };
  if ("code" in value) return { prose: [], code: [String(value.code)] };
  const inner = Object.values(value).map(partsOf);
  const own = Array.isArray(value) ? value.filter((part) => typeof part === "string") : [];
  return { prose: [...own, ...inner.flatMap(({ prose }) => prose)], code: inner.flatMap(({ code }) => code) };
}

const OTHER: Partial<Record<string, unknown>> = {
  rewrite: "review",
  "replaced-scope": "unfit-sink",
  status: "predicate",
  comparison: "predicate",
  field: "variable",
  "step-up": "401",
  provider: "handler",
  "refresh-cannot-widen": "unbounded-step-up",
};

/** A site with one datum changed: to another of its kind, where it has one. */
function changed(site: Site, path: readonly string[]): Site {
  const copy = JSON.parse(JSON.stringify(site));
  const key = path.at(-1) ?? "";
  const owner = path.slice(0, -1).reduce((inner, each) => inner[each], copy);
  const value = owner[key];
  owner[key] =
    OTHER[value] ?? (typeof value === "number" ? value + 1 : typeof value === "boolean" ? !value : `changed(${value}`);
  return copy;
}

describe("fixtures and the published SDK", () => {
  const cases = fixturesByTurn("explained", 3).flatMap(({ input, name, extension }) => {
    try {
      const path = `${name}${extension}`;
      return analyzeOnce(input, path).sites.map((site) => ({ path, input, site }));
    } catch {
      return [];
    }
  });

  test("hold every verdict and most doubts", () => {
    expect(new Set(cases.map(({ site }) => site.verdict))).toEqual(new Set(keys(CONCLUSIONS)));
    expect(new Set(cases.map(({ site }) => site.reasons.doubt)).size).toBeGreaterThan(12);
  });

  test("can be explained, without an empty sentence, each piece of code being the file's own", () => {
    for (const { path, input, site } of cases) {
      const explanation = explain(site, input, path);
      const { prose, code } = partsOf(explanation);
      expect(prose.filter((text) => text === "" || /(?<!takes no )undefined|NaN|\[object/.test(text))).toEqual([]);
      expect(code.filter((text) => text.trim() === "")).toEqual([]);
      for (const step of [
        ...explanation.evidence.steps,
        ...explanation.left,
        ...explanation.parts.flatMap(({ steps }) => steps),
      ]) {
        const line = input.split(/\r\n|[\n\r\u2028\u2029]/)[step.line - 1] ?? "";
        expect(line.slice(step.column - 1).replace(/\s+/g, " "), path).toContain(step.text.slice(0, 3).trim());
      }
    }
  });

  test("say of the SDK's site what a reviewer must know", () => {
    const url = new URL(
      "../../../node_modules/@modelcontextprotocol/sdk/dist/esm/client/streamableHttp.js",
      import.meta.url,
    );
    const source = readFileSync(url, "utf8");
    const [site] = analyze(source, "streamableHttp.js").sites;
    const explanation = explain(site as Site, source, "streamableHttp.js");
    expect(explanation.left.map(({ text }) => text)).toEqual([
      "this._scope = scope",
      "this._lastUpscopingHeader === wwwAuthHeader",
      "this._lastUpscopingHeader = wwwAuthHeader ?? undefined",
    ]);
    expect(explanation.example.courses.map(({ consents, held }) => [consents, held])).toEqual([
      [3, "admin"],
      [1, "read write admin"],
    ]);
  });
});

test("a rewrite whose union lacks the granted scope says so where it says that nothing is to be decided", () => {
  const of = (why: "no-provider" | "unauthorized") =>
    plain(explain(siteWith({}, { granted: { kind: "none", why } }), SOURCE, "client.mjs").conclusion);
  expect(of("no-provider")).toBe("Proved, but the union lacks the granted scope; check the comments around it.");
  expect(of("unauthorized")).toBe("Proved; check the comments around it.");
});
