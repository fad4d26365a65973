import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { git } from "../cli/files/git-command.ts";
import { type CommandOutput, command } from "../installed/command.ts";
import { TYPESCRIPT } from "../runner/sources.ts";
import { type TempProject, tempProject } from "../temp-project.ts";

const SDK = "project/node_modules/@modelcontextprotocol/sdk";

/** What is loaded before the command, and tells of what would leave this machine: a URL. */
export const WATCHED = new URL("watched.mjs", import.meta.url).href;

/** A project whose own code tells of itself when it runs, and all that is around it. */
export interface World {
  readonly project: TempProject;
  /** Runs the command in the project, with nothing that leads out of this world. */
  run(args: readonly string[]): Promise<CommandOutput>;
  /** What of the project ran, or would have left this machine, since the last time. */
  told(): string;
}

/**
 * A project in which whatever may be run tells of it: sources, the configurations and plugins of other tools, scripts,
 * programs, and what git's configuration names.
 */
export function world(): World {
  const path = (name: string) => join(project.root, name);
  const telling = (name: string) =>
    `require("node:fs").appendFileSync(process.env.STEP_UP_UNION_TOLD, ${JSON.stringify(`${name} ran\n`)});\n`;
  const script = '#!/bin/sh\necho "$0 ran" >> "$STEP_UP_UNION_TOLD"\ncat\n';
  const modules = [
    "babel.config.cjs",
    "eslint.config.cjs",
    "prettier.config.cjs",
    "step-up-union.config.js",
    "plugin.cjs",
    "src/side-effect.cjs",
    ".pnp.cjs",
    "node_modules/prettier/index.js",
    "node_modules/typescript/lib/typescript.js",
    "node_modules/jscodeshift/index.js",
  ];
  const project = tempProject({
    "project/package.json": { name: "client", type: "module", scripts: { postinstall: "./tell.sh" } },
    "project/step-up-union.config.json": { "fail-on": "review" },
    "project/tsconfig.json": {
      compilerOptions: { module: "nodenext", types: [], plugins: [{ name: "./plugin.cjs" }] },
    },
    "project/.gitattributes": "*.ts filter=evil diff=evil\n",
    "project/src/a.ts": `${TYPESCRIPT}import "./side-effect.cjs";\n`,
    "project/other/b.ts": TYPESCRIPT,
    [`${SDK}/package.json`]: { name: "@modelcontextprotocol/sdk", version: "1.32.2", type: "module" },
    [`${SDK}/a.ts`]: TYPESCRIPT,
    "project/tell.sh": script,
    ...Object.fromEntries(modules.map((name) => [`project/${name}`, telling(name)])),
    "outside/c.ts": TYPESCRIPT,
    told: "",
  });
  for (const folder of ["home", "temp"]) mkdirSync(path(folder));
  symlinkSync(path("outside/c.ts"), path("project/src/link.ts"));
  symlinkSync(path("outside"), path("project/src/linked"));
  git(path("project"), "init", "--quiet");
  git(path("project"), "add", "--all");
  git(path("project"), "commit", "--quiet", "--message", "Begin");
  execFileSync("chmod", ["+x", path("project/tell.sh")]);
  for (const setting of ["core.fsmonitor", "filter.evil.clean", "diff.external", "diff.evil.textconv", "core.pager"]) {
    git(path("project"), "config", setting, path("project/tell.sh"));
  }
  const env = {
    HOME: path("home"),
    XDG_CONFIG_HOME: path("home"),
    XDG_CACHE_HOME: path("home"),
    TMPDIR: path("temp"),
    NODE_OPTIONS: `--import=${WATCHED}`,
    STEP_UP_UNION_TOLD: path("told"),
  };
  let read = 0;
  return {
    project,
    run: (args) => command(path("project"), args, { env }),
    told() {
      const all = existsSync(path("told")) ? readFileSync(path("told"), "utf8") : "";
      const news = all.slice(read);
      read = all.length;
      return news;
    },
  };
}
