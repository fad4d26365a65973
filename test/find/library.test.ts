import { describe, expect, test } from "vitest";
import { METHODS } from "../../src/find/library/methods.ts";
import type { Method, Owner } from "../../src/find/library/row.ts";
import { contentOf, GIVEN, holds, MORE, OWNERS, SCOPES } from "./library/samples.ts";

const [READ, WRITE] = SCOPES;

interface Case {
  readonly name: string;
  readonly owner: Owner;
  readonly row: Method;
}

type Run = { receiver: unknown; result: unknown; again: () => unknown };

const CASES = [...METHODS].flatMap(([name, row]) => row.of.map((owner): Case => ({ name, owner, row })));

/** Whether this runtime has a method: those of the newest language are held where they are there. */
const isHere = ({ name, owner }: Case): boolean => {
  const value = OWNERS[owner]?.();
  return value !== undefined && typeof (Object(value) as Record<string, unknown>)[name] === "function";
};

function run({ name, owner }: Case, given: readonly unknown[] = GIVEN.get(name) ?? []): Run {
  const receiver = OWNERS[owner]?.();
  const call = () => (Object(receiver) as Record<string, (...given: readonly unknown[]) => unknown>)[name]?.(...given);
  const result = call();
  return { receiver, result, again: call };
}

const held = (wanted: (row: Method, owner: Owner) => boolean): (readonly [string, Case])[] =>
  CASES.filter((each) => wanted(each.row, each.owner) && isHere(each)).map((each) => [
    `${each.owner}.${each.name}`,
    each,
  ]);

