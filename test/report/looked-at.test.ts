import { expect, test } from "vitest";
import { analyze } from "../../src/analyze.ts";
import { lookedAtSentence } from "../../src/report/looked-at.ts";
import { plain } from "../../src/rules/sentence.ts";

const said = (unrecognised: readonly string[]) =>
  plain(lookedAtSentence({ counts: { read: 12, parsed: 1, handlers: 0 }, unrecognised }));

test("what was read is told, and what names the error code and was not understood, a few of many by name", () => {
  expect(said([])).toBe("12 files read, 1 parsed, 0 step-up handlers recognised.");
  expect(said(["a.ts"])).toBe(
    "12 files read, 1 parsed, 0 step-up handlers recognised; none in `a.ts`, though the error code stands there.",
  );
  expect(said(["a", "b", "c", "d", "e", "f", "g"])).toContain("none in `a`, `b`, `c`, `d`, `e` and 2 more, though");
  const long = `${"packages/".repeat(12)}errors.js`;
  expect(said([long])).toContain(`none in \`${long}\`,`);
});

test("a callback that does a part of a handler's work is no handler of its own", () => {
  const source = `export async function onForbidden(response, session) {
  const { error, scope } = parse(response);
  if (error !== "insufficient_scope") return;
  session.scope = scope;
  await session.lock.run(async () => {
    await auth(session.provider, { serverUrl: session.url, scope });
  });
}`;
  const { sites, handlers } = analyze(source, "client.mjs");
  expect(sites.map(({ line }) => line)).toEqual([4, 6]);
  expect(handlers).toBe(1);
});

test("handlers that a function declares are counted each", () => {
  const body = `const { error, scope } = parse(response);
    if (error !== "insufficient_scope") return;
    session.scope = scope;
    await auth(session.provider, { serverUrl: session.url, scope: session.scope });`;
  const source = `export function createClient(session) {
  async function onRead(response) {
    ${body}
  }
  const onWrite = async (response) => {
    ${body}
  };
  return { onRead, onWrite };
}`;
  expect(analyze(source, "client.mjs").handlers).toBe(2);
});
