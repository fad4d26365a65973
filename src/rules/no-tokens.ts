import type { NoTokens } from "../model/site.ts";
import { type Sentence, say } from "./sentence.ts";

/** What is said where a union has no granted part. */
interface NoTokensWords {
  /** Why it has none, as a clause. */
  readonly clause: string;
  readonly question?: Sentence;
  /** Whether the union is whole without: a token that is refused grants nothing. */
  readonly isWhole?: true;
}

/** Every reason for which a union has no granted part. */
export const NO_TOKENS: Readonly<Record<NoTokens, NoTokensWords>> = {
  "no-provider": {
    clause: "no OAuth client provider is proved",
    question: say`Where does this client keep its tokens, whose scope is the granted one?`,
  },
  "cannot-await": {
    clause: "nothing can be awaited here",
    question: say`Can the tokens be read before this code runs, and be handed to it?`,
  },
  "uncaught-read": {
    clause: "an error of the token store would not be caught here, as it is where the handler asks",
    question: say`Can the tokens be read here, with an error of the store dealt with as it is where the handler asks?`,
  },
  "other-server": {
    clause: "another server may be asked by the time that the tokens are read",
    question: say`Can the tokens be read of the server that is asked, whichever is chosen meanwhile?`,
  },
  omitted: {
    clause: "--tokens=omit was given",
    question: say`Is it right for this client that the tokens are left out (--tokens=omit)?`,
  },
  unauthorized: {
    clause: "a 401 refuses the token",
    isWhole: true,
  },
};