describe("a row of the library is what the method does", () => {
  test("all methods of values that can be made here are held", () => {
    const newer = /^(?:union|difference|intersection|symmetricDifference|toArray|take|drop)$/;
    const open = CASES.filter((each) => OWNERS[each.owner] && !isHere(each) && !newer.test(each.name));
    expect(open.map(({ owner, name }) => `${owner}.${name}`)).toEqual([]);
  });

  test.each(held((row, owner) => row.keeps === "all" && owner !== "iterator"))("%s keeps all", (_, each) => {
    const { result } = run(each);
    const found = each.row.altersCase ? contentOf(result).toLowerCase() : contentOf(result);
    expect(holds(found, READ, WRITE)).toBe(true);
  });

  test.each(held((row) => row.keeps === "altered"))("%s keeps all, as another text", (_, each) => {
    const { receiver, result } = run(each);
    expect(contentOf(result).trim().toLowerCase()).toBe(receiver);
    expect(result).not.toBe(receiver);
  });

  test.each(held((row, owner) => row.keeps === "joined" && owner !== "iterator"))("%s joins", (_, each) => {
    expect(holds(run(each).result, READ, WRITE, MORE)).toBe(true);
  });

  test.each(held((row) => /^(?:each|passing|gathered)$/.test(row.keeps ?? "")))(
    "%s keeps what the callback keeps",
    (_, each) => {
      expect(holds(run(each).result, READ, WRITE)).toBe(true);
      expect(holds(run(each, [() => ""]).result, WRITE)).toBe(false);
    },
  );

  test.each(held((row) => row.keeps === "unlimited"))("%s keeps all without a limit", (_, each) => {
    expect(holds(run(each).result, READ, WRITE)).toBe(true);
    expect(holds(run(each, [...(GIVEN.get(each.name) ?? []), 1]).result, WRITE)).toBe(false);
  });

  test.each(held((row) => row.keeps === "replaced"))("%s puts one text for another", (_, each) => {
    const { result } = run(each);
    expect(holds(result, MORE, WRITE)).toBe(true);
    expect(holds(result, READ)).toBe(false);
  });

  test.each(held((row) => row.keeps === "range"))("%s keeps what stands between two places", (_, each) => {
    expect(holds(run(each, [0]).result, READ, WRITE)).toBe(true);
    expect(holds(run(each, [1]).result, READ)).toBe(false);
  });

  test.each(held(({ keeps }, owner) => keeps === "place" && owner === "list"))("%s gives one element", (_, each) => {
    expect(run(each).result).toBe(SCOPES.at(each.row.place ?? 0));
  });

  test.each(held((row) => row.keeps === "one"))("%s gives one element", (_, each) => {
    expect(run(each).result).toBe(READ);
  });

  test.each(held((row) => row.keeps === "some"))("%s may lose a part", (_, each) => {
    expect(holds(run(each).result, READ, WRITE)).toBe(false);
  });

  test.each(held((row) => row.keeps === undefined && row.gives === undefined && row.changes !== "grows"))(
    "%s gives no scope",
    (_, each) => {
      expect(holds(run(each).result, READ, WRITE)).toBe(false);
    },
  );

  test.each(held((row) => row.gives !== undefined && row.gives !== "match"))("%s gives what it says", (_, each) => {
    const { receiver, result } = run(each);
    const kind = kindOf(result);
    const own = kindOf(receiver);
    const wanted = {
      elements: "iterator",
      matches: "iterator",
      keys: "iterator",
      position: "number",
      element: "text",
      same: own,
    };
    expect(kind).toBe(wanted[each.row.gives as keyof typeof wanted] ?? each.row.gives);
  });

  test.each(held((row) => row.runs === "each"))("%s runs its callback at once", (_, each) => {
    const seen: string[] = [];
    run(each, [(element: string) => void seen.push(element)]);
    expect(seen.length).toBeGreaterThan(0);
    expect(holds(SCOPES, ...seen)).toBe(true);
  });

  test.each(held((row) => row.runs === "settled"))("%s runs its callback later", async (_, each) => {
    let isRun = false;
    const rejected = Promise.reject(new Error("insufficient_scope"));
    const promise = (each.name === "catch" ? rejected : Promise.resolve()) as unknown as Record<
      string,
      (callback: () => void) => Promise<void>
    >;
    rejected.catch(() => undefined);
    const settled = promise[each.name]?.(() => {
      isRun = true;
    });
    expect(isRun).toBe(false);
    await settled;
    expect(isRun).toBe(true);
  });

  test.each(held((_, owner) => /^(?:list|set|map|parameters)$/.test(owner)))("%s changes what it says", (_, each) => {
    const { receiver } = run(each);
    const [before, after] = [contentOf(OWNERS[each.owner]?.()), contentOf(receiver)];
    switch (each.row.changes) {
      case "grows":
        return expect(holds(after, MORE)).toBe(true);
      case "shrinks":
        return expect(holds(after, READ, WRITE)).toBe(false);
      case "empties":
        return expect(after).toBe("");
      default:
        return expect(after.split(" ").toSorted()).toEqual(before.split(" ").toSorted());
    }
  });

  test.each(held((row) => row.puts !== undefined))("%s puts in what it is given", (_, each) => {
    const { receiver, result } = run(each);
    const given = (GIVEN.get(each.name) ?? []).slice(each.row.puts);
    expect(holds(given, MORE)).toBe(true);
    expect(holds([receiver, result], MORE)).toBe(true);
  });

  test.each(held((_, owner) => /^(?:list|set|map|parameters|iterator)$/.test(owner)))(
    "%s gives the same again, unless its row says otherwise",
    (_, each) => {
      const { receiver, result, again } = run(each);
      const first = [contentOf(copied(result)), contentOf(each.owner === "iterator" ? "" : receiver)];
      const second = [contentOf(copied(again())), contentOf(each.owner === "iterator" ? "" : receiver)];
      const isGone = each.row.changes === "empties" || (each.owner === "parameters" && each.row.changes === "shrinks");
      // What is gone is gone: only the first time takes it away.
      if (isGone || /^(?:reverse|splice)$/.test(each.name)) return;
      if (each.row.isOnce) expect(second).not.toEqual(first);
      else expect(second).toEqual(first);
    },
  );

  test.each(held((row) => row.isEmptyAlike === true))("%s is empty only where its text or list is", (_, each) => {
    expect(contentOf(run(each, each.name === "slice" ? [] : undefined).result)).not.toBe("");
  });
});

/** An iterator is used up by looking at it: what it gives is looked at once. */
const copied = (value: unknown): unknown => (kindOf(value) === "iterator" ? [...(value as Iterable<unknown>)] : value);

function kindOf(value: unknown): string {
  if (typeof value === "string") return "text";
  if (Array.isArray(value)) return "list";
  if (value instanceof Set) return "set";
  if (typeof value === "object" && value !== null && "next" in value) return "iterator";
  return typeof value;
}
