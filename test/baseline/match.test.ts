import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BaselineEntry } from "../../src/baseline/baseline.ts";
import { matchBaseline, updatedBaseline } from "../../src/baseline/match.ts";
import type { CheckedFile } from "../../src/model/outcome.ts";
import { accepted, checked, client, findings, REPLACED, UNION } from "./checked.ts";

const FILE = "src/client.ts";
const everything = () => true;

/** What a baseline made of one text says of another one in the same file. */
function compared(before: string, now: string): { findings: string[]; stale: string[] } {
  const { files, stale } = matchBaseline(accepted(checked(FILE, before)), [checked(FILE, now)], everything);
  return { findings: findings(files), stale: stale.map(({ symbols }) => symbols.join(" > ")) };
}

const NOTHING = { findings: [], stale: [] };

describe("a site that is listed is no finding", () => {
  const one = client({ onForbidden: REPLACED });

  test("as long as nothing changes", () => {
    expect(findings([checked(FILE, one)])).toEqual([`${FILE}:5 Client > onForbidden`]);
    expect(compared(one, one)).toEqual(NOTHING);
  });

  test("when its file is formatted", () => {
    expect(compared(one, client({ onForbidden: "// Why\r\n\tthis\r\n\t\t.scope=(scope)" }))).toEqual(NOTHING);
  });

  test("when code comes before and behind it", () => {
    expect(compared(one, `const a = 1;\n\n${one}\nconst b = 1;\n`)).toEqual(NOTHING);
  });

  test("when functions change places", () => {
    const before = client({ one: REPLACED, two: "this.scope = scope ?? undefined;" });
    expect(compared(before, client({ two: "this.scope = scope ?? undefined;", one: REPLACED }))).toEqual(NOTHING);
  });

  test("when it is put into a block, or a callback, of the same function", () => {
    expect(compared(one, client({ onForbidden: `if (scope) { ${REPLACED} }` }))).toEqual(NOTHING);
  });

  test("when something else in its function changes", () => {
    expect(compared(one, client({ onForbidden: `log("403");\n${REPLACED}\nthis.retries += 1;` }))).toEqual(NOTHING);
  });

  test("when only its verdict is review", () => {
    const shared = `
      import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
      class Client {
        async onRefused(response) {
          if (response.status === 401 || response.status === 403) {
            const { scope } = extractWWWAuthenticateParams(response);
            this.scope = scope;
            await auth(this.provider, { scope: this.scope });
          }
        }
      }`;
    expect(checked(FILE, shared).sites.map(({ verdict }) => verdict)).toEqual(["review"]);
    expect(compared(shared, shared)).toEqual(NOTHING);
  });
});

describe("a site that takes the place of a listed one is a finding, and the entry is stale:", () => {
  test.each([
    [
      "in another function",
      client({ a: REPLACED, b: UNION }),
      client({ a: UNION, b: REPLACED }),
      "Client > b",
      "Client > a",
    ],
    ["in another class", client({ a: REPLACED }, "A"), client({ a: REPLACED }, "B"), "B > a", "A > a"],
    [
      "with another sink",
      client({ a: REPLACED }),
      client({ a: "this._scope = scope; this.scope = this._scope" }),
      "Client > a",
      "Client > a",
    ],
    [
      "with another value",
      client({ a: REPLACED }),
      client({ a: "this.scope = scope || undefined" }),
      "Client > a",
      "Client > a",
    ],
  ])("%s", (_, before, now, finding, stale) => {
    const result = compared(before, now);
    expect(result.findings.map((each) => each.replace(/^\S+ /, ""))).toEqual([finding]);
    expect(result.stale).toEqual([stale]);
  });

  test("of another rule", () => {
    const file = checked(FILE, client({ a: REPLACED }));
    const other = { ...file, sites: file.sites.map((site) => ({ ...site, rule: "unproven-step-up" as const })) };
    const { files, stale } = matchBaseline(accepted(file), [other], everything);
    expect(findings(files)).toHaveLength(1);
    expect(stale).toEqual([{ rule: "replaced-scope", file: FILE, symbols: ["Client", "a"] }]);
  });

  test("in a file of another name, though it is the same file", () => {
    const text = client({ a: REPLACED });
    const { files, stale } = matchBaseline(accepted(checked("a.ts", text)), [checked("b.ts", text)], everything);
    expect(findings(files)).toEqual(["b.ts:5 Client > a"]);
    expect(stale.map(({ file }) => file)).toEqual(["a.ts"]);
  });
});

