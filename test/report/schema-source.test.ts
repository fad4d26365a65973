import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { SCHEMAS } from "../../src/report/schema/all.ts";
import type { CheckDocument } from "../../src/report/schema/check.ts";
import type { ExplanationDocument } from "../../src/report/schema/explain.ts";
import type { OverviewDocument } from "../../src/report/schema/merge.ts";

describe("the published schemas", () => {
  test.each(Object.entries(SCHEMAS))("%s is what its source makes: npm run schemas", (name, schema) => {
    const published = readFileSync(new URL(`../../schemas/${name}`, import.meta.url), "utf8");
    expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(schema)));
  });
});

/** Whether the compiler takes two types for the same. */
type Same<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;

test("the types of the documents are those of the schemas", () => {
  type Edit = NonNullable<CheckDocument["sites"][number]["edits"]>[number];
  type Granted = NonNullable<CheckDocument["sites"][number]["reasons"]["granted"]>["kind"];
  const held: [
    Same<Edit, { start: number; end: number; text: string; role: "union" | "tokens" | "block" | "helper" }>,
    Same<Granted, "handler" | "provider" | "none">,
    Same<CheckDocument["schemaVersion"], 5>,
    Same<CheckDocument["summary"]["exitCode"], 0 | 1 | 2>,
    Same<CheckDocument["unrecognised"], readonly string[]>,
    Same<ExplanationDocument["explanations"][number]["isSuppressed"], boolean>,
    Same<OverviewDocument["errors"][number]["file"], string | undefined>,
  ] = [true, true, true, true, true, true, true];
  expect(held).not.toContain(false);
});
