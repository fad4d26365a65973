import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ModuleKind, ModuleResolutionKind, Project, ScriptTarget, type SourceFile } from "ts-morph";
import { ROOT } from "./fetch.ts";

/** What the source maps of a prerelease leave open: where its core stands, and how its imports are written. */
export interface SourceLayout {
  /** The workspace package that holds protocol and types, and was bundled into the published one. */
  readonly core: string;
  /** How the sources end a relative import: extension-less imports resolve under NodeNext in CommonJS only. */
  readonly importExtension: ".js" | "";
}

interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent?: readonly (string | null)[];
}

/** Folder of the published package within the tree that `writeOriginalSources` makes. */
const CLIENT = "client";

/** The transport's TypeScript within the tree. */
export const TRANSPORT = join(CLIENT, "src", "client", "streamableHttp.ts");

/**
 * Writes the TypeScript that a package's source maps carry, laid out as it was, and around it the little that they
 * leave out: modules without code of their own do not appear in source maps.
 */
export async function writeOriginalSources(packageFolder: string, layout: SourceLayout, tree: string): Promise<void> {
  await rm(tree, { recursive: true, force: true });
  const dist = join(packageFolder, "dist");
  const maps = (await readdir(dist)).filter((file) => file.endsWith(".mjs.map"));
  for (const map of maps) {
    const { sources, sourcesContent = [] }: SourceMap = JSON.parse(await readFile(join(dist, map), "utf8"));
    for (const [index, source] of sources.entries()) {
      if (!source.includes("node_modules")) {
        await write(join(tree, CLIENT, "dist", source), sourcesContent[index] ?? "");
      }
    }
  }
  const { core, importExtension: end } = layout;
  await write(join(tree, "package.json"), JSON.stringify({ type: end ? "module" : "commonjs" }));
  await write(join(tree, core, "src", "index.ts"), coreExports(join(dist, "index.mjs"), end));
  await write(join(tree, core, "src", "types", "index.ts"), `export * from '../index${end}';\n`);
}

/** The core's missing main module: what the published declarations export, and what only the sources do. */
function coreExports(declarations: string, end: string): string {
  return [
    `export * from ${JSON.stringify(declarations)};`,
    `export { normalizeHeaders } from './shared/transport${end}';`,
    `export { JSONRPCMessageSchema } from './types/schemas${end}';`,
    `export {`,
    `    OAuthClientInformationFullSchema, OAuthErrorResponseSchema, OAuthMetadataSchema,`,
    `    OAuthProtectedResourceMetadataSchema, OAuthTokensSchema, OpenIdProviderDiscoveryMetadataSchema`,
    `} from './shared/auth${end}';`,
    ``,
  ].join("\n");
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** The transport in a strict NodeNext program over such a tree. */
export function openTransport(packageFolder: string, { core }: SourceLayout, tree: string): SourceFile {
  const project = new Project({
    skipAddingFilesFromTsConfig: true,
    compilerOptions: {
      target: ScriptTarget.ES2022,
      lib: ["lib.es2023.d.ts"],
      module: ModuleKind.NodeNext,
      moduleResolution: ModuleResolutionKind.NodeNext,
      strict: true,
      noFallthroughCasesInSwitch: true,
      noImplicitOverride: true,
      noImplicitReturns: true,
      noUncheckedIndexedAccess: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      isolatedModules: true,
      skipLibCheck: true,
      noEmit: true,
      types: ["node"],
      typeRoots: [join(ROOT, "node_modules", "@types")],
      paths: {
        [`@modelcontextprotocol/${core}`]: [join(tree, core, "src", "index.ts")],
        "@modelcontextprotocol/client/_shims": [join(packageFolder, "dist", "shimsNode.d.mts")],
      },
    },
  });
  return project.addSourceFileAtPath(join(tree, TRANSPORT));
}

/** A file's type errors, each with the code that it is about. */
export function typeErrors(file: SourceFile): string[] {
  return file.getPreEmitDiagnostics().map((diagnostic) => {
    const start = diagnostic.getStart() ?? 0;
    const about = file.getFullText().slice(start, start + (diagnostic.getLength() ?? 0));
    const message = diagnostic.getMessageText();
    return `${about}: ${typeof message === "string" ? message : message.getMessageText()}`;
  });
}
