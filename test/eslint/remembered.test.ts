import { rmSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { remembered } from "../../src/eslint/remembered.ts";
import { tempProject } from "../temp-project.ts";

test("what is made of files is made once, and again when one is written, made or removed", () => {
  const { path } = tempProject({ "a.json": "1" });
  let made = 0;
  const ask = remembered(
    () => [path("a.json"), path("b.json")],
    () => ++made,
  );
  const asked = () => [ask(), ask(), ask()];
  expect(asked()).toEqual([1, 1, 1]);
  writeFileSync(path("a.json"), "22");
  expect(asked()).toEqual([2, 2, 2]);
  writeFileSync(path("b.json"), "1");
  expect(asked()).toEqual([3, 3, 3]);
  rmSync(path("a.json"));
  expect(asked()).toEqual([4, 4, 4]);
});

test("what goes wrong is tried again each time", () => {
  let tried = 0;
  const ask = remembered(
    () => [],
    () => {
      tried++;
      if (tried < 3) throw new Error(`attempt ${tried}`);
      return tried;
    },
  );
  expect(ask).toThrow("attempt 1");
  expect(ask).toThrow("attempt 2");
  expect([ask(), ask()]).toEqual([3, 3]);
});
