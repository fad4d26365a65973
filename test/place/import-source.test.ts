import { describe, expect, test } from "vitest";
import { importSource } from "../../src/place/import-source.ts";
import { PlacementError } from "../../src/place/placement-error.ts";
import { tempProject } from "../temp-project.ts";

describe("the module that --helper-source names", () => {
  test.each(["scopes", "@acme/scopes", "#scopes", "@/lib/scopes"])("%s stays", (given) => {
    const project = tempProject({});
    expect(importSource(given, project.path("src/client/a.ts"), project.root)).toBe(given);
  });

  test.each(["./missing.js", "../missing"])("%s is refused where no file is there", (given) => {
    const project = tempProject({ "src/client/a.ts": "" });
    const asked = () => importSource(given, project.path("src/client/a.ts"), project.root);
    expect(asked).toThrow(PlacementError);
    expect(asked).toThrow(`cannot be imported from ${given}: no file is there`);
  });

  test.each([
    ["./src/lib/scopes.js", "src/lib/scopes.ts", "../lib/scopes.js"],
    ["./src/lib/scopes", "src/lib/scopes.ts", "../lib/scopes"],
    ["./src/lib/scopes.mjs", "src/lib/scopes.mts", "../lib/scopes.mjs"],
    ["./src/lib", "src/lib/index.ts", "../lib"],
    ["./src/client/scopes.js", "src/client/scopes.js", "./scopes.js"],
  ])("%s from the working folder becomes %s's path from the file", (given, file, written) => {
    const project = tempProject({ [file]: "" });
    expect(importSource(given, project.path("src/client/a.ts"), project.root)).toBe(written);
  });

  test("is taken as it is where it leads somewhere from the file", () => {
    const project = tempProject({ "scopes.ts": "", "src/scopes.ts": "" });
    expect(importSource("./scopes", project.path("src/a.ts"), project.root)).toBe("./scopes");
  });
});