describe("where sites have everything in common", () => {
  const once = client({ a: REPLACED });
  const twice = client({ a: `${REPLACED} await this.asked();\n${REPLACED}` });

  test("a copy is a finding, and the first one is not", () => {
    expect(compared(once, twice)).toEqual({ findings: [`${FILE}:6 Client > a`], stale: [] });
  });

  test("an entry is stale for each that is gone", () => {
    expect(compared(twice, once)).toEqual({ findings: [], stale: ["Client > a"] });
    expect(accepted(checked(FILE, twice)).map(({ ordinal }) => ordinal)).toEqual([1, 2]);
  });

  test("an entry that a merge has left twice is one", () => {
    const [entry] = accepted(checked(FILE, once)) as [BaselineEntry];
    const { files, kept, stale } = matchBaseline([entry, entry], [checked(FILE, twice)], everything);
    expect(findings(files)).toEqual([`${FILE}:6 Client > a`]);
    expect({ kept, stale }).toEqual({ kept: [entry], stale: [] });
  });

  test("a copy of the file is not hidden by the entries of the other one", () => {
    const { files } = matchBaseline(
      accepted(checked("a.ts", once)),
      [checked("a.ts", once), checked("b.ts", once)],
      everything,
    );
    expect(findings(files)).toEqual(["b.ts:5 Client > a"]);
  });
});

describe("no part of a baseline are", () => {
  test("sites that are unions already", () => {
    const file = checked(FILE, client({ a: UNION }));
    expect(file.sites.map(({ verdict }) => verdict)).toEqual(["already-union"]);
    expect(accepted(file)).toEqual([]);
  });

  test("sites that are suppressed: the entry that they had is stale", () => {
    const comment = "// step-up-union-ignore-next-line replaced-scope -- the server knows\n";
    const suppressed = client({ a: `${comment}${REPLACED}` });
    expect(accepted(checked(FILE, suppressed))).toEqual([]);
    expect(compared(client({ a: REPLACED }), suppressed)).toEqual({ findings: [], stale: ["Client > a"] });
  });
});

describe("entries of files without sites", () => {
  const entries = accepted(checked("a.ts", client({ a: REPLACED })), checked("b.ts", client({ b: REPLACED })));
  const both = [checked("a.ts", client({ a: REPLACED })), checked("b.ts", client({ b: REPLACED }))];

  test("are stale where the run looked, or would have looked, at the file", () => {
    const { kept, stale } = matchBaseline(entries, both.slice(0, 1), everything);
    expect(stale).toEqual([{ rule: "replaced-scope", file: "b.ts", symbols: ["Client", "b"] }]);
    expect(kept.map(({ file }) => file)).toEqual(["a.ts"]);
  });

  test("are neither stale nor pruned nor lost where it did not, or could not", () => {
    const covers = (file: string) => file !== "b.ts";
    const { kept, stale } = matchBaseline(entries, both.slice(0, 1), covers);
    expect(stale).toEqual([]);
    expect(kept).toEqual(entries);
    expect(updatedBaseline(entries, [], covers).map(({ file }) => file)).toEqual(["b.ts"]);
  });

  test("are not asked about where the file has sites", () => {
    const now = [checked("a.ts", client({ other: REPLACED })), checked("b.ts", client({ b: REPLACED }))];
    const { files, stale } = matchBaseline(entries, now, (file) => {
      throw new Error(`${file} is in the run`);
    });
    expect(findings(files)).toEqual(["a.ts:5 Client > other"]);
    expect(stale.map(({ file }) => file)).toEqual(["a.ts"]);
  });

  test("are kept once, though a merge has left them twice", () => {
    const covers = () => false;
    expect(updatedBaseline([...entries, ...entries], [], covers)).toEqual(entries);
    expect(matchBaseline([...entries, ...entries], [], covers).kept).toEqual(entries);
  });
});

describe("an update", () => {
  const old = accepted(checked("a.ts", client({ a: REPLACED, b: REPLACED })), checked("z.ts", client({ z: REPLACED })));
  const now = [checked("a.ts", client({ b: REPLACED, c: REPLACED }))];
  const covers = (file: string) => file !== "z.ts";
  const updated = updatedBaseline(old, now, covers);

  test("drops what is stale, adds what is new, and keeps what was not looked at", () => {
    expect(updated.map(({ symbols }) => symbols.at(-1)).sort()).toEqual(["b", "c", "z"]);
  });

  test("leaves no finding and nothing stale", () => {
    const { files, kept, stale } = matchBaseline(updated, now, covers);
    expect({ findings: findings(files), stale }).toEqual(NOTHING);
    expect(new Set(kept)).toEqual(new Set(updated));
  });

  test("needs no other one after it", () => {
    expect(updatedBaseline(updated, now, covers)).toEqual(updated);
  });
});

test("pruning takes away what is stale, and adds nothing", () => {
  const old = accepted(checked("a.ts", client({ a: REPLACED, b: REPLACED })));
  const now = [checked("a.ts", client({ b: REPLACED, c: REPLACED }))];
  const { kept } = matchBaseline(old, now, everything);
  expect(kept.map(({ symbols }) => symbols.at(-1))).toEqual(["b"]);
  expect(findings(matchBaseline(kept, now, everything).files)).toEqual(["a.ts:11 Client > c"]);
});

