import type { SiteRuleId, Verdict } from "../model/rules.ts";
import type { Doubt, NoTokens, Reasons } from "../model/site.ts";

/** Why a site is left to a person, as a clause. */
export const DOUBTS: Record<Doubt, string> = {
  "shared-handler": "the same code answers 401 and 403; decide whether a 401 may keep the scope, or only a 403",
  "status-only": "only the status 403 is tested; check that the error is insufficient_scope",
  "escaping-function": "the function can be called from elsewhere; check that only step-up challenges lead to it",
  "unresolved-constant": "the tested value comes from another file; check that it is insufficient_scope",
  "supplied-code":
    "the tested value is insufficient_scope also where the challenge names no error; check that it is one",
  "other-causes":
    "other answers than insufficient_scope lead here, too; decide whether they may keep the scope, or only a step-up",
  "unrelated-evidence":
    "the error code and the scope are not read from the same response; check that they belong together",
  "unknown-sink": "it is not seen in this file how the value becomes the scope of a request",
  collection: "the scopes are an array or a Set; join them with those kept so far",
  precedence: "the challenged scope is one of several alternatives; decide how they combine with those granted",
  "discarded-union":
    "a union is computed, but the previous scope can be lost from it, or the challenged scope alone be used instead",
  "side-channel": "the challenged scope is handed on; check that its receiver joins it with the granted scope",
  "sink-needs-string": "the sink takes no undefined, and the challenged scope is not proved present",
  "state-before-tokens":
    "no place to read the tokens: an await would stand between the retry guard's test and its mark, and let concurrent challenges through",
  "nothing-to-join": "neither the granted nor an earlier requested scope can be reached here",
  transformed: "the value is encoded, and encoded scopes can't be joined; join them before",
  "type-error": "the compiler refuses the change",
  "single-read": "the sink's expression can't be evaluated a second time to read the previous scope",
  "narrow-sink": "the sink's type does not take just any text, and a union is one",
  "compared-scope":
    "the handler compares it with the challenged scope, to which a union is not equal: its retry limit would not hold",
  "tested-scope":
    "the handler stops where it holds no scope, and a union holds one without a challenged scope as well; test the challenged scope",
  pattern: "a pattern takes the scope out of the challenge; assign it by itself, joined with the previous one",
  "unread-function":
    "the value is what a function gives that is not read here; check that it is the challenged scope, and nothing else",
  "unproved-text": "nothing here proves that it holds one text of scopes, and not a list or one of a few texts",
  "cleared-before": "what was granted or asked for before is cleared on the way here; join before it is cleared",
  "runs-at-once": "other code relies on this running at once, before anything is awaited",
  "several-owners":
    "several servers, accounts or resources share it; a union would carry the scopes of one to another's authorization server",
  "other-reader": "something else reads it too, as a key or as a text, and would read the union instead",
};

/** Why a union has no granted part, as a clause. */
export const NO_TOKENS: Record<NoTokens, string> = {
  "no-provider": "no OAuth client provider is proved",
  "cannot-await": "nothing can be awaited here",
  "uncaught-read": "an error of the token store would not be caught here, as it is where the handler asks",
  "other-server": "another server may be asked by the time that the tokens are read",
  omitted: "--tokens=omit was given",
  unauthorized: "a 401 refuses the token",
};

/** The sentence with which a report names a site. */
export function messageFor(rule: SiteRuleId, verdict: Verdict, { sink, challenged, doubt, error }: Reasons): string {
  const place = oneLine(sink.text);
  const scope = oneLine(challenged.text);
  switch (rule) {
    case "replaced-scope":
      return `${place} is overwritten with the challenged scope ${scope}; request the union instead`;
    case "replaced-scope-401":
      return `${place} is overwritten on 401 with the challenged scope ${scope}; request the union instead`;
    case "challenge-only-scope":
      return `the authorization call asks for the challenged scope ${scope} alone; request the union instead`;
    case "union-kept":
      return `${place} keeps the previous scope: already a union`;
    default:
      if (verdict === "rewrite") return `${place} gets the challenged scope ${scope} on 401, and the union on 403`;
      return `${place} gets the challenged scope ${scope}: ${doubt ? DOUBTS[doubt] : "a person decides"}${
        error ? `: TS${error.code} ${error.text}` : ""
      }`;
  }
}

/** A text on one line and of a length that fits a report. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return `\`${line.length > 80 ? `${line.slice(0, 77)}...` : line}\``;
}
