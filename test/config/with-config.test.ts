import { expect, test } from "vitest";
import { withConfig } from "../../src/config/with-config.ts";

const CONFIG = {
  folder: "/app",
  options: { helper: "import", "helper-source": "./lib/scopes.js", "helper-name": "union", tokens: "omit" },
} as const;

test("a configuration says what is not given, with paths from the working folder", () => {
  expect(withConfig({ "on-401": "union" }, CONFIG, "/app/packages/a")).toEqual({
    helper: "import",
    "helper-source": "../../lib/scopes.js",
    "helper-name": "union",
    tokens: "omit",
    "on-401": "union",
  });
  expect(withConfig({}, { folder: "/app", options: { "vendor-path": "src/u.ts" } }, "/app/a")).toEqual({
    "vendor-path": "../src/u.ts",
  });
});

test("what is given of the helper takes the place of all that the configuration says of it", () => {
  expect(withConfig({ helper: "inline", tokens: "auto" }, CONFIG, "/app")).toEqual({
    helper: "inline",
    tokens: "auto",
  });
});

test("no configuration changes nothing", () => {
  for (const none of [undefined, false] as const)
    expect(withConfig({ tokens: "omit" }, none, "/app")).toEqual({ tokens: "omit" });
});
