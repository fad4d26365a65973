import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/place/manifest.ts";
import { tempProject } from "../temp-project.ts";

describe("the package root", () => {
  test("is the nearest folder whose package.json has a name", () => {
    const project = tempProject({
      "package.json": { name: "outer" },
      "packages/inner/package.json": { name: "inner" },
      "packages/inner/dist/esm/package.json": { type: "module" },
      "packages/inner/dist/cjs/package.json": "not JSON",
    });
    expect(packageRoot(project.path("packages/inner/dist/esm/client/a.js"), "/")).toBe(project.path("packages/inner"));
    expect(packageRoot(project.path("packages/inner/dist/cjs/a.js"), "/")).toBe(project.path("packages/inner"));
    expect(packageRoot(project.path("packages/other/a.js"), "/")).toBe(project.root);
  });

  test("without a name is the nearest folder with a package.json", () => {
    const project = tempProject({ "package.json": {}, "app/package.json": { private: true } });
    expect(packageRoot(project.path("app/src/a.ts"), "/")).toBe(project.path("app"));
  });

  test("without a package.json is the working folder, or else the file's own", () => {
    const project = tempProject({});
    expect(packageRoot(project.path("src/lib/a.ts"), project.root)).toBe(project.root);
    expect(packageRoot(project.path("src/lib/a.ts"), project.path("other"))).toBe(project.path("src/lib"));
  });
});
