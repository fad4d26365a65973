import type { Explanation, Part } from "./explanation.ts";
import { html, type Markup } from "./markup.ts";
import { FLOW } from "./report-words.ts";

/** How a challenge becomes a request, drawn once for the code as it is and once for each way it could be. */
export function flowMarkup({ example, parts, verdict }: Explanation): Markup {
  const all = [FLOW.part("granted"), FLOW.part("previous"), FLOW.part("challenged")].map(
    (name) => html`<li>${name}</li>`,
  );
  const challenged = parts.filter(({ name }) => name === "challenged").map(chip);
  const known = parts
    .filter(({ text }) => text !== undefined)
    .map(chip)
    .reverse();
  const joined = known.length > 1 ? known : all;
  return html`${example.courses.map(({ name, happenings }, index) => {
    const [first] = happenings;
    if (!first?.challenge) return html``;
    const isUnion = index > 0 || verdict === "already-union";
    const inputs = isUnion ? (verdict === "already-union" ? all : joined) : challenged;
    return html`<figure class="flow"><figcaption>${name}</figcaption><ol>
<li class="challenge"><b>${FLOW.challenge}</b> ${FLOW.response(first.challenge.status)} <code>scope="${first.challenge.scope}"</code></li>
<li class="${isUnion ? "union" : "alone"}"><b>${isUnion ? FLOW.union : FLOW.alone}</b><ul>${inputs}</ul></li>
<li class="request"><b>${FLOW.request}</b> <code>scope=${first.requests[0]?.scope ?? ""}</code></li>
</ol></figure>`;
  })}`;
}

const chip = ({ name, text }: Part): Markup =>
  text === undefined ? html`<li>${FLOW.part(name)}</li>` : html`<li>${FLOW.part(name)} <code>${text}</code></li>`;
