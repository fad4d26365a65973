import { describe, expect, test } from "vitest";
import type { Repository } from "../../src/model/provenance.ts";
import { fingerprintsOf } from "../../src/report/fingerprint.ts";
import { repositoryPath } from "../../src/report/repository-path.ts";
import { fileWith, siteAt } from "./outcomes.ts";

const ROOT: Repository = { folder: ".", workingFolder: "." };
const ABOVE: Repository = { folder: "../..", workingFolder: "packages/one" };
const INNER: Repository = { folder: "vendor/client" };

describe("the path in a repository", () => {
  test.each([
    ["src/a.ts", [], undefined, "src/a.ts"],
    ["src/a.ts", [ROOT], ROOT, "src/a.ts"],
    ["src/a.ts", [ABOVE], ABOVE, "packages/one/src/a.ts"],
    ["../two/a.ts", [ABOVE], ABOVE, "packages/two/a.ts"],
    ["../../../else/a.ts", [ABOVE], undefined, "../../../else/a.ts"],
    ["vendor/client/a.ts", [ROOT, INNER], INNER, "a.ts"],
    ["vendor/client/a.ts", [INNER, ROOT], INNER, "a.ts"],
    ["vendor/clients/a.ts", [ROOT, INNER], ROOT, "vendor/clients/a.ts"],
    ["../beside/a.ts", [{ folder: "../beside" }], { folder: "../beside" }, "a.ts"],
  ] as const)("of %s among %j", (file, repositories, repository, path) => {
    expect(repositoryPath(file, repositories)).toEqual({ ...(repository && { repository }), path });
  });
});

describe("a fingerprint", () => {
  const source = "x = scope; x = scope; y = scope;";
  const other = { identity: { symbols: ["f"], code: "y = scope" } };
  const sites = [siteAt(source, "x = scope"), siteAt(source, "x = scope"), siteAt(source, "y = scope", other)];
  const printsOf = (file: string, repositories: readonly Repository[] = [ROOT]) => {
    const prints = fingerprintsOf(fileWith(file, source, sites), repositories);
    return sites.map((site) => prints(site, site.rule));
  };

  test("is short, and tells alike sites, files and rules apart", () => {
    const all = [...printsOf("a.ts"), ...printsOf("b.ts")];
    for (const print of all) expect(print).toMatch(/^[0-9a-f]{16}$/);
    expect(new Set(all).size).toBe(6);
    const prints = fingerprintsOf(fileWith("a.ts", source, sites), []);
    const [site] = sites;
    expect(site && prints(site, "unbounded-step-up")).not.toBe(site && prints(site, site.rule));
  });

  test("is the same in any working folder, and in any clone", () => {
    expect(printsOf("src/a.ts", [ABOVE])).toEqual(printsOf("packages/one/src/a.ts"));
    expect(printsOf("vendor/client/src/a.ts", [ROOT, INNER])).toEqual(printsOf("src/a.ts"));
    expect(printsOf("src/a.ts", [{ ...ROOT, url: "https://example.test/a", commit: "0".repeat(40) }])).toEqual(
      printsOf("src/a.ts"),
    );
  });
});
