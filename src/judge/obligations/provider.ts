import { isProvedAuthorization } from "../../find/authorization.ts";
import { fieldWritesBefore } from "../../find/field-writes.ts";
import type { Candidate } from "../../find/find.ts";
import { providerOf, unfitProvider } from "../../find/provider.ts";
import { initialValue, isMember, memberName, propertyName, unwrap } from "../../find/syntax.ts";
import type { Code } from "../../parse/code.ts";
import { hasNothingToJoin } from "../change.ts";
import { ownCredentials } from "../own-credentials.ts";
import { lenderOf } from "../owners/asked.ts";
import { sentAsText } from "../sent-as-text.ts";
import { met, type Obligation, open, refuted } from "./obligation.ts";

/** Whether the sink belongs to a record that the same run has made without it: `options = { url }; options.scope = scope`. */
function isMadeWithout(code: Code, { target }: Candidate): boolean {
  const member = unwrap(target);
  const name = isMember(member) ? memberName(code, member) : undefined;
  if (!isMember(member) || name === undefined || member.object.type !== "Identifier") return false;
  const record = code.bindings.resolve(member.object);
  const made = record && initialValue(code, record);
  const isOwn = record && code.tree.functionAround(record.identifier) === code.tree.functionAround(member);
  if (!isOwn || made?.type !== "ObjectExpression" || fieldWritesBefore(code, member).writes.length > 0) return false;
  return made.properties.every(
    (part) =>
      part.type === "ObjectProperty" && ![undefined, name].includes(propertyName(code, part.key, part.computed)),
  );
}

export const provider: Obligation = {
  id: "provider",
  why: "Where there is no tokens() that takes no argument and gives a record with a scope, every step-up would throw.",
  ask: ({ code, candidate, change, tokens }) => {
    const { call, kind } = candidate;
    const hasNothing = candidate.path === undefined && typeof change !== "string" && hasNothingToJoin(change);
    const isSync = code.tree.functionAround(candidate.node)?.async === false;
    const isUnread = tokens.kind === "none" && tokens.why === "cannot-await";
    if (hasNothing && isUnread && isSync) return open("not-async", candidate.node);
    if (hasNothing || (tokens.kind === "none" && isMadeWithout(code, candidate)))
      return open("nothing-to-join", candidate.node);
    // By its name alone, a call asks no server: what it is given is then no scope of a request.
    if (kind === "argument" && call && !isProvedAuthorization(code, call)) return open("unknown-sink", call);
    const owner = lenderOf(tokens) ?? providerOf(code, candidate)?.node;
    const own = owner && ownCredentials(code, owner);
    if (own) return open("unasked-scope", candidate.node, own);
    const sent = sentAsText(code, candidate);
    if (sent) return open("sent-as-text", candidate.node, sent);
    if (tokens.kind === "handler") return met(tokens.call);
    if (tokens.kind === "statement" || tokens.kind === "inline") return met(...tokens.provider.proof);
    // Nothing is read: the union has its two other parts.
    const unfit = tokens.kind === "none" && tokens.why === "no-provider" ? unfitProvider(code, candidate) : undefined;
    return unfit ? refuted("unproved-text", unfit) : met();
  },
};
