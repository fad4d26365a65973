import { createHash } from "node:crypto";
import type { Failure } from "../../model/outcome.ts";
import type { SiteRuleId, Verdict } from "../../model/rule-ids.ts";
import type { Sentence } from "../../rules/sentence.ts";
import type { Explanation } from "./explanation.ts";
import { barMarkup } from "./html-decisions.ts";
import { SCRIPT } from "./html-script.ts";
import { siteMarkup } from "./html-site.ts";
import { STYLE } from "./html-style.ts";
import { markdownOf } from "./inert-markdown.ts";
import { html, type Markup, pathMarkup, sentenceMarkup, verbatim } from "./markup.ts";
import {
  ANSWERS,
  byImportance,
  CONTROLS,
  countsOf,
  decisionCell,
  generalLimitsOf,
  IMPORTANCE,
  placeOf,
  REPORT,
  referencesOf,
  stateOf,
} from "./report-words.ts";

/**
 * Explanations as one HTML file that loads nothing: overview, filters, and a page for each site.
 *
 * Its policy lets run the one script that is written here, and nothing else that may have got in.
 *
 * @param failures what the report should be about, too, and is not
 * @param made what the report was made of, and with what; absent where nothing is to be said of it
 * @param notes what else there is to say of all of it
 */
export function htmlExplanations(
  explanations: readonly Explanation[],
  failures: readonly Failure[] = [],
  made?: Sentence,
  notes: readonly Sentence[] = [],
): string {
  const sorted = byImportance(explanations);
  const files = [...new Set(sorted.map(({ file }) => file))].sort();
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${REPORT.title}</title>
<style>${verbatim(STYLE)}</style>
</head>
<body>
<header>
<h1>${REPORT.title}</h1>
<button type="button" id="theme" data-dark="${CONTROLS.dark}" data-light="${CONTROLS.light}" hidden></button>
</header>
${barMarkup(sorted, made ? markdownOf(made) : "")}
<main>
${failures.length > 0 ? undecidedMarkup(failures) : html``}
${sorted.length === 0 ? html`<p>${REPORT.nothing}</p>${notesMarkup(notes)}` : reportMarkup(sorted, files, notes)}
</main>
${made ? html`<footer><p>${sentenceMarkup(made)}</p></footer>` : html``}
<script>${verbatim(SCRIPT)}</script>
</body>
</html>
`;
  return page.markup;
}

/** What could not be decided, so that nobody takes the report for the whole. */
const undecidedMarkup = (failures: readonly Failure[]): Markup =>
  html`<section class="undecided"><p>${REPORT.undecided}</p><ul>${failures.map((failure) => html`<li><code>${placeOf(failure)}</code> ${failure.message}</li>`)}</ul></section>`;

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(STYLE)}`,
  `script-src ${hashOf(SCRIPT)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function reportMarkup(
  explanations: readonly Explanation[],
  files: readonly string[],
  notes: readonly Sentence[],
): Markup {
  return html`<section aria-labelledby="overview">
<h2 id="overview">${CONTROLS.overview}</h2>
<p>${countsOf(explanations)}</p>
${explanations.some(({ fate }) => fate !== undefined) ? html`<p>${REPORT.fixed}</p>` : html``}
${notesMarkup(notes)}
${filters(explanations, files)}
<p role="status" id="count" data-words="${CONTROLS.shown}"></p>
${overview(explanations)}
</section>
${explanations.map((each, index) => siteMarkup(each, index + 1, explanations.length, (file) => files.indexOf(file)))}
${limitsMarkup(explanations)}${referencesMarkup(explanations)}`;
}

const notesMarkup = (notes: readonly Sentence[]): Markup =>
  html`${notes.map((note) => html`<p>${sentenceMarkup(note)}</p>`)}`;

/** What all sites have in common. */
function limitsMarkup(explanations: readonly Explanation[]): Markup {
  const limits = generalLimitsOf(explanations);
  if (limits.length === 0) return html``;
  return html`<section aria-labelledby="limits"><h2 id="limits">${REPORT.limits}</h2><ul>${limits.map((each) => html`<li>${sentenceMarkup(each)}</li>`)}</ul></section>`;
}

/** The paragraphs on which all sites rest. */
const referencesMarkup = (explanations: readonly Explanation[]): Markup =>
  html`<section class="references" aria-labelledby="references"><h2 id="references">${REPORT.references}</h2><ul>${referencesOf(explanations).map(({ document, section, url, sentence }) => html`<li><a href="${url}" rel="noreferrer">${document}, ${section}</a>: ${sentenceMarkup(sentence)}</li>`)}</ul></section>`;

function filters(explanations: readonly Explanation[], files: readonly string[]): Markup {
  const count = (isOf: (explanation: Explanation) => boolean) => explanations.filter(isOf).length;
  const verdicts = (Object.keys(IMPORTANCE) as Verdict[]).filter(
    (verdict) => count((each) => each.verdict === verdict) > 0,
  );
  const rules = [...new Set(explanations.map(({ rule }): SiteRuleId => rule))];
  return html`<form id="filters" aria-label="${CONTROLS.filters}" hidden>
<fieldset><legend>${CONTROLS.verdict}</legend>
${verdicts.map((verdict) => html`<label><input type="checkbox" name="verdict" value="${verdict}" checked> ${verdict} (${count((each) => each.verdict === verdict)})</label>`)}
</fieldset>
<label>${CONTROLS.rule} <select name="rule"><option value="">${CONTROLS.all}</option>${rules.map((rule) => html`<option value="${rule}">${rule} (${count((each) => each.rule === rule)})</option>`)}</select></label>
<label>${CONTROLS.file} <select name="file"><option value="">${CONTROLS.all}</option>${files.map((file, index) => html`<option value="${index}">${file} (${count((each) => each.file === file)})</option>`)}</select></label>
<button type="reset">${CONTROLS.reset}</button>
</form>`;
}

function overview(explanations: readonly Explanation[]): Markup {
  const rows = explanations.map((explanation, index) => {
    const { verdict, file, line, column, rule, decisions } = explanation;
    const state = stateOf(explanation);
    return html`<tr data-row="site-${index + 1}"><td><span class="verdict ${verdict}">${verdict}</span>${state === undefined ? "" : ` (${state})`}</td><td><a href="#site-${index + 1}"><code>${pathMarkup(`${file}:${line}:${column}`)}</code></a></td><td>${rule}</td><td${decisions.length > 0 ? html` data-answered="${ANSWERS.settled}"` : html``}>${decisionCell(explanation)}</td></tr>`;
  });
  return html`<table class="overview"><thead><tr>${REPORT.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;
}
