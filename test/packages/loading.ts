import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { CACHE } from "./fetch.ts";

/** A module of a package, with the text that it is to have. */
export interface ReplacedModule {
  readonly file: string;
  readonly text: string;
}

const run = promisify(execFile);
const COPIES = join(CACHE, "migrated");

/** Loads a module as its users do, by `import` or by `require`, and prints its transport's `send` methods. */
const LOAD = `
  import { createRequire } from "node:module";
  import { pathToFileURL } from "node:url";
  const [path, how] = process.argv.slice(1);
  const loaded = how === "require" ? createRequire(path)(path) : await import(pathToFileURL(path).href);
  console.log(String(loaded.StreamableHTTPClientTransport));
`;

/**
 * Loads modules of a package in a Node process each, as they are to become, among the package's other files.
 *
 * @returns the source text that Node has for each module's `StreamableHTTPClientTransport`
 */
export async function loadTransports(packageFolder: string, modules: readonly ReplacedModule[]): Promise<string[]> {
  await mkdir(COPIES, { recursive: true });
  const copy = await mkdtemp(join(COPIES, "copy-"));
  try {
    await cp(packageFolder, copy, {
      recursive: true,
      filter: (path) => !/\.map$|\.d\.[cm]?ts$|\/examples$/.test(path),
    });
    await Promise.all(modules.map(({ file, text }) => writeFile(join(copy, file), text)));
    return await Promise.all(modules.map(({ file }) => loadTransport(join(copy, file))));
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function loadTransport(path: string): Promise<string> {
  const how = path.includes(`${join("dist", "cjs")}`) ? "require" : "import";
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", LOAD, path, how]);
  return stdout;
}
