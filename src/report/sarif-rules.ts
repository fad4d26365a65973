import type { RuleId } from "../model/rule-ids.ts";
import { REFERENCES, type ReferenceId } from "../rules/references.ts";
import { plain } from "../rules/sentence.ts";
import { ADVICE_RULES, RULES, SITE_RULES } from "../rules/table.ts";
import { markdownOf } from "./explain/inert-markdown.ts";
import { INSTALLED_PACKAGE, type Told } from "./told.ts";

/** The rules that SARIF describes, in the order in which results count them: a union is never a result. */
export const SARIF_RULES: readonly Told["rule"][] = [
  ...(Object.keys(RULES) as RuleId[]).filter((rule) => RULES[rule].verdict !== "already-union"),
  INSTALLED_PACKAGE,
];

/** What SARIF calls each verdict. */
export const LEVELS = { rewrite: "error", review: "warning", advice: "note" } as const;

/** How GitHub names the same, and how sure the rule is of it. */
const SEVERITIES = { error: "error", warning: "warning", note: "recommendation" } as const;
const PRECISIONS = { error: "very-high", warning: "medium", note: "low" } as const;

interface Words {
  readonly level: (typeof LEVELS)[keyof typeof LEVELS];
  readonly meaning: string;
  readonly remedy: string;
  readonly references: readonly ReferenceId[];
}

const REMEDIES = {
  rewrite:
    "The union of the granted, the previously requested and the challenged scope must be requested: run `step-up-union fix`.",
  review:
    "A person decides: `step-up-union explain <file>:<line>` says what the code does, and asks what must be known.",
  advice: "A remark beside a finding: see `step-up-union explain <file>:<line>`.",
} as const;

/**
 * A rule as SARIF's `reportingDescriptor`, with what GitHub code scanning shows and sorts by.
 *
 * @param docs the address of the page that documents the rules
 */
export function sarifRule(id: Told["rule"], docs: string): object {
  const { level, meaning, remedy, references } = wordsOf(id);
  const links = references.map((reference) => REFERENCES[reference]);
  const sources = links.map(({ document, section, url, sentence }) => ({
    text: `${document}, ${section}: ${plain(sentence)} ${url}`,
    markdown: `- [${document}, ${section}](${url}): ${markdownOf(sentence)}`,
  }));
  const full = `${capital(meaning)}.`;
  const paragraphs = (list: readonly string[]) => [full, remedy, ...(list.length > 0 ? [list.join("\n")] : [])];
  return {
    id,
    name: id.split("-").map(capital).join(""),
    shortDescription: { text: full },
    fullDescription: { text: `${full} ${remedy}` },
    help: {
      text: paragraphs(sources.map(({ text }) => text)).join("\n\n"),
      markdown: paragraphs(sources.map(({ markdown }) => markdown)).join("\n\n"),
    },
    helpUri: id === INSTALLED_PACKAGE ? docs : `${docs}#${id}`,
    defaultConfiguration: { level },
    properties: {
      precision: PRECISIONS[level],
      "problem.severity": SEVERITIES[level],
      tags: ["authorization", "mcp", "oauth", "step-up"],
    },
  };
}

function wordsOf(id: Told["rule"]): Words {
  if (id === INSTALLED_PACKAGE) {
    const meaning = "an installed package replaces the requested scope";
    const remedy =
      "Update it to a version that requests the union, or migrate the installed one and keep the change as a patch.";
    return { level: LEVELS.review, meaning, remedy, references: ["union"] };
  }
  const { meaning, verdict } = RULES[id];
  const kind = verdict === "already-union" ? "advice" : verdict;
  return { level: LEVELS[kind], meaning, remedy: REMEDIES[kind], references: referencesOf(id) };
}

function referencesOf(id: RuleId): readonly ReferenceId[] {
  const rules: Readonly<Record<string, { readonly references?: readonly ReferenceId[] }>> = {
    ...SITE_RULES,
    ...ADVICE_RULES,
  };
  return rules[id]?.references ?? [];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
