import { isProvedAuthorization } from "../../find/authorization.ts";
import { unfitProvider } from "../../find/provider.ts";
import { hasNothingToJoin } from "../change.ts";
import { met, type Obligation, open, refuted } from "./obligation.ts";

export const provider: Obligation = {
  id: "provider",
  why: "Where there is no tokens() that takes no argument and gives a record with a scope, every step-up would throw.",
  ask: ({ code, candidate, change, tokens }) => {
    const { call, kind } = candidate;
    const isEmpty = candidate.path === undefined && typeof change !== "string" && hasNothingToJoin(change);
    if (isEmpty) return open("nothing-to-join", candidate.node);
    // By its name alone, a call asks no server: what it is given is then no scope of a request.
    if (kind === "argument" && call && !isProvedAuthorization(code, call)) return open("unknown-sink", call);
    if (tokens.kind === "handler") return met(tokens.call);
    if (tokens.kind === "statement" || tokens.kind === "inline") return met(...tokens.provider.proof);
    // Nothing is read: the union has its two other parts.
    const unfit = tokens.kind === "none" && tokens.why === "no-provider" ? unfitProvider(code, candidate) : undefined;
    return unfit ? refuted("unproved-text", unfit) : met();
  },
};
