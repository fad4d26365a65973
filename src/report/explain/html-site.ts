import { type Sentence, together } from "../../rules/sentence.ts";
import type { Block, Change, Example } from "./block.ts";
import { HAPPENING, OPERATION, SUMMARY } from "./example-words.ts";
import type { Explanation } from "./explanation.ts";
import { decisionsMarkup, siteInChecklist } from "./html-decisions.ts";
import { diffMarkup } from "./html-diff.ts";
import { excerptMarkup } from "./html-excerpt.ts";
import { flowMarkup } from "./html-flow.ts";
import { html, type Markup, pathMarkup, sentenceMarkup } from "./markup.ts";
import { CONTROLS, REPORT, stateOf } from "./report-words.ts";
import { SECTIONS } from "./words.ts";

/** The place of a file in the list of files, by which the page's script knows it. */
export type FileNumber = (file: string) => number;

/**
 * One site as an article of the page, which can be folded.
 *
 * @param index its place among all, from 1 on
 * @param count how many there are
 */
export function siteMarkup(explanation: Explanation, index: number, count: number, fileNumber: FileNumber): Markup {
  const { file, line, column, verdict, rule, page, fingerprint } = explanation;
  const state = stateOf(explanation);
  return html`<article id="site-${index}" aria-labelledby="name-${index}" data-verdict="${verdict}" data-rule="${rule}" data-file="${fileNumber(file)}" data-site="${siteInChecklist(explanation)}">
<details open>
<summary><h2 id="name-${index}"><span class="verdict ${verdict}">${verdict}</span> <code>${pathMarkup(`${file}:${line}:${column}`)}</code> <span class="rule">${rule}${state === undefined ? "" : ` (${state})`}</span></h2></summary>
${page.map((block) => blockMarkup(block, explanation, index))}
${fingerprint === undefined ? html`` : html`<p class="fingerprint">${REPORT.fingerprint} <code>${fingerprint}</code></p>`}
</details>
${neighbours(index, count)}
</article>`;
}

/** The way to the sites before and behind. */
function neighbours(index: number, count: number): Markup {
  const to = (other: number, name: string) =>
    other < 1 || other > count ? html`` : html`<a href="#site-${other}">${name}</a> `;
  if (count < 2) return html``;
  return html`<p class="neighbours">${to(index - 1, CONTROLS.previous)}${to(index + 1, CONTROLS.next)}<a href="#overview">${CONTROLS.overview}</a></p>`;
}

function blockMarkup(block: Block, explanation: Explanation, index: number): Markup {
  if (block.kind === "verdict") return html`<p class="message">${sentenceMarkup(block.sentence)}</p>`;
  const content = contentOf(block, explanation, index);
  return html`<section class="${block.kind}"><h3>${SECTIONS[block.kind]}</h3>${content}</section>
`;
}

function contentOf(block: Exclude<Block, { kind: "verdict" }>, explanation: Explanation, index: number): Markup {
  switch (block.kind) {
    case "decisions":
      return decisionsMarkup(block.decisions, index);
    case "change":
      return changeMarkup(block.change);
    case "excerpt":
      return excerptMarkup(block.lines);
    case "example":
      return exampleMarkup(block.example, explanation);
    default:
      return html`<ul>${block.sentences.map((each) => html`<li>${sentenceMarkup(each)}</li>`)}</ul>`;
  }
}

const paragraph = (sentence: Sentence): Markup => html`<p>${sentenceMarkup(sentence)}</p>`;

const changeMarkup = ({ sentence, remarks, blocks }: Change): Markup =>
  html`${paragraph(together([sentence, ...remarks]))}${blocks.length > 0 ? diffMarkup(blocks) : html``}`;

function exampleMarkup({ operations, courses, start, outcome }: Example, explanation: Explanation): Markup {
  const cells = (texts: readonly (string | number)[]) => texts.map((text) => html`<td>${text}</td>`);
  const row = (head: string, texts: readonly (string | number)[]) =>
    html`<tr><th scope="row">${head}</th>${cells(texts)}</tr>`;
  const happened = (index: number) =>
    courses.map(({ happenings }) => {
      const happening = happenings[index];
      return happening ? HAPPENING(happening) : "";
    });
  return html`${paragraph(start)}
${flowMarkup(explanation)}
<table class="example"><thead><tr><td></td>${courses.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>
${operations.map((operation, index) => row(OPERATION(operation), happened(index)))}
${row(
  SUMMARY.consents,
  courses.map(({ consents }) => consents),
)}
${row(
  SUMMARY.held,
  courses.map(({ held }) => held),
)}
</tbody></table>
<p class="outcome">${sentenceMarkup(outcome)}</p>`;
}
