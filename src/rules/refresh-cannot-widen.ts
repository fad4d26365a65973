import type { AdviceRule } from "./rule.ts";
import { fenced, quoted, say } from "./sentence.ts";

/** What an authorization call can be told, by the package that it comes from. */
export interface RefreshingCall {
  /** The name of what is called, and what it is given first, as written. */
  readonly callee: string;
  readonly provider: string;
  /** The version of the SDK that it comes from, where that is seen. */
  readonly sdk?: 1 | 2;
  /** The kept sink, which may hold more than the tokens; absent where nothing is kept. */
  readonly kept?: string;
}

export const refreshCannotWiden: AdviceRule<RefreshingCall> = {
  verdict: "advice",
  meaning: "the authorization call may take the refresh branch, and a refresh cannot widen scope (RFC 6749 section 6)",
  remedy: say`Drop the refresh token before the call, or pass ${{ code: "forceReauthorization: true" }} where the installed version takes it.`,
  message: ({ callee, provider, sdk, kept }) => {
    const fact = `a stored refresh token makes ${quoted(`${callee}()`)} refresh, which cannot widen the scope`;
    // Code that is to be written is not cut.
    const form = (value: string) => fenced(`${callee}(${provider}, { …, forceReauthorization: ${value} })`);
    switch (sdk) {
      case 2: {
        const isWider = kept === undefined ? "true" : `isStrictScopeSuperset(${kept}, tokens?.scope)`;
        return `${fact}: write ${form(isWider)}, which 2.0.0-beta.1 and later take`;
      }
      case 1:
        return `${fact}: drop that token first`;
      default:
        return `${fact}: drop that token first, or write ${form("true")} if it takes that`;
    }
  },
  question: say`Does this client store refresh tokens? Then the advice must be followed.`,
  references: ["refresh"],
};
