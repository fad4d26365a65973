import { styleText } from "node:util";
import { otherChecks } from "../conformance/compare.ts";
import { STEP_UP, UNION_CHECK } from "../conformance/scenarios.ts";
import type { Judgement } from "../conformance/suite.ts";
import { coloured, columns, statusOf } from "../conformance/table.ts";

export interface BeforeAndAfter {
  readonly published: Judgement;
  readonly migrated: Judgement;
}

/** What the suite says about both, as a table. */
export function suiteLines({ published, migrated }: BeforeAndAfter): string[] {
  const header = ["", "asked for at the step-up", UNION_CHECK];
  return columns([
    header.map((text) => text && styleText("dim", text)),
    ["published", askedFor(published), coloured(statusOf(published, UNION_CHECK))],
    ["migrated", askedFor(migrated), coloured(statusOf(migrated, UNION_CHECK))],
  ]);
}

/** What to say of the other checks, where nothing deviates. */
export function othersLine({ migrated }: BeforeAndAfter): string {
  const others = otherChecks(STEP_UP, migrated).filter(({ status }) => status !== "INFO");
  return `Its ${others.length} other checks say the same before and after.`;
}

/** The suite's case in plain words. */
export function meaningLines({ published, migrated }: BeforeAndAfter): string[] {
  const granted = detail(published, "previouslyGranted");
  const challenged = detail(published, "challengedScope");
  const words = columns([
    ["granted", styleText("bold", granted), "what the client's token allows"],
    ["challenged", styleText("bold", challenged), "what the 403 says that this request needs besides"],
    ["asked before", styleText("bold", askedFor(published)), `the new token has lost ${granted}`],
    ["asked after", styleText("bold", askedFor(migrated)), "the new token allows both"],
  ]);
  return [
    ...words,
    "",
    `As published, the next request that needs ${granted} is refused in turn: one consent screen`,
    "after the other, for permissions the user has given already. The MCP specification asks for",
    "the union from revision 2026-07-28 on (SEP-2350).",
  ];
}

function askedFor({ outcome }: Judgement): string {
  return outcome.requestedScopes.at(-1) ?? "nothing";
}

function detail({ checks }: Judgement, name: string): string {
  return String(checks.find(({ id }) => id === UNION_CHECK)?.details?.[name] ?? "nothing");
}
