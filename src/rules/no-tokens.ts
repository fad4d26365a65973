import type { NoTokens } from "../model/site.ts";
import type { DecisionWords } from "./decision.ts";
import { type Sentence, say } from "./sentence.ts";

/** What is said where a union has no granted part. */
interface NoTokensWords {
  /** Why it has none, as a clause. */
  readonly clause: string;
  /** What a person decides about it; absent where it is decided. */
  readonly decision?: DecisionWords;
  /** Whether the union is whole without: a token that is refused grants nothing. */
  readonly isWhole?: true;
}

/** A decision whether the granted scope can be joined after all. */
const whether = (question: Sentence): DecisionWords => ({
  question: () => question,
  yes: () => say`put it in front: ${{ code: "unionScopes(tokens?.scope, …)" }}`,
  no: () => say`leave the union without it`,
});

/** Every reason for which a union has no granted part. */
export const NO_TOKENS: Readonly<Record<NoTokens, NoTokensWords>> = {
  "no-provider": {
    clause: "no OAuth client provider is proved",
    decision: whether(say`Can the scope of the stored tokens be read here?`),
  },
  "cannot-await": {
    clause: "nothing can be awaited here",
    decision: whether(say`Can the scope of the stored tokens be read before, and handed to this code?`),
  },
  "uncaught-read": {
    clause: "an error of the token store would not be caught here, as it is where the handler asks",
    decision: whether(say`Can the scope of the stored tokens be read here, with an error of the store caught?`),
  },
  "reading-acts": {
    clause:
      "the tokens() of this file does more than to give what was granted: it takes the tokens away, makes a scope up, or leads back here",
    decision: whether(say`Can the scope of the stored tokens be read here in another way?`),
  },
  "other-server": {
    clause: "another server may be asked by the time that the tokens are read",
    decision: whether(say`Can the scope be read of the tokens of the very server that is asked?`),
  },
  omitted: { clause: "--tokens=omit was given" },
  unauthorized: {
    clause: "a 401 refuses the token",
    isWhole: true,
  },
};
