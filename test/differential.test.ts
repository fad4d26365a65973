import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyTally, examine, report, search } from "./differential/campaign.ts";
import { FIXTURE_EXCEPTIONS } from "./differential/fixture-exceptions.ts";
import { fixtureSubjects, rewriteFixtures } from "./differential/fixtures.ts";
import { isKnownFaulty } from "./differential/known-faulty.ts";
import { installedTransports } from "./differential/published.ts";
import { beginsWithStepUp, scenes } from "./differential/scene.ts";
import { confront, isRewritten, type Subject } from "./differential/subject.ts";
import { hasItsTurn, IS_THOROUGH } from "./thoroughness.ts";

const SEED = 20_260_728;

const stepUps = scenes.filter(beginsWithStepUp);

/** A short form of `npm run differential`. */
describe("before and after migration, against stand-ins for both servers", () => {
  it("generated clients ask for the union, and do nothing else otherwise", { timeout: 120_000 }, async () => {
    const tally = emptyTally();
    const clients = IS_THOROUGH ? 250 : 120;
    const found = await search(SEED, clients, tally, isKnownFaulty);
    expect(found && report(found)).toBeUndefined();
    expect(tally.rewritten).toBeGreaterThan(clients / 12);
    expect(tally.stepUps).toBeGreaterThan(clients / 5);
  });

  it("the installed SDK's transports do", { timeout: 60_000 }, async () => {
    for (const transport of await installedTransports()) {
      expect(isRewritten(transport)).toBe(true);
      const found = await examine(transport, SEED, 50, emptyTally());
      expect(found && report(found)).toBeUndefined();
    }
  });

  it("fixtures do", { timeout: 120_000 }, async () => {
    const tally = emptyTally();
    const ran: boolean[] = [];
    for (const doors of runnable()) {
      const before = tally.stepUps;
      for (const subject of doors) {
        const found = await examine(subject, SEED, 4, tally, stepUps);
        expect(found && report(found)).toBeUndefined();
      }
      ran.push(tally.stepUps > before);
    }
    // A fixture has doors that lead to no step-up: what sets a field, and what ends a session.
    expect(ran.filter(Boolean).length).toBeGreaterThan((IS_THOROUGH ? 0.75 : 0.5) * ran.length);
  });
});

/** What each fixture can be driven by that can be loaded: of all of them, or of the quarter whose turn it is. */
function runnable(): Subject[][] {
  return rewriteFixtures()
    .filter(({ name }) => !(name in FIXTURE_EXCEPTIONS) && hasItsTurn(name, 4))
    .flatMap((fixture) => {
      try {
        return [fixtureSubjects(fixture)];
      } catch {
        return [];
      }
    });
}

/** That nothing is found says something only if what is wrong would be. */
describe("the comparison finds", () => {
  const READ = "const tokens = await this._authProvider.tokens();";

  it.each([
    ["tokens that are read between a limit and its mark", "more authorizations", readLate],
    [
      "a union that lacks a part",
      "asks for less than the union",
      (text: string) => text.replace("tokens?.scope, ", ""),
    ],
    ["a scope that is asked for on 401", "401 asks differently", unionEverywhere],
    ["an exception", "another ending", (text: string) => without(text, `${READ} tokens.scope.length;`)],
    ["a limit that is gone", "does not end", (text: string) => text.replace("=== wwwAuthHeader", "=== {}")],
    [
      "a request that is not repeated",
      "something else differs",
      (text: string) => text.replace(/return this\.send\(message\);(?![\s\S]*return this\.send)/, "return;"),
    ],
  ])("%s", async (_, kind, change) => {
    const [transport] = await installedTransports();
    if (!transport) throw new Error("There is no transport");
    const wrong = transport.changed(change);
    expect(wrong.after).not.toBe(transport.after);
    const kinds = new Set<string>();
    for (const scene of fc.sample(scenes, { numRuns: 80, seed: SEED })) {
      const { fault } = await confront(wrong, scene);
      if (fault) kinds.add(fault.kind);
    }
    expect([...kinds]).toContain(kind);
  });

  /** Puts something in the place of the read that the migration added: the last one. */
  function without(text: string, instead = ""): string {
    const place = text.lastIndexOf(READ);
    return text.slice(0, place) + instead + text.slice(place + READ.length);
  }

  function readLate(text: string): string {
    return without(text).replace(
      "unionScopes(tokens?.scope,",
      "unionScopes((await this._authProvider.tokens())?.scope,",
    );
  }

  function unionEverywhere(text: string): string {
    return text.replace("this._scope = scope;", "this._scope = unionScopes(this._scope, scope);");
  }
});
