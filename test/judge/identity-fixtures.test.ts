import { describe, expect, test } from "vitest";
import { parseFile } from "../../src/parse/parse.ts";
import { analyzeOnce } from "../fixtures/analyze-once.ts";
import { fixturesByTurn } from "../fixtures/by-turn.ts";
import { discoverFixtures, type Fixture } from "../fixtures/discover.ts";
import { variantsOf } from "../fixtures/variants.ts";
import { EXCEPTIONS, IMPOSSIBLE, STRIPPED } from "../metamorphic/exceptions.ts";
import { formatAll } from "../metamorphic/format.ts";
import { fixtureSubject, type Subject } from "../metamorphic/subject.ts";
import { stripped } from "../metamorphic/transformations.ts";
import { byTurn } from "../thoroughness.ts";

/** By what each site of a text is known, in a fixed order. */
function identities({ extension, options }: Subject, text: string): string[] {
  const { sites } = analyzeOnce(text, `src/file${extension}`, options);
  return sites.map(({ rule, identity }) => JSON.stringify([rule, identity.symbols, identity.code])).sort();
}

const WITHOUT_TYPES = "without types, but for the rule";
const withoutRule = (identity: string): string => identity.slice(identity.indexOf(","));

const cases = fixturesByTurn("identified", 2)
  .filter(({ sites }) => sites.length > 0)
  .map((fixture) => ({ fixture, subject: fixtureSubject(fixture) }));
const formatted = formatAll(cases.map(({ subject }) => subject));

const isImpossible = (step: string, { name }: Subject): boolean =>
  IMPOSSIBLE.some((each) => each.name === name && (each.steps as readonly string[]).includes(step));

/** Whether it is judged otherwise without its types: its sites may be others then. */
const needsItsTypes = ({ name }: Subject): boolean =>
  EXCEPTIONS.some(({ steps, verdicts }) => steps.includes(STRIPPED) && name in verdicts);

/** The functions and classes that a module declares, moved behind all else, the last one first. */
function moved({ text, extension }: Subject): string {
  const { program } = parseFile(text, `a${extension}`);
  const declarations = program.body.filter(({ type }) => /^(?:Function|Class|ExportNamed)Declaration$/.test(type));
  let rest = text;
  let tail = "";
  for (const { start, end } of declarations.reverse()) {
    tail += `\n${text.slice(start ?? 0, end ?? 0)}\n`;
    rest = rest.slice(0, start ?? 0) + rest.slice(end ?? 0);
  }
  return `${rest}\n${tail}`;
}

/** Another function, before everything but what must come first. */
function pushedDown(text: string): string {
  const head = /^\uFEFF?(?:#![^\n]*\n)?(?:\/\/[^\n]*\n)*(?:\s*(["'])use \w+\1;?)?/.exec(text)?.[0] ?? "";
  return `${head}\n\nfunction addedByThisTest() { return 1; }\n${text.slice(head.length)}`;
}

/** A fixture for each kind of sink. */
test.each([
  ["rewrite/bundler-renamed-the-destructured-names", "this._scope = scope2"],
  ["rewrite/search-parameters-are-made-of-a-record", "new URLSearchParams({ scope: scope })"],
  ["rewrite/authorization-url-built-by-hand", 'url.searchParams.set("scope", challenge.scope)'],
  ["rewrite/address-is-put-together-as-text", "scope=encodeURIComponent(scope)"],
  ["review/challenged-scope-is-returned", "return { scope: challenge.scope }"],
  ["review/challenged-scope-is-spread-into-a-request", "broker.reconnect({ scopes: challenge.scope })"],
  ["review/challenged-scope-is-handed-to-a-login-function", "startLogin(url, scope)"],
])("the code in %s is %s", (name, code) => {
  const subject = discoverFixtures()
    .fixtures.map(fixtureSubject)
    .find((each) => each.name === name);
  if (!subject) throw new Error(`There is no fixture ${name}`);
  expect(identities(subject, subject.text).map((each) => (JSON.parse(each) as string[])[2])).toContain(code);
});

test("the fixtures hold many sites", () => {
  expect(cases.length).toBeGreaterThan(200);
  expect(cases.filter(({ subject }) => moved(subject).trim() !== subject.text.trim()).length).toBeGreaterThan(150);
});

/** A fixture written otherwise. */
const OTHERWISE: Record<
  string,
  (fixture: Fixture, subject: Subject) => readonly Subject[] | Promise<readonly Subject[]>
> = {
  formatted: (_, subject) => [{ ...subject, text: formatted.get(subject.name) ?? "" }],
  "in every variant of its text": (fixture, subject) =>
    variantsOf(fixture).map(({ of }) => ({ ...subject, text: of(subject.text) })),
  "behind more code": (_, subject) => [{ ...subject, text: pushedDown(subject.text) }],
  "with its declarations in another order": (_, subject) => [{ ...subject, text: moved(subject) }],
  [WITHOUT_TYPES]: async (_, subject) => [await stripped(subject)],
};

/** The ways in which a fixture can be written. */
function waysOf(subject: Subject): string[] {
  const impossible = [
    isImpossible("formatted", subject) && "formatted",
    // Compilers rename what plain JavaScript shadows, and it has no types to lose.
    (!/\.[cm]?tsx?$/.test(subject.extension) || isImpossible(STRIPPED, subject) || needsItsTypes(subject)) &&
      WITHOUT_TYPES,
  ];
  return Object.keys(OTHERWISE).filter((way) => !impossible.includes(way));
}

/** Every fixture in each of these ways, or half of them in the one whose turn it is. */
describe.each(Object.keys(OTHERWISE))("the identity is the same %s", (way) => {
  const taken = cases.flatMap(({ fixture, subject }) => {
    const isTaken = byTurn(subject.name, waysOf(subject)).includes(way);
    return isTaken ? [[subject.name, fixture, subject] as const] : [];
  });
  test.each(taken)("%s", async (_, fixture, subject) => {
    const compared = (each: string) => (way === WITHOUT_TYPES ? withoutRule(each) : each);
    const before = identities(subject, subject.text).map(compared).sort();
    for (const other of (await OTHERWISE[way]?.(fixture, subject)) ?? []) {
      if (way === "formatted") expect(other.text).not.toBe(subject.text);
      expect(identities(other, other.text).map(compared).sort()).toEqual(before);
    }
  });
});
