import type { Site } from "../../model/site.ts";
import { type CodePart, code, fromMessage, type Sentence, together } from "../../rules/sentence.ts";
import type { Block } from "./block.ts";
import { isTelling } from "./example.ts";
import type { ExcerptLine } from "./excerpt.ts";
import type { Explanation } from "./explanation.ts";
import { limitSentences } from "./limits.ts";
import { foldedProof } from "./proof-sentences.ts";
import { SUPPRESSED_ADVICE } from "./words.ts";

/** An explanation but for what people are shown of it. */
export type Told = Omit<Explanation, "page" | "general">;

/**
 * The page of a site: what people are shown of its explanation, in the one order that all formats have. What there is
 * nothing to say of is left out.
 *
 * @param told all that there is to say
 * @param lines the site's code
 * @param unseen what is not seen of the request, so that no example can promise anything of it
 */
export function pageOf(
  site: Site,
  told: Told,
  lines: readonly ExcerptLine[],
  unseen: readonly Sentence[] = [],
): Block[] {
  const { finding, conclusion, decisions, change, example } = told;
  const blocks: readonly (Block | false)[] = [
    { kind: "verdict", sentence: together([finding, conclusion]) },
    decisions.length > 0 && { kind: "decisions", decisions },
    site.verdict !== "already-union" && { kind: "change", change },
    { kind: "excerpt", lines },
    listed("proof", [...evidenceSentence(site, told), ...foldedProof(site)]),
    listed("limits", [...told.advice.map(adviceSentence), ...limitSentences(site, "own"), ...unseen]),
    !told.isSuppressed && unseen.length === 0 && isTelling(site, example) && { kind: "example", example },
  ];
  return blocks.filter((block) => block !== false);
}

const listed = (kind: "proof" | "limits", sentences: readonly Sentence[]): Block | false =>
  sentences.length > 0 && { kind, sentences };

/** What the tests come to, where no obligation says it. */
const evidenceSentence = ({ proof, reasons }: Site, { evidence }: Told): Sentence[] =>
  reasons.proof !== undefined && proof.every(({ obligation }) => obligation !== "only-step-up")
    ? [evidence.sentence]
    : [];

function adviceSentence({ rule, message, suppressed }: Explanation["advice"][number]): Sentence {
  const name: CodePart = code(rule);
  const note = suppressed === undefined ? "." : ` (${SUPPRESSED_ADVICE(suppressed)}).`;
  return [name, ": ", ...fromMessage(message), note];
}
