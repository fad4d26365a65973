import { describe, expect, test } from "vitest";
import { FUNCTIONS, type Library } from "../../src/find/library/functions.ts";
import { contentOf, holds, SCOPES } from "./library/samples.ts";

type Callable = (...given: readonly unknown[]) => unknown;

/** What a path leads to in this runtime: of a compiler's helper and of what browsers alone have, nothing. */
const valueAt = (path: string): unknown =>
  path.split(".").reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], globalThis);

const held = (wanted: (row: Library) => unknown) =>
  [...FUNCTIONS].filter(([path, row]) => wanted(row) && typeof valueAt(path) === "function");

const call = (path: string, ...given: readonly unknown[]): unknown => (valueAt(path) as Callable)(...given);
const make = (path: string, given: unknown): unknown => new (valueAt(path) as new (given: unknown) => unknown)(given);

const isClass = (path: string) => /^(?:Set|Map|WeakMap|URLSearchParams|FormData|Headers|URL|Promise)$/.test(path);
const record = () => ({ scope: SCOPES.join(" ") });

describe("a row of the library is what the function does", () => {
  test("all but compilers' helpers and timers of browsers are there", () => {
    const open = [...FUNCTIONS.keys()].filter((path) => valueAt(path) === undefined);
    expect(open.filter((path) => !/^_*(?:extends|spread(?:Props|Values)|requestAnimationFrame)$/.test(path))).toEqual(
      [],
    );
  });

  test.each(
    held((row) => row.keepsText && !row.record && !row.looks).filter(([path]) => !isClass(path) && path !== "Object"),
  )("%s keeps a text", (path) => {
    const given = /^(?:atob)$/.test(path)
      ? btoa(SCOPES.join(" "))
      : path === "Array.from"
        ? [...SCOPES]
        : SCOPES.join(" ");
    const found = contentOf(call(path, given));
    expect(holds(path === "btoa" ? atob(found) : decodeURIComponent(found), ...SCOPES)).toBe(true);
  });

  test.each(["Set", "URLSearchParams", "Map"])("%s keeps what it is made of", (path) => {
    const given = path === "Set" ? SCOPES : SCOPES.map((scope) => [scope, scope]);
    expect(holds(make(path, given), ...SCOPES)).toBe(true);
  });

  test.each(held((row) => row.makes))("%s makes what it says", (path, { makes }) => {
    if (makes === "text") return expect(typeof call(path, "a")).toBe("string");
    if (makes === "list") return expect(call(path, ["a"])).toBeInstanceOf(Array);
    const made = make(path, makes === "address" ? "https://example.com" : undefined) as Record<string, unknown>;
    const method = { set: "add", map: "set", parameters: "append", address: "toString" }[makes as string] ?? "";
    return expect(typeof made[method]).toBe("function");
  });

  test.each(held((row) => row.record === "merged"))("%s puts all into the first", (path) => {
    const target = { a: 1 };
    expect(call(path, target, record(), { b: 2 })).toBe(target);
    expect(target).toEqual({ a: 1, b: 2, ...record() });
  });

  test.each(held((row) => row.record === "same"))("%s gives the very record", (path) => {
    const given = record();
    expect(call(path, given)).toBe(given);
  });

  test.each(held((row) => row.record === "copy"))("%s gives another record of the same", (path) => {
    const given = record();
    expect(call(path, given)).not.toBe(given);
    expect(call(path, given)).toEqual(given);
  });

  test.each(held((row) => row.looks))("%s changes no scope", (path) => {
    const given = record();
    call(path, given);
    expect(given).toEqual(record());
  });

  test.each(held((row) => row.changesFirst))("%s changes what it is given first", (path) => {
    const given: Record<string, unknown> = { other: "files:read" };
    if (path === "Object.assign") call(path, given, record());
    else if (path === "Object.defineProperties") call(path, given, { scope: { value: "", enumerable: true } });
    else if (path === "Reflect.deleteProperty") call(path, given, "other");
    else call(path, given, "scope", path === "Reflect.set" ? "" : { value: "", enumerable: true });
    expect(given).not.toEqual({ other: "files:read" });
  });

  test.each(held((row) => row.encodes))("%s writes a text otherwise", (path) => {
    expect(call(path, SCOPES.join(" "))).not.toBe(SCOPES.join(" "));
  });

  test.each(held((row) => row.runs === "later"))("%s runs its callback later", async (path) => {
    let isRun = false;
    let timer: unknown;
    const run = new Promise<void>((done) => {
      timer = call(path, () => {
        isRun = true;
        done();
      });
    });
    expect(isRun).toBe(false);
    await run;
    clearInterval(timer as NodeJS.Timeout);
    expect(isRun).toBe(true);
  });
});
