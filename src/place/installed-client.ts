import { dirname, join } from "node:path";
import { foldersUp } from "./folders.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { realPath } from "./real-path.ts";
import { asSettings } from "./settings.ts";
import { readText } from "./text-file.ts";

/** SDK v2's client, and its own union helper, which it has from 2.0.0-beta.1 on. */
export const CLIENT_PACKAGE = "@modelcontextprotocol/client";
export const CLIENT_HELPER = "computeScopeUnion";

/** Entries of an `exports` map that lead to the module or its declarations, in the order in which they tell most. */
const CONDITIONS = ["types", "import", "require", "node", "default"];

/**
 * Whether the client package that a file's imports resolve to exports the union helper. Its declarations are read as
 * text; no code of it is run.
 *
 * @param file absolute; need not exist
 */
export function clientExportsHelper(file: string): boolean {
  const client = installedClient(file);
  return client !== undefined && entryFiles(client).some((entry) => exportsHelper(readText(entry) ?? ""));
}

/** The client package that an import in a file finds; undefined where none is installed. */
function installedClient(file: string): Manifest | undefined {
  // Node resolves from where a file really lies, which matters in a workspace of symbolic links.
  for (const folder of foldersUp(realPath(dirname(file)))) {
    const manifest = readManifest(join(folder, "node_modules", CLIENT_PACKAGE));
    if (manifest) return manifest;
  }
  return undefined;
}

/** The package's entry point, as declarations and as code. */
function entryFiles({ folder, content }: Manifest): string[] {
  const main = asSettings(content.exports)?.["."] ?? content.exports;
  const paths = [...targetsOf(main), content.types, content.module, content.main];
  return paths.filter((path) => typeof path === "string").map((path) => join(folder, path));
}

function targetsOf(entry: unknown): string[] {
  if (typeof entry === "string") return [entry];
  const conditions = asSettings(entry);
  return conditions ? CONDITIONS.flatMap((condition) => targetsOf(conditions[condition])) : [];
}

/** What exports the helper as a value, under its own name: its declaration, or a list. */
const DECLARED = new RegExp(String.raw`^export (?:declare )?(?:function|const) ${CLIENT_HELPER}\b`, "m");
const LISTED = new RegExp(
  String.raw`^export \{(?:[^{}]*,)?\s*(?:[\w$]+ as )?${CLIENT_HELPER}\s*[,}]|^exports\.${CLIENT_HELPER} =`,
  "m",
);

const exportsHelper = (text: string): boolean => DECLARED.test(text) || LISTED.test(text);
