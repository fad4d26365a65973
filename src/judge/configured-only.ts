import { GRANTED, LOST, OTHER, PREVIOUS } from "../find/alternatives.ts";
import { joinedAtRequests } from "../find/joined-request.ts";
import { expressionNamed, isWritten } from "../find/request-use.ts";
import { isMember, pathOf } from "../find/syntax.ts";
import { keepsValue } from "../find/written.ts";
import type { Code } from "../parse/code.ts";
import { CONFIGURED } from "../rules/names-beside.ts";
import type { Claim } from "./claim.ts";

/**
 * Whether a union has no other part than what is configured, `[...config.scopes, ...challenged]`: it grows by no
 * step-up, and what an earlier one was granted is lost with the next.
 */
export function joinsConfiguredOnly({ code, candidate, joining }: Claim): boolean {
  if (joining.length === 0) return false;
  const areAlike = joining.every(
    ({ kept, parts }) =>
      (parts & OTHER) !== 0 &&
      (parts & (PREVIOUS | GRANTED | LOST)) === 0 &&
      kept.length > 0 &&
      kept.every((path) => isConfigured(code, path)),
  );
  if (!areAlike) return false;
  const { kind, path, alternatives } = candidate;
  const given = alternatives.flatMap((each) => each.challenged ?? []);
  return !(keepsValue(kind) && path !== undefined && joinedAtRequests(code, candidate, path, given) === "granted");
}

/** Whether a path leads to a configuration, by its names, and the file writes nothing there. */
const isConfigured = (code: Code, path: string): boolean =>
  code.answers.ofBoth(isConfigured, code, path, () => {
    const names = path.split(".").map((each) => each.replace(/@\d+$/, ""));
    const last = names.at(-1) ?? "";
    if (!names.some((name) => CONFIGURED.test(name))) return false;
    return (code.bindings.mentions(last, code.tree.program) ?? []).every((mention) => {
      const place = expressionNamed(code, mention);
      return !place || !isMember(place) || pathOf(code, place) !== path || !isWritten(code, place);
    });
  });
