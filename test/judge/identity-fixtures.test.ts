import { describe, expect, test } from "vitest";
import { analyze } from "../../src/analyze.ts";
import { parseFile } from "../../src/parse/parse.ts";
import { discoverFixtures } from "../fixtures/discover.ts";
import { variantsOf } from "../fixtures/variants.ts";
import { IMPOSSIBLE } from "../metamorphic/exceptions.ts";
import { formatAll } from "../metamorphic/format.ts";
import { fixtureSubject, type Subject } from "../metamorphic/subject.ts";
import { stripped } from "../metamorphic/transformations.ts";
import { testWhere } from "../where.ts";

/** By what each site of a text is known, in a fixed order. */
function identities({ extension, options }: Subject, text: string): string[] {
  const { sites } = analyze(text, `src/file${extension}`, options);
  return sites.map(({ rule, identity }) => JSON.stringify([rule, identity.symbols, identity.code])).sort();
}

const withoutRule = (identity: string): string => identity.slice(identity.indexOf(","));

const { fixtures } = discoverFixtures();
const cases = fixtures
  .map((fixture) => ({ fixture, subject: fixtureSubject(fixture) }))
  .filter(({ subject }) => identities(subject, subject.text).length > 0);
const formatted = formatAll(cases.map(({ subject }) => subject));

const isImpossible = (step: string, { name }: Subject): boolean =>
  IMPOSSIBLE.some((each) => each.name === name && (each.steps as readonly string[]).includes(step));

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
  const head = /^\uFEFF?(?:#![^\n]*\n)?(?:\s*(["'])use \w+\1;?)?/.exec(text)?.[0] ?? "";
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
  const subject = cases.find(({ subject }) => subject.name === name)?.subject;
  if (!subject) throw new Error(`There is no fixture ${name} with a site`);
  expect(identities(subject, subject.text).map((each) => (JSON.parse(each) as string[])[2])).toContain(code);
});

test("the fixtures hold many sites", () => {
  expect(cases.length).toBeGreaterThan(200);
  expect(cases.filter(({ subject }) => moved(subject).trim() !== subject.text.trim()).length).toBeGreaterThan(150);
});

describe.each(cases.map(({ fixture, subject }) => [subject.name, fixture, subject] as const))(
  "%s",
  (_, fixture, subject) => {
    const before = identities(subject, subject.text);

    testWhere(!isImpossible("formatted", subject))("is the same when formatted", () => {
      expect(formatted.get(subject.name)).not.toBe(subject.text);
      expect(identities(subject, formatted.get(subject.name) ?? "")).toEqual(before);
    });

    test("is the same in every variant of its text", () => {
      for (const { name, of } of variantsOf(fixture))
        expect(identities(subject, of(subject.text)), name).toEqual(before);
    });

    test("is the same behind more code", () => {
      expect(identities(subject, pushedDown(subject.text))).toEqual(before);
    });

    test("is the same where declarations stand in another order", () => {
      expect(identities(subject, moved(subject))).toEqual(before);
    });

    // Compilers rename what plain JavaScript shadows, and it has no types to lose.
    const isTyped = /\.[cm]?tsx?$/.test(subject.extension) && !isImpossible("stripped of its types", subject);
    testWhere(isTyped)("is the same without types, but for the rule", () => {
      const { text, extension } = stripped(subject);
      expect(identities({ ...subject, extension }, text).map(withoutRule)).toEqual(before.map(withoutRule));
    });
  },
);
