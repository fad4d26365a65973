import { describe, expect, it } from "vitest";
import { needsGroup, provesErrorCode } from "../../src/find/pattern-needs.ts";

describe("provesErrorCode", () => {
  it.each([
    "insufficient_scope",
    'error="insufficient_scope"',
    String.raw`(^|[\s,])error="insufficient_scope"`,
    String.raw`(?:^|,)\s*error="?(insufficient_scope)"?(?:,|$)`,
    "(?=.*insufficient_scope)(?=.*scope=)",
    "(?!.*invalid_token).*insufficient_scope",
    String.raw`\(insufficient[_-]scope\)`,
    "[(|]insufficient.scope",
    "(?<code>insufficient_scope)",
    "(?:(?:(insufficient_scope)))+",
  ])("needs it: %s", (pattern) => expect(provesErrorCode(pattern)).toBe(true));

  it.each([
    undefined,
    "scope=",
    "insufficient_scope|invalid_token",
    "(insufficient_scope|invalid_token)",
    "error=(?:(insufficient_scope)|invalid_token)",
    "error(=insufficient_scope)?",
    "(?:insufficient_scope)*",
    "(?:insufficient_scope){0,1}",
    "[insufficient_scope]+",
    "x(?:[insufficient_scope])",
    "(?!insufficient_scope)",
    "(?<!insufficient_scope)x",
    "((?!insufficient_scope).)*",
    "a|b(insufficient_scope)",
  ])("does not: %s", (pattern) => expect(provesErrorCode(pattern)).toBe(false));
});

describe("needsGroup", () => {
  it.each([
    ['scope="([^"]+)"', 1],
    [String.raw`(^|[\s,])scope="([^"]*)"`, 2],
    ["(?:^|,)scope=(?<scope>.+)", "scope"],
    [String.raw`\((a)(b)`, 2],
  ] as const)("%s has %s", (pattern, group) => expect(needsGroup(pattern, group)).toBe(true));

  it.each([
    ['scope="([^"]+)"|needs (.+)', 1],
    ['(?:scope="([^"]+)")?', 1],
    ["(a)|(b)", 2],
    ["(a)(b)?", 2],
    ["(a)", 2],
    ["(?<scope>a)", "other"],
  ] as const)("%s may lack %s", (pattern, group) => expect(needsGroup(pattern, group)).toBe(false));
});
