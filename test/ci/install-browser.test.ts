import { spawnSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { tempProject } from "../temp-project.ts";

const SCRIPT = fileURLToPath(new URL("../../.ci/install-browser", import.meta.url));
const BROWSER = "#!/bin/sh\necho Chromium 1\n";

/** Runs the script where nothing but these programs can be found, and tells what it asked of apt-get. */
function install(programs: Readonly<Record<string, string>>) {
  const project = tempProject({ log: "", ...programs });
  for (const name of Object.keys(programs)) chmodSync(project.path(name), 0o755);
  const env = { PATH: project.root, CHROMIUM: project.path("chromium"), LOG: project.path("log") };
  const { status, stdout, stderr } = spawnSync("/bin/bash", [SCRIPT], { env, encoding: "utf8" });
  return { status, stdout, stderr, asked: project.read("log") };
}

/** An apt-get that does something when it is asked to install. */
const aptGet = (onInstall: string) =>
  `#!/bin/bash\necho "$*" >> "$LOG"\nif [[ $1 == install ]]; then ${onInstall}; fi\n`;
const PLACES = `printf '%s' '${BROWSER}' > "$CHROMIUM"; /bin/chmod +x "$CHROMIUM"`;

test("a browser that is there is taken", () => {
  expect(install({ chromium: BROWSER, "apt-get": aptGet("false") })).toMatchObject({
    status: 0,
    stdout: "Chromium 1\n",
    asked: "",
  });
});

test("one that is missing is installed, after the lists of packages", () => {
  expect(install({ "apt-get": aptGet(PLACES) })).toMatchObject({
    status: 0,
    stdout: "Chromium 1\n",
    asked: "update\ninstall -y --no-install-recommends chromium\n",
  });
});

test.each([
  ["there is no apt-get", {}, "and so is apt-get"],
  ["apt-get update fails", { "apt-get": "#!/bin/sh\nexit 100\n" }, "apt-get update failed"],
  ["the installation fails", { "apt-get": aptGet("exit 100") }, "apt-get install chromium failed"],
  ["it brings no browser", { "apt-get": aptGet("true") }, "though chromium is installed"],
  ["the browser does not start", { chromium: "#!/bin/sh\nexit 127\n" }, "does not start"],
])("it fails, and says why, where %s", (_, programs, says) => {
  const { status, stderr } = install(programs);
  expect(status).toBe(1);
  expect(stderr).toContain(says);
  expect(stderr).toContain("set CHROMIUM");
});
