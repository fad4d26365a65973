import type { Explanation, Part } from "./explanation.ts";
import { html, type Markup } from "./markup.ts";
import { FLOW } from "./report-words.ts";

/**
 * How a challenge becomes a request, drawn once for the code as it is and once for each way it could be: the challenge at
 * which these differ. Nothing where there is but one way, which a sentence tells.
 */
export function flowMarkup({ example, parts }: Explanation): Markup {
  const all = [FLOW.part("granted"), FLOW.part("previous"), FLOW.part("challenged")].map(
    (name) => html`<li>${name}</li>`,
  );
  const challenged = parts.filter(({ name }) => name === "challenged").map(chip);
  const known = parts
    .filter(({ text }) => text !== undefined)
    .map(chip)
    .reverse();
  const joined = known.length > 1 ? known : all;
  const index = dividing(example);
  if (index < 0) return html``;
  return html`<div class="flows">${example.courses.map(({ name, happenings }) => {
    const { challenge, requests = [] } = happenings[index] ?? {};
    if (!challenge) return html``;
    const asked = requests[0]?.scope ?? "";
    const isUnion = asked !== challenge.scope;
    const inputs = isUnion ? joined : challenged;
    return html`<figure class="flow"><figcaption>${name}</figcaption><ol>
<li class="challenge"><b>${FLOW.challenge}</b> ${FLOW.response(challenge.status)} <code>scope="${challenge.scope}"</code></li>
<li class="${isUnion ? "union" : "alone"}"><b>${isUnion ? FLOW.union : FLOW.alone}</b><ul>${inputs}</ul></li>
<li class="request"><b>${FLOW.request}</b> <code>scope=${asked}</code></li>
</ol></figure>`;
  })}</div>`;
}

/** The first operation at which all courses are challenged and the ways that there could be ask for different scopes. */
function dividing({ operations, courses }: Explanation["example"]): number {
  const askedAt = (index: number) => courses.slice(1).map(({ happenings }) => happenings[index]?.requests[0]?.scope);
  const isShared = (index: number) => courses.every(({ happenings }) => happenings[index]?.challenge !== undefined);
  return operations.findIndex((_, index) => isShared(index) && new Set(askedAt(index)).size > 1);
}

const chip = ({ name, text }: Part): Markup =>
  text === undefined ? html`<li>${FLOW.part(name)}</li>` : html`<li>${FLOW.part(name)} <code>${text}</code></li>`;
