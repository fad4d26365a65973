import type { Site } from "../../../src/model/site.ts";
import { SITE, siteWith } from "./site.ts";

/** A text that would do something in a terminal, in Markdown and in HTML, were it not kept from it. */
export const ATTACK =
  '`` ` ```\n</code></details></script><img src=x onerror="globalThis.owned = 1"><script>globalThis.owned = 1</script>|@team #1 [x](javascript:y) https://evil.example/ \u202e\u001b[2J\'" autofocus onfocus=owned';

/** A site with a hostile text everywhere where a stranger's text can stand. */
export function hostileSite(): Site {
  const excerpt = { ...SITE.reasons.sink, text: ATTACK };
  const [first, ...rest] = SITE.edits ?? [];
  if (!first) throw new Error("no edits");
  return siteWith(
    {
      message: ATTACK,
      advice: [{ rule: "unbounded-step-up", message: ATTACK }],
      suppressed: { rule: "replaced-scope", reason: ATTACK, at: SITE },
      edits: [{ ...first, text: ATTACK }, ...rest],
    },
    {
      sink: excerpt,
      challenged: excerpt,
      challengedFrom: [excerpt],
      evidence: [{ ...excerpt, kind: "status" }],
      previous: ATTACK,
      granted: { kind: "handler", text: ATTACK },
      authorization: [{ ...excerpt, callee: ATTACK, isSdk: true }],
      retryLimit: { test: excerpt, mark: excerpt },
    },
  );
}
