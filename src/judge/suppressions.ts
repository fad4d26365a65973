import type * as t from "@babel/types";
import { nearMiss } from "../model/near-miss.ts";
import type { AdviceId, RuleId } from "../model/rule-ids.ts";
import type { Advice, Location, Site, Suppressed } from "../model/site.ts";
import {
  mayHoldSuppression,
  SUPPRESSION_FORMS,
  SUPPRESSION_WORD,
  type Suppression,
  type SuppressionForm,
  type SuppressionState,
} from "../model/suppression.ts";
import type { Code } from "../parse/code.ts";
import { RULES } from "../rules/table.ts";

/** A suppression comment as read, before it is known whether anything stands on its line. */
export interface Directive {
  readonly at: Location;
  /** The line that it is about, 1-based. */
  readonly line: number;
  readonly form: string;
  readonly rules: readonly string[];
  readonly reason: string;
  /** What is wrong with it by itself: then it suppresses nothing. */
  readonly fault?: Fault;
}

interface Fault {
  readonly state: SuppressionState;
  readonly message: string;
}

const KNOWN_RULES = Object.keys(RULES) as RuleId[];

/** Reads the suppression comments of a file, in source order. */
export function directivesOf(code: Code): Directive[] {
  if (!mayHoldSuppression(code.source)) return [];
  return code.comments.flatMap((comment) => directiveOf(code, comment) ?? []);
}

/** `<form> <rule>, <rule> -- <reason>`, at the beginning of a comment. */
const DIRECTIVE = new RegExp(`^(${SUPPRESSION_WORD}[\\w-]*)(.*?)(?:--+(.*))?$`, "s");

function directiveOf(code: Code, comment: t.Comment): Directive | undefined {
  const parts = DIRECTIVE.exec(textOfComment(comment));
  if (!parts) return undefined;
  const [, form = "", list = "", reason = ""] = parts;
  const rules = list.split(",").flatMap((rule) => rule.trim() || []);
  const read = { form, rules, reason: reason.trim() };
  const fault = faultOf(read);
  const at = code.lines.locate({ start: comment.start ?? 0, end: comment.end ?? 0 });
  const line = form === `${SUPPRESSION_WORD}-line` ? at.line : lineBelow(code, comment);
  return { at, line, ...read, ...(fault && { fault }) };
}

/** What a comment says, on one line, without the asterisks that decorate blocks. */
function textOfComment({ type, value }: t.Comment): string {
  const text = type === "CommentBlock" ? value.replace(/^[*\s]+/gm, " ") : value;
  return text.replace(/\s+/g, " ").trim();
}

/** The line below a comment, or below the comments that follow it: they may go on with its reason, or be its like. */
function lineBelow(code: Code, comment: t.Comment): number {
  let last = comment;
  for (const next of code.comments.slice(code.comments.indexOf(comment) + 1)) {
    const gap = code.source.slice(last.end ?? 0, next.start ?? 0);
    const standsBelow = /^[ \t]*(?:\r\n|[\n\r\u2028\u2029])[ \t]*$/.test(gap);
    const standsAlone = /^[ \t]*(?:[\n\r\u2028\u2029]|$)/.test(code.source.slice(next.end ?? 0));
    if (!standsBelow || !standsAlone) break;
    last = next;
  }
  return code.lines.locate({ start: last.end ?? 0, end: last.end ?? 0 }).line + 1;
}

function faultOf({ form, rules, reason }: Pick<Directive, "form" | "rules" | "reason">): Fault | undefined {
  if (!SUPPRESSION_FORMS.includes(form as SuppressionForm)) {
    return { state: "unknown-form", message: `${form} is not known; write ${SUPPRESSION_FORMS.join(" or ")}` };
  }
  const unknown = rules.find((rule) => !Object.hasOwn(RULES, rule));
  if (unknown !== undefined) {
    const meant = nearMiss(unknown, KNOWN_RULES);
    return { state: "unknown-rule", message: `there is no rule ${unknown}${meant ? `; did you mean ${meant}?` : ""}` };
  }
  if (rules.length === 0) {
    return { state: "unknown-rule", message: `it names no rule; write ${form} <rule> -- <reason>` };
  }
  if (reason === "") {
    return { state: "no-reason", message: `it gives no reason; write ${form} ${rules.join(", ")} -- <reason>` };
  }
  return undefined;
}

/**
 * The suppression of a rule on a line, if there is one.
 *
 * @param line where the site begins, 1-based
 */
export function suppressionAt(directives: readonly Directive[], line: number, rule: RuleId): Suppressed | undefined {
  const found = directives.find((each) => !each.fault && each.line === line && each.rules.includes(rule));
  return found && { rule, reason: found.reason, at: found.at };
}

/** Advice on the change of a site. */
const ON_THE_CHANGE: ReadonlySet<AdviceId> = new Set(["granted-scope-unknown", "scope-may-be-missing"]);

/** Whether an advice holds of a site as it stands, without its change. */
export const isOfCode = ({ rule }: Advice): boolean => !ON_THE_CHANGE.has(rule);

/**
 * A site with its own suppression and those of its advice. What is a union already is no finding to suppress. Where the
 * change is suppressed, there is no advice on it.
 */
export function withSuppressions(directives: readonly Directive[], site: Site): Site {
  if (directives.length === 0) return site;
  const at = (rule: RuleId) => suppressionAt(directives, site.line, rule);
  const advice = site.advice.map((each) => {
    const suppressed = at(each.rule);
    return suppressed ? { ...each, suppressed } : each;
  });
  const suppressed = site.verdict === "already-union" ? undefined : at(site.rule);
  if (!suppressed) return { ...site, advice };
  return { ...site, advice: advice.filter((each) => each.suppressed || isOfCode(each)), suppressed };
}

/** What became of each directive, given the sites as `withSuppressions` made them. */
export function settled(directives: readonly Directive[], sites: readonly Site[]): Suppression[] {
  return directives.map(({ at, line, rules, reason, fault }) => {
    const here = sites.filter((site) => site.line === line);
    const suppressed = new Set<string | undefined>(
      here.flatMap((site) => [site.suppressed?.rule, ...site.advice.map((advice) => advice.suppressed?.rule)]),
    );
    const idle = rules.filter((rule) => !suppressed.has(rule));
    const state = fault?.state ?? (idle.length > 0 ? "unused" : "used");
    const message =
      fault?.message ?? (idle.length > 0 ? `line ${line} has no finding of ${idle.join(", ")}` : undefined);
    return { ...at, rules, reason, state, ...(message !== undefined && { message }) };
  });
}