test("a run is not changed by being matched", () => {
  const file = checked(FILE, client({ a: REPLACED }));
  const text = JSON.stringify(file);
  matchBaseline(accepted(file), [file], everything);
  expect(JSON.stringify(file)).toBe(text);
});

describe("names that look like something else", () => {
  test.each([
    "__proto__",
    "constructor",
    "a\nb.ts",
    'a",1,"b.ts',
    "\u001b[31m.ts",
    "\u202e.ts",
    "\ud800.ts",
    "a\\b.ts",
  ])("are names: %j", (file) => {
    const files: CheckedFile[] = [{ ...checked("a.ts", client({ a: REPLACED })), file }];
    expect(findings(matchBaseline([], files, everything).files)).toHaveLength(1);
    expect(findings(matchBaseline(accepted(...files), files, everything).files)).toEqual([]);
  });

  test("are not mixed up with several names", () => {
    const inner = `class A { b(challenge) { if (challenge.error === "insufficient_scope") this.scope = challenge.scope; } }`;
    const head = 'import { auth } from "@modelcontextprotocol/sdk/client/auth.js";';
    const quoted = inner.replace("A { b", 'A { "b\\",\\"c"');
    const { symbols } = accepted(checked(FILE, `${head}${quoted}`))[0] as BaselineEntry;
    expect(symbols).toEqual(["A", 'b","c']);
    expect(compared(`${head}${quoted}`, `${head}${inner}`).stale).toHaveLength(1);
  });
});

test("for every set of sites before and after, an entry stands for one site at most", () => {
  const [site] = checked("a.ts", client({ a: REPLACED })).sites;
  if (!site) throw new Error("There must be a site");
  const identity = fc.record({
    symbols: fc.array(fc.constantFrom("a", "b"), { maxLength: 2 }),
    code: fc.constantFrom("this.a = scope", "this.b = scope"),
  });
  const sites = fc.array(
    identity.map((identity) => ({ ...site, identity })),
    { maxLength: 8 },
  );
  const run = fc
    .dictionary(fc.constantFrom("a.ts", "b.ts", "__proto__"), sites)
    .map((files) =>
      Object.entries(files).map(([file, sites]) => ({ file, source: "", edits: [], suppressions: [], sites })),
    );
  fc.assert(
    fc.property(run, run, (before, now) => {
      const entries = accepted(...before);
      const { files, kept, stale } = matchBaseline(entries, now, everything);
      const count = (of: readonly CheckedFile[]) => of.reduce((sum, file) => sum + file.sites.length, 0);
      // Each entry is used or stale; each site is used or a finding; as many are used as both have in common.
      expect(kept.length + stale.length).toBe(entries.length);
      expect(findings(files).length + kept.length).toBe(count(now));
      const common = new Map<string, number>();
      const tally = (of: readonly CheckedFile[], by: number) => {
        for (const { file, sites } of of) {
          for (const { identity } of sites) {
            const key = JSON.stringify([file, identity]);
            common.set(key, (common.get(key) ?? 0) + by);
          }
        }
      };
      tally(now, 1);
      tally(before, -1);
      expect(findings(files).length).toBe([...common.values()].reduce((sum, each) => sum + Math.max(each, 0), 0));
      expect(findings(matchBaseline(accepted(...now), now, everything).files)).toEqual([]);
      expect(matchBaseline(kept, now, everything)).toEqual({ files, kept, stale: [] });
    }),
  );
});

/** Matches 100 entries in each of so many files with themselves, and gives the processor time per entry. */
function timeOfMatching(length: number): number {
  const [site] = checked("a.ts", client({ a: REPLACED })).sites;
  if (!site) throw new Error("There must be a site");
  const files = Array.from(
    { length },
    (_, index): CheckedFile => ({
      file: `src/folder/file-${index}.ts`,
      source: "",
      edits: [],
      suppressions: [],
      sites: Array.from({ length: 100 }, (_, rank) => ({
        ...site,
        identity: { symbols: ["Client", `method${rank % 5}`], code: site.identity.code },
      })),
    }),
  );
  const entries = accepted(...files);
  expect(entries).toHaveLength(100 * length);
  const before = process.cpuUsage();
  const { files: matched, stale } = matchBaseline(entries, files, everything);
  const { user, system } = process.cpuUsage(before);
  expect(findings(matched)).toEqual([]);
  expect(stale).toEqual([]);
  return (user + system) / entries.length;
}

test("100,000 entries are matched in linear time", () => {
  // In quadratic time each entry would take twenty times as long.
  const few = timeOfMatching(50);
  expect(timeOfMatching(1000)).toBeLessThan(10 * few);
});
