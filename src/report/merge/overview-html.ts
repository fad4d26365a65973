import { createHash } from "node:crypto";
import type { Failure } from "../../model/outcome.ts";
import { fromMessage } from "../../rules/sentence.ts";
import { STYLE } from "../explain/html-style.ts";
import { html, type Markup, pathMarkup, sentenceMarkup, verbatim } from "../explain/markup.ts";
import { messageLines } from "../layout.ts";
import { type Checkout, type FindingPlace, findingsIn, type Overview, type OverviewFinding } from "./overview.ts";
import { commitText, countsText, dayText, OVERVIEW } from "./words.ts";

/** Wide tables scroll by themselves; the counts stand below each other. */
const TABLES = `${STYLE}
.wide { overflow-x: auto; } .wide td:nth-child(-n + 5):not(:first-child):not([class]) { text-align: left; }
.places { margin: 0; padding: 0; list-style: none; }
`;

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(TABLES).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** An overview as one HTML file that loads nothing and runs nothing. */
export function overviewHtml(overview: Overview): string {
  const { checkouts, findings } = overview;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${OVERVIEW.title}</title>
<style>${verbatim(TABLES)}</style>
</head>
<body>
<header><h1>${OVERVIEW.title}</h1></header>
<main>
<p>${countsText(overview)}</p>
${undecidedMarkup(overview)}
<h2>${OVERVIEW.repositories}</h2>
<div class="wide" tabindex="0" role="region" aria-label="${OVERVIEW.repositories}"><table><thead><tr>${OVERVIEW.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead><tbody>${checkouts.map(checkoutRow)}</tbody></table></div>
${findings.length > 0 ? findingsMarkup(overview) : html``}
</main>
</body>
</html>
`;
  return page.markup;
}

/** What could not be decided of checkouts, and the reports that could not be read. */
function undecidedMarkup({ checkouts, failures }: Overview): Markup {
  const items = [
    ...failures.map((failure) => failureItem(failure)),
    ...checkouts.flatMap(({ name, undecided }) => undecided.map((failure) => failureItem(failure, name))),
  ];
  if (items.length === 0) return html``;
  return html`<section class="undecided"><p>${OVERVIEW.undecided}</p><ul>${items}</ul></section>`;
}

function failureItem({ file, line, column, message }: Failure, checkout = ""): Markup {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  return html`<li>${checkout} <code>${pathMarkup(place)}</code> ${message}</li>`;
}

function checkoutRow(checkout: Checkout): Markup {
  const { name, url, counts, undecided } = checkout;
  const numbers = [findingsIn(checkout), counts.rewrite, counts.review, counts.advice, undecided.length];
  const text = pathMarkup(name);
  const link = url === undefined ? text : html`<a href="${url}" rel="noreferrer">${text}</a>`;
  return html`<tr>${numbers.map((each) => html`<td>${each}</td>`)}<td>${commitText(checkout)}</td><td>${dayText(checkout)}</td><td>${link}</td></tr>
`;
}

const findingsMarkup = ({ checkouts, findings }: Overview): Markup =>
  html`<h2>${OVERVIEW.findings}</h2>
<div class="wide" tabindex="0" role="region" aria-label="${OVERVIEW.findings}"><table><thead><tr>${OVERVIEW.findingColumns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead><tbody>${findings.map((each) => findingRow(each, checkouts))}</tbody></table></div>`;

function findingRow(
  { verdict, rule, fingerprint, message, places }: OverviewFinding,
  all: readonly Checkout[],
): Markup {
  const where = ({ checkout, file, line, column }: FindingPlace): Markup =>
    html`<li>${all[checkout]?.name ?? ""} <code>${pathMarkup(`${file}:${line}:${column}`)}</code></li>`;
  return html`<tr><td><span class="verdict ${verdict}">${verdict}</span></td><td>${rule}</td><td><code>${fingerprint}</code></td><td>${sentenceMarkup(fromMessage(messageLines(message).join(" ")))}</td><td><ul class="places">${places.map(where)}</ul></td></tr>
`;
}
