import type { Rule, SourceCode } from "eslint";
import { withoutCommands } from "../report/ci-commands.ts";
import { messageLines } from "../report/layout.ts";
import { DOCS, TOOL } from "../report/tool.ts";
import { RULES } from "../rules/table.ts";
import { type Finding, findingsOf, type ProblemId } from "./findings.ts";
import { lintedText } from "./linted-text.ts";
import { pluginSettings } from "./settings.ts";

/** What the plugin's own rules find. */
const PROBLEMS: Readonly<Record<ProblemId, string>> = {
  suppression: "a suppression comment is not in order, or suppresses nothing",
  "not-judged": "a file holds the error code of a challenge and could not be judged",
};

/** What the engine reports: a union is no finding. */
const REPORTED = Object.entries(RULES).filter(([, { verdict }]) => verdict !== "already-union");

/** Every rule of the plugin, with what it finds: those of the engine under their ids, and the plugin's own. */
export const MEANINGS: ReadonlyMap<Finding["rule"], string> = new Map([
  ...REPORTED.map(([id, { meaning }]) => [id as Finding["rule"], meaning] as const),
  ...(Object.entries(PROBLEMS) as [ProblemId, string][]),
]);

/** What a text was found to hold, since all rules ask the same. */
const found = new WeakMap<SourceCode, { readonly key: string; readonly findings: readonly Finding[] }>();

/** One rule: those findings of the engine that are its own. */
export function ruleOf(id: Finding["rule"], meaning: string): Rule.RuleModule {
  const isProblem = id in PROBLEMS;
  return {
    meta: {
      type: "problem",
      docs: { description: meaning, url: isProblem ? DOCS : `${DOCS}#${id}` },
      ...(!isProblem && { fixable: "code", hasSuggestions: true }),
      schema: [],
      messages: {
        found: "{{message}}",
        suggestion: "Request the union here: apply it only if you find it right.",
      },
    },
    create: (context) => ({
      Program() {
        for (const finding of findingsIn(context)) if (finding.rule === id) report(context, finding);
      },
    }),
  };
}

function findingsIn(context: Rule.RuleContext): readonly Finding[] {
  const text = lintedText(context);
  if (!text) return [];
  const key = JSON.stringify([text.path, text.workingFolder, context.settings[TOOL.name]]);
  const before = found.get(context.sourceCode);
  if (before?.key === key) return before.findings;
  const findings = findingsOf(text, () => pluginSettings(context));
  found.set(context.sourceCode, { key, findings });
  return findings;
}

function report(context: Rule.RuleContext, { message, range, fix, suggestion }: Finding): void {
  const { sourceCode } = context;
  const changes = (edits: NonNullable<Finding["fix"]>) => (fixer: Rule.RuleFixer) =>
    edits.map(({ start, end, text }) => fixer.replaceTextRange([start, end], text));
  context.report({
    loc: { start: sourceCode.getLocFromIndex(range.start), end: sourceCode.getLocFromIndex(range.end) },
    messageId: "found",
    data: { message: withoutCommands(messageLines(message).join(" ")) },
    ...(fix && { fix: changes(fix) }),
    ...(suggestion && { suggest: [{ messageId: "suggestion", fix: changes(suggestion) }] }),
  });
}
