import { factsAt } from "../src/find/dominance.ts";
import { type Candidate, findCandidates } from "../src/find/find.ts";
import type { Claim } from "../src/judge/claim.ts";
import { tokensFor } from "../src/judge/claim.ts";
import { claimFor, formOf } from "../src/judge/judge.ts";
import type { Conclusion } from "../src/judge/judgement.ts";
import { prove } from "../src/judge/obligations/prove.ts";
import type { EngineOptions } from "../src/model/options.ts";
import { type Code, rangeOf, readCode } from "../src/parse/code.ts";
import type { Node } from "../src/parse/tree.ts";
import { OBLIGATIONS } from "../src/rules/obligations.ts";
import { RULES } from "../src/rules/table.ts";
import { FORMS_FILE, obligationFile, ROOMS, TEST_FILES } from "./files.ts";
import { answersOf, partsOf } from "./words.ts";

/**
 * What the engine makes of the writes on a line, step by step, and the file of each step.
 *
 * @param source the file's text
 * @param path its name, used for its extension
 * @param line 1-based
 * @throws {import("../src/parse/syntax-error.ts").SourceSyntaxError} where the text does not parse
 */
export function stateAt(source: string, path: string, line: number, options: EngineOptions): string {
  const code = readCode(source, path);
  const dismissed: { node: Node; why: string }[] = [];
  const all = findCandidates(code, (node, why) => dismissed.push({ node, why }));
  const isOn = (node: Node) => {
    const place = code.lines.locate(rangeOf(node));
    return place.line <= line && line <= place.endLine;
  };
  const found = all.filter(({ node }) => isOn(node)).map((each) => siteState(code, each, options, all));
  const others = dismissed.filter(({ node }) => isOn(node)).map((each) => dismissal(code, each.node, each.why));
  const blocks = [...found, ...others];
  if (blocks.length > 0) return blocks.join("\n\n");
  return [
    `Line ${line}: nothing here is written into a place that could keep or pass a scope, in code that holds evidence.`,
    row("writes", "what is one", "src/find/written.ts"),
    row("windows", "which code is looked at", "src/find/windows.ts"),
  ].join("\n");
}

function siteState(code: Code, candidate: Candidate, options: EngineOptions, all: readonly Candidate[]): string {
  const claim = claimFor(code, candidate, options, all);
  const form = formOf(claim);
  const lines = [titleOf(code, candidate.node), ...found(code, candidate), ...valuesOf(code, candidate)];
  if (form) {
    lines.push(row("form", `${form.form.name}: ${form.form.why}`, FORMS_FILE));
    return [
      ...lines,
      ...(form.said === "no-site" ? [row("verdict", "no site")] : verdictOf(claim, form.said, FORMS_FILE)),
    ].join("\n");
  }
  lines.push(row("form", "none: it is put to the proof", FORMS_FILE));
  return [...lines, ...verdictOf(claim, prove(claim), "src/judge/obligations/prove.ts")].join("\n");
}

function found(code: Code, { kind, path, use, isRelated, facts }: Candidate): string[] {
  const sink = `${kind}${path === undefined ? "" : ` ${path}, used by: ${use}`}`;
  return [
    row("sink", sink, "src/find/written.ts, src/find/request-use.ts"),
    row("may answer", answersOf(facts.kinds), "src/find/dominance.ts"),
    ...(facts.kinds === facts.proved ? [] : [row("proved", answersOf(facts.proved), "src/find/dominance.ts")]),
    ...facts.tests.map(({ node, kind, doubt }) =>
      row("test", `${at(code, node)} (${kind}${doubt ? `, proves nothing: ${doubt}` : ""})`, TEST_FILES[kind]),
    ),
    ...(facts.present.length > 0 ? [row("present", facts.present.join(", "))] : []),
    ...(facts.absent.length > 0 ? [row("absent", facts.absent.join(", "))] : []),
    ...(isRelated ? [] : [row("challenge", "not the one whose error code was tested", "src/find/origins.ts")]),
  ];
}

function valuesOf(code: Code, { alternatives }: Candidate): string[] {
  return alternatives.map(({ parts, challenged, facts }) => {
    const from = challenged ? `, the challenged scope at ${at(code, challenged)}` : "";
    return row("may get", `${partsOf(parts)}${from}, where it answers ${answersOf(facts.kinds)}`, "src/find/flow.ts");
  });
}

function verdictOf(claim: Claim, conclusion: Conclusion, decidedBy: string): string[] {
  const { code } = claim;
  const { rule, doubt, change, proof = [] } = conclusion;
  const verdict = conclusion.verdict ?? RULES[rule].verdict;
  const isForm = decidedBy === FORMS_FILE;
  const unmet = proof.find(({ answer }) => answer !== "met");
  const lines = proof.map(({ obligation, answer, on }) => {
    const places = on.map((node) => at(code, node)).join("; ");
    const meaning = `${OBLIGATIONS[obligation]}${places ? ` — ${places}` : ""}`;
    return isForm ? row("listed as", `${answer}: ${meaning}`) : row(answer, meaning, obligationFile(obligation));
  });
  const file = isForm || !unmet ? decidedBy : obligationFile(unmet.obligation);
  lines.push(row("verdict", `${verdict} ${rule}${doubt ? `, for ${doubt}` : ""}`, file));
  if (verdict === "already-union") return lines;
  const { kind, ...plan } = tokensFor(claim);
  const tokens = "why" in plan ? `none: ${plan.why}` : "read" in plan ? `${kind}: ${plan.read}` : kind;
  const made = verdict === "rewrite" ? "made" : "suggested, not made";
  return [
    ...lines,
    row("tokens", tokens, "src/judge/tokens.ts, src/judge/place.ts"),
    row("change", change ? made : "none", "src/judge/change.ts, src/edit/site-edits.ts"),
  ];
}

function dismissal(code: Code, node: Node, why: string): string {
  return [
    titleOf(code, node),
    row("no candidate", why, "src/find/find.ts"),
    row("may answer", answersOf(factsAt(code, node).kinds), "src/find/dominance.ts"),
  ].join("\n");
}

const titleOf = (code: Code, node: Node): string => at(code, node);

/** `19:11 this._scope = scope`, on one line. */
function at(code: Code, node: Node): string {
  const { line, column, text } = code.lines.excerpt(rangeOf(node));
  const flat = text.replace(/\s+/g, " ");
  return `${line}:${column} ${flat.length > ROOMS.text ? `${flat.slice(0, ROOMS.text)}…` : flat}`;
}

function row(name: string, text: string, file = ""): string {
  return `  ${name.padEnd(ROOMS.name)}${text}${file ? `  [${file}]` : ""}`;
}
