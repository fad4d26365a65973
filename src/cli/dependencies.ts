import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ReplacingDependency } from "../model/outcome.ts";
import { mayHoldSite } from "../parse/text-test.ts";
import { nearestManifest } from "../place/manifest.ts";
import { shownPath } from "./files/paths.ts";
import { readSource } from "./files/read-source.ts";
import { selectFiles } from "./files/select-files.ts";

/** The packages whose client answers step-up challenges for those who use it. */
const SDK_PACKAGES = ["@modelcontextprotocol/sdk", "@modelcontextprotocol/client"];

/**
 * The installed versions of the MCP SDK that replace the requested scope: code of which a check of one's own sources
 * sees nothing.
 *
 * @param folders the folders of the checked files, absolute: what is installed is looked up from there
 * @param workingFolder absolute; what reported paths are relative to
 * @param checked the absolute paths of the checked files: a package that was checked itself is left out
 */
export async function replacingDependencies(
  folders: Iterable<string>,
  workingFolder: string,
  checked: ReadonlySet<string>,
): Promise<ReplacingDependency[]> {
  const found: ReplacingDependency[] = [];
  for (const folder of installedIn(folders)) {
    const files = [...packageFiles(folder, workingFolder)];
    if (files.some(({ path }) => checked.has(path))) continue;
    const sites = await replacingSites(files);
    if (sites.length > 0) found.push({ ...versionOf(folder), folder: shownPath(workingFolder, folder), sites });
  }
  return found;
}

/** The folders of the packages that code in some folders would load, each once, whatever links lead to it. */
function installedIn(folders: Iterable<string>): string[] {
  const nearest = new Map<string, readonly (string | undefined)[]>();
  const lookUp = (folder: string): readonly (string | undefined)[] => {
    const known = nearest.get(folder);
    if (known) return known;
    const parent = dirname(folder);
    const above = parent === folder ? [] : lookUp(parent);
    const modules = join(folder, "node_modules");
    const here = existsSync(modules) ? SDK_PACKAGES.map((name) => join(modules, name)) : [];
    const found = SDK_PACKAGES.map((_, index) => {
      const installed = here[index];
      return installed !== undefined && existsSync(join(installed, "package.json")) ? installed : above[index];
    });
    nearest.set(folder, found);
    return found;
  };
  const byRealPath = new Map<string, string>();
  for (const folder of folders) {
    for (const installed of lookUp(folder)) if (installed) byRealPath.set(realpathSync(installed), installed);
  }
  return [...byRealPath.values()].sort();
}

function* packageFiles(folder: string, workingFolder: string) {
  const silent = { failure() {}, remark() {} };
  yield* selectFiles({ paths: [folder], workingFolder, ignorePatterns: [], gitignore: false }, silent);
}

async function replacingSites(
  files: readonly { readonly path: string; readonly file: string }[],
): Promise<ReplacingDependency["sites"][number][]> {
  const sites: ReplacingDependency["sites"][number][] = [];
  for (const { path, file } of files) {
    const found = readSource(path, file);
    if ("failure" in found || !mayHoldSite(found.text)) continue;
    const { analyze } = await import("../analyze.ts");
    try {
      for (const { verdict, suppressed, line, column } of analyze(found.text, path).sites) {
        if (verdict === "rewrite" && !suppressed) sites.push({ file, line, column });
      }
    } catch {
      // A file of somebody else's package that does not parse is nothing to tell the user of this check.
    }
  }
  return sites;
}

function versionOf(folder: string): { name: string; version: string } {
  const { name, version } = nearestManifest(folder)?.content ?? {};
  return { name: String(name), version: String(version) };
}
