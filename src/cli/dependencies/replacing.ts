import { setImmediate as turn } from "node:timers/promises";
import type { ReplacingDependency } from "../../model/outcome.ts";
import { mayHoldSite } from "../../parse/text-test.ts";
import { nearestManifest } from "../../place/manifest.ts";
import { shownPath } from "../../place/shown-path.ts";
import { TOOL } from "../../report/tool.ts";
import { readSource } from "../files/read-source.ts";
import type { SelectedFile } from "../files/selection.ts";
import { Candidates } from "./candidates.ts";
import { installedPackages, installedSdks } from "./installed.ts";

/** Where installed code is looked for. */
export interface DependencySearch {
  /** The folders of the checked files, absolute: what is installed is looked up from there. */
  readonly folders: Iterable<string>;
  /** Absolute; what reported paths are relative to. */
  readonly workingFolder: string;
  /** The absolute paths of the checked files: a package that was checked itself is left out. */
  readonly checked: ReadonlySet<string>;
  /** Whether to look into every installed package, and not only into the MCP SDK. */
  readonly all: boolean;
}

/** For so long nothing else gets its turn, in milliseconds. */
const STRETCH = 50;

/**
 * The installed packages that replace the requested scope: code of which a check of one's own sources sees nothing.
 * Forks of the SDK have other names, and bundles hold it in their own files.
 *
 * @returns by folder
 */
export async function replacingDependencies(search: DependencySearch): Promise<ReplacingDependency[]> {
  const { folders, workingFolder, checked, all } = search;
  const candidates = new Candidates(workingFolder, all);
  const found: ReplacingDependency[] = [];
  let since = performance.now();
  for (const installed of all ? installedPackages(folders) : installedSdks(folders)) {
    const files = candidates.of(installed);
    if (performance.now() - since > STRETCH) {
      await turn();
      since = performance.now();
    }
    if (files.length === 0 || files.some(({ path }) => checked.has(path))) continue;
    const { folder } = installed;
    const version = versionOf(folder);
    // The engine knows the error code, and asks nobody for a scope; to analyse its bundle takes most of a minute.
    if (version.name === TOOL.name) continue;
    const sites = await replacingSites(files);
    if (sites.length > 0) found.push({ ...version, folder: shownPath(workingFolder, folder), sites });
  }
  candidates.remember();
  return found.sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

async function replacingSites(files: readonly SelectedFile[]): Promise<ReplacingDependency["sites"][number][]> {
  const sites: ReplacingDependency["sites"][number][] = [];
  for (const { path, file } of files) {
    const found = readSource(path, file);
    if ("failure" in found || !mayHoldSite(found.text)) continue;
    const { analyze } = await import("../../analyze.ts");
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
