import type { SiteRuleId } from "../../model/rules.ts";
import type { Reasons, Site } from "../../model/site.ts";
import { changeKind } from "./change-kind.ts";
import {
  BEFORE_NAME,
  CHANGE_NAMES,
  END,
  INSTEAD,
  NOTHING_LOST,
  REFUSED_NAME,
  START,
  TODAY_NAMES,
} from "./example-words.ts";
import type { Example } from "./explanation.ts";
import type { Fate } from "./fate.ts";
import { code, type Sentence, say, together } from "./sentence.ts";
import { type Client, type Course, type Operation, type Policy, simulate, union } from "./simulate.ts";

/** A client that has been used for a while: its token allows what it last asked for. */
const settled = (...scopes: readonly string[]): Client => ({ held: scopes, granted: scopes, previous: scopes });
/** A client that was started anew: only the tokens were kept, and they name no scope. */
const forgetful = (...scopes: readonly string[]): Client => ({ held: scopes, granted: [], previous: [] });

const needs = (scope: string): Operation => ({ needs: scope });
const refused = (scope: string): Operation => ({ needs: scope, isRefused: true });

const replace: Policy = (_, { scope }) => [scope];
const keep: Policy = ({ granted, previous }, { scope }) => union(granted, previous, [scope]);
const onRefusal =
  (refusal: Policy, stepUp: Policy): Policy =>
  (client, challenge) =>
    (challenge.status === 401 ? refusal : stepUp)(client, challenge);

/** The union of the parts that the change of a site has; where no change is known, of all. */
function joining({ granted, previous }: Reasons): Policy {
  if (!granted) return keep;
  return (client, { scope }) =>
    union(granted.kind === "none" ? [] : client.granted, previous === undefined ? [] : client.previous, [scope]);
}

/** What is played for a rule: from where, over what, and how the code behaves now and then. */
interface Play {
  readonly start: Client;
  readonly operations: readonly Operation[];
  readonly today: Policy;
  readonly after?: (reasons: Reasons) => Policy;
  /** The other decision that a person may take. */
  readonly instead?: (reasons: Reasons) => Policy;
}

const STEP_UP: Play = {
  start: settled("read", "write"),
  operations: [needs("admin"), needs("read"), needs("admin")],
  today: replace,
  after: joining,
};

const PLAYS = {
  "replaced-scope": STEP_UP,
  "challenge-only-scope": STEP_UP,
  "replaced-scope-401": {
    start: settled("read", "write", "admin"),
    operations: [refused("read"), needs("admin"), needs("write")],
    today: onRefusal(replace, keep),
    after: (reasons) => onRefusal(joining(reasons), keep),
  },
  "shared-401-403-handler": {
    start: settled("read", "write"),
    operations: [needs("admin"), needs("write"), refused("read")],
    today: replace,
    after: (reasons) => onRefusal(replace, joining(reasons)),
    instead: (reasons) => joining(reasons),
  },
  "unproven-step-up": STEP_UP,
  "unfit-sink": STEP_UP,
  "scope-collection": STEP_UP,
  "scope-precedence": STEP_UP,
  "scope-side-channel": STEP_UP,
  "union-kept": { start: STEP_UP.start, operations: STEP_UP.operations, today: keep },
} satisfies Record<SiteRuleId, Play>;

/**
 * Plays a site's code through, as it is and as it could be; where it was changed, as it was and as it is.
 *
 * @param fate what `fix` made of it
 */
export function exampleOf(site: Site, fate?: Fate): Example {
  const { start, operations, today, after, instead }: Play = PLAYS[site.rule];
  const { reasons } = site;
  const courses = [simulate(fate?.kind === "applied" ? BEFORE_NAME : TODAY_NAMES[site.rule], today, start, operations)];
  if (after) courses.push(simulate(CHANGE_NAMES[changeKind(site, fate)], after(reasons), start, operations));
  if (instead) courses.push(simulate(REFUSED_NAME, instead(reasons), start, operations));
  return {
    start: START(code(start.held.join(" "))),
    operations,
    courses,
    outcome: outcomeOf(start, courses),
  };
}

function outcomeOf(start: Client, courses: readonly Course[]): Sentence {
  const [first, ...others] = courses;
  if (!first) return say``;
  if (others.length === 0) {
    const isLost = start.held.some((scope) => !first.held.split(" ").includes(scope));
    return together([END(first.consents, code(first.held)), ...(isLost ? [] : [NOTHING_LOST])]);
  }
  return together([
    END(first.consents, code(first.held)),
    ...others.map(({ name, consents, held }) => INSTEAD(name, consents, code(held))),
  ]);
}

/** What a client that remembers nothing asks for when it is challenged, after the change of a site. */
export function requestedWithoutMemory(site: Site): string {
  const { after = () => keep, operations }: Play = PLAYS[site.rule];
  const [happening] = simulate("", after(site.reasons), forgetful("read", "write"), operations).happenings;
  return happening?.requested ?? "";
}
