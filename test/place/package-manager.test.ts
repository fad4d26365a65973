import { describe, expect, test } from "vitest";
import { packageManagerOf } from "../../src/place/package-manager.ts";
import { tempProject } from "../temp-project.ts";

/** The package manager of a folder of a repository that holds some files. */
function managerOf(files: Record<string, string | object>, folder = ""): Promise<string> {
  const project = tempProject({ ".git/HEAD": "ref: refs/heads/main\n", ...files });
  return packageManagerOf(folder === "" ? project.root : project.path(folder));
}

const YARN_1 = "# yarn lockfile v1\n";
const BERRY = "# generated\n\n__metadata:\n  version: 8\n";

describe("a package manager is known by", () => {
  const SIGNS: [sign: string, files: Record<string, string | object>, manager: string][] = [
    ["npm's lock file", { "package-lock.json": "{}" }, "npm"],
    ["npm's lock file that is published", { "npm-shrinkwrap.json": "{}" }, "npm"],
    ["pnpm's lock file", { "pnpm-lock.yaml": "" }, "pnpm"],
    ["the lock file of Yarn 1", { "yarn.lock": YARN_1 }, "yarn"],
    ["the lock file of a newer Yarn", { "yarn.lock": BERRY }, "yarn@berry"],
    ["Bun's lock file", { "bun.lock": "{}" }, "bun"],
    ["Bun's binary lock file", { "bun.lockb": "" }, "bun"],
    [
      "package.json, whatever form the lock file has",
      { "yarn.lock": "", "package.json": { packageManager: "yarn@4.9.2" } },
      "yarn@berry",
    ],
    [
      "package.json, where no lock file is kept",
      { "package.json": { devEngines: { packageManager: { name: "pnpm", version: "^10" } } } },
      "pnpm",
    ],
    ["what it leaves among the packages", { "node_modules/.pnpm/lock.yaml": "" }, "pnpm"],
    ["what Plug'n'Play leaves", { ".pnp.cjs": "" }, "yarn@berry"],
  ];
  test.each(SIGNS)("%s", async (_, files, manager) => expect(await managerOf(files)).toBe(manager));
});

describe("in a workspace", () => {
  test("it is that of the nearest folder that shows one", async () => {
    const files = { "pnpm-lock.yaml": "", "app/package.json": { name: "app" }, "old/yarn.lock": YARN_1 };
    expect(await managerOf(files, "app")).toBe("pnpm");
    expect(await managerOf(files, "old")).toBe("yarn");
  });

  test("both kinds of Yarn are told by the lock file of the root", async () => {
    expect(await managerOf({ "yarn.lock": BERRY, "app/package.json": { name: "app" } }, "app")).toBe("yarn@berry");
  });
});

test("it is npm where nothing in the repository shows one", async () => {
  const project = tempProject({ "yarn.lock": BERRY, "repo/.git/HEAD": "ref: refs/heads/main\n" });
  expect(await packageManagerOf(project.path("repo"))).toBe("npm");
  expect(await managerOf({ "package.json": { packageManager: "unheard-of@1.0.0" } })).toBe("npm");
});
