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
    ["vlt's lock file", { "vlt-lock.json": "{}" }, "vlt"],
    ["vlt's store", { "node_modules/.vlt/p/node_modules/p/package.json": "{}" }, "vlt"],
    ["package.json, though it is none that is known here", { "package.json": { packageManager: "vlt@1.0.2" } }, "vlt"],
    [
      "package.json, though another one left its lock file",
      { "package-lock.json": "{}", "package.json": { packageManager: "vlt@1.0.2" } },
      "vlt",
    ],
    [
      "package.json, which need not say it where a lock file does",
      { "vlt-lock.json": "{}", "package.json": { name: "a" } },
      "vlt",
    ],
  ];
  test.each(SIGNS)("%s", async (_, files, manager) => expect(await managerOf(files)).toBe(manager));
});

describe("in a workspace", () => {
  test("it is that of the nearest folder that shows one", async () => {
    const files = { "pnpm-lock.yaml": "", "app/package.json": { name: "app" }, "old/yarn.lock": YARN_1 };
    expect(await managerOf(files, "app")).toBe("pnpm");
    expect(await managerOf(files, "old")).toBe("yarn");
    const vlt = { "package-lock.json": "{}", "app/vlt-lock.json": "{}", "app/src/a.js": "" };
    expect(await managerOf(vlt, "app/src")).toBe("vlt");
    expect(await managerOf({ "vlt-lock.json": "{}", "app/package-lock.json": "{}" }, "app")).toBe("npm");
  });

  test("both kinds of Yarn are told by the lock file of the root", async () => {
    expect(await managerOf({ "yarn.lock": BERRY, "app/package.json": { name: "app" } }, "app")).toBe("yarn@berry");
  });
});

test("it is npm where nothing in the repository shows one", async () => {
  const project = tempProject({ "yarn.lock": BERRY, "repo/.git/HEAD": "ref: refs/heads/main\n" });
  expect(await packageManagerOf(project.path("repo"))).toBe("npm");
});

test("of one that is not known here, its name is told, or that there is one", async () => {
  expect(await managerOf({ "package.json": { packageManager: "unheard-of@1.0.0" } })).toBe("unheard-of");
  const devEngines = { packageManager: { name: "unheard-of", version: "1" } };
  expect(await managerOf({ "package.json": { devEngines } })).toBe("the package manager that package.json names");
});
