import { rmSync, symlinkSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { restrictTo } from "../../../src/cli/files/restrict.ts";
import type { SelectionRequest } from "../../../src/cli/files/selection.ts";
import { tempProject } from "../../temp-project.ts";
import { listening, selected } from "./notices.ts";

function restricted(
  root: string,
  names: readonly string[],
  paths: readonly string[],
  more: Partial<SelectionRequest> = {},
) {
  const { notice, failures, remarks } = listening();
  const request = { paths, workingFolder: root, ignorePatterns: [], gitignore: true, ...more };
  const given = names.map((name) => ({ path: `${root}/${name}`, object: name }));
  return { files: restrictTo(given, request, notice), failures, remarks };
}

const namesOf = ({ files }: ReturnType<typeof restricted>) => files.map(({ file }) => file);

describe("a set of files, restricted to what was asked for", () => {
  it("is what the same paths would lead to", () => {
    const project = tempProject({
      ".gitignore": "dist\n*.gen.ts\n",
      "a.ts": "",
      "a.d.ts": "",
      "a.css": "",
      "a.gen.ts": "",
      "src/b.ts": "",
      "src/b.test.ts": "",
      "src/.gitignore": "!*.gen.ts\n/sub/x*\n",
      "src/c.gen.ts": "",
      "src/sub/x.ts": "",
      "src/sub/y.tsx": "",
      "packages/p/dist/d.js": "",
      "packages/p/src/e.mts": "",
      "packages/[q]/src/f.cts": "",
      "node_modules/m/dist/i.js": "",
      "node_modules/m/node_modules/n/i.js": "",
    });
    const { root } = project;
    const all = Object.keys(project.files());
    const path = fc.constantFrom(
      ...[
        ".",
        "src",
        "./src/",
        "src/sub/x.ts",
        "src/**/*.ts",
        "packages/*/src",
        "packages/p/dist",
        "packages/[q]/src/*",
      ],
      ...["node_modules/m", "node_modules/m/node_modules", "a.d.ts", "a.gen.ts", "*", "{a,src/b}.ts", "**/dist/**"],
      ...["!src/sub", "!**/*.test.ts", "!packages/*/src", "!*.ts", root, `${root}/src/*.ts`],
    );
    const request = fc.record({
      paths: fc.uniqueArray(path, { minLength: 1, maxLength: 4 }),
      ignorePatterns: fc.subarray(["*.test.ts", "/src/sub", "dist/", "!b.test.ts"]),
      gitignore: fc.boolean(),
    });
    let some = 0;
    const property = fc.property(request, ({ paths, ...more }) => {
      const expected = selected(root, paths, more).files.sort();
      if (expected.length > 0) some++;
      expect(namesOf(restricted(root, all, paths, more)).sort()).toEqual(expected);
    });
    fc.assert(property, { numRuns: 300 });
    expect(some).toBeGreaterThan(100);
  });

  it("keeps the order and what else is known of the files", () => {
    const { root } = tempProject({ "b.ts": "", "a.ts": "", "c.css": "" });
    const { files, failures } = restricted(root, ["b.ts", "c.css", "a.ts"], ["."]);
    expect(files).toEqual([
      { path: `${root}/b.ts`, object: "b.ts", file: "b.ts" },
      { path: `${root}/a.ts`, object: "a.ts", file: "a.ts" },
    ]);
    expect(failures).toEqual([]);
  });

  it("has files that are staged and no longer on the disk, by name or by folder", () => {
    const { root, path } = tempProject({ "src/x.ts": "", "a.ts": "" });
    rmSync(path("src"), { recursive: true });
    const names = ["src/x.ts", "src/node_modules/y.js", "src/z.d.ts"];
    for (const given of [".", "src", "src/x.ts"]) {
      const found = restricted(root, names, [given]);
      expect([namesOf(found), found.failures]).toEqual([["src/x.ts"], []]);
    }
    expect(namesOf(restricted(root, names, ["src/x.ts"], { ignorePatterns: ["src"] }))).toEqual([]);
    expect(namesOf(restricted(root, names, ["src", "!src/*.ts"]))).toEqual([]);
  });

  it("may be empty, but a path that does not exist is said", () => {
    const { root } = tempProject({ "src/x.ts": "", "lib/y.ts": "" });
    expect(restricted(root, ["src/x.ts"], ["lib"])).toEqual({ files: [], failures: [], remarks: [] });
    expect(restricted(root, [], ["."])).toEqual({ files: [], failures: [], remarks: [] });
    const message = "There is no such file or folder. Did you mean src?";
    expect(restricted(root, ["src/x.ts"], ["srcs"]).failures).toEqual([{ kind: "unreadable", file: "srcs", message }]);
  });

  it("follows a link that is named", () => {
    const { root, path } = tempProject({ "src/x.ts": "", "src/y.ts": "" });
    symlinkSync(path("src"), path("link"));
    symlinkSync(path("src/x.ts"), path("link.ts"));
    expect(namesOf(restricted(root, ["src/x.ts", "src/y.ts"], ["link"]))).toEqual(["src/x.ts", "src/y.ts"]);
    expect(namesOf(restricted(root, ["src/x.ts", "src/y.ts"], ["link.ts"]))).toEqual(["src/x.ts"]);
  });
});
