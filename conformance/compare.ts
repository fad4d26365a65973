import type { Expectation, Scenario } from "./scenarios.ts";
import type { Check, Judgement } from "./suite.ts";

/** Every way in which a judgement is not what the scenario must say about a published package. */
export function deviationsOfPublished(scenario: Scenario, judgement: Judgement): string[] {
  return naming(scenario, deviations(scenario.published, judgement));
}

/** The same for a migrated package, which apart from the checks expected to change is judged as the published one. */
export function deviationsOfMigrated(scenario: Scenario, published: Judgement, migrated: Judgement): string[] {
  const found = deviations(scenario.migrated, migrated);
  const [error, newError] = [published, migrated].map(({ outcome }) => outcome.error ?? "none");
  if (error !== newError) found.push(`the client's error was ${error}, and is ${newError}`);
  // A client that ended elsewhere came to other checks, which tell nothing more.
  else found.push(...differences(otherChecks(scenario, published), otherChecks(scenario, migrated)));
  return naming(scenario, found);
}

/** The checks that a migration must leave as they are. */
export function otherChecks(scenario: Scenario, { checks }: Judgement): Check[] {
  const { published, migrated } = scenario;
  return checks.filter(({ id }) => published.checks[id] === migrated.checks[id]);
}

function naming({ name }: Scenario, found: readonly string[]): string[] {
  return found.map((text) => `${name}: ${text}`);
}

function deviations(expected: Expectation, { checks, outcome }: Judgement): string[] {
  const found: string[] = [];
  for (const [id, status] of Object.entries(expected.checks)) {
    const statuses = checks.filter((check) => check.id === id).map((check) => check.status);
    if (statuses.join() !== status) found.push(`${id} is ${statuses.join(", ") || "missing"}, not ${status}`);
  }
  if (outcome.kind !== expected.outcome) {
    found.push(`the client ${outcome.kind}, where it should have ${expected.outcome}: ${outcome.error ?? "no error"}`);
  }
  const [asked, toAsk] = [outcome.requestedScopes, expected.requestedScopes].map((scopes) => scopes.join(" | "));
  if (asked !== toAsk) found.push(`the client asked for ${asked || "nothing"}, not ${toAsk}`);
  return found;
}

/** Compares how often each check came to each status: retries, say, would repeat some. */
function differences(before: readonly Check[], after: readonly Check[]): string[] {
  const [counts, newCounts] = [countChecks(before), countChecks(after)];
  const found: string[] = [];
  for (const check of new Set([...counts.keys(), ...newCounts.keys()])) {
    const [count, newCount] = [counts.get(check) ?? 0, newCounts.get(check) ?? 0];
    if (count !== newCount) found.push(`${check}: ${count} times as published, ${newCount} times migrated`);
  }
  return found;
}

function countChecks(checks: readonly Check[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { id, status } of checks) counts.set(`${id} ${status}`, (counts.get(`${id} ${status}`) ?? 0) + 1);
  return counts;
}
