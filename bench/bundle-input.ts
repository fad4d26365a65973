import { readFile, rename, writeFile } from "node:fs/promises";
import { type BuildOptions, build, type Loader, type Plugin } from "esbuild";
import { ROOT } from "../test/packages/fetch.ts";

/** What one copy consists of: the published SDK and the packages that it stands on. */
const MODULES = [
  "@modelcontextprotocol/sdk/client/index.js",
  "@modelcontextprotocol/sdk/client/sse.js",
  "@modelcontextprotocol/sdk/client/streamableHttp.js",
  "@modelcontextprotocol/sdk/server/mcp.js",
  "hono",
  "jose",
];

/** The module with the site, and what makes a site of it. */
const TRANSPORT = /sdk[\\/]dist[\\/]\w+[\\/]client[\\/]streamableHttp\.js$/;
const EVIDENCE = [
  ["error === 'insufficient_scope'", "error === 'stale_grant'"],
  ["response.status === 403", "response.status === 409"],
] as const;

/** So many copies come to a bundle of 11 MB. */
const COPIES = 21;

/**
 * Writes a minified bundle of 11 MB: the same published modules again and again in one module scope, so that the
 * minifier gives each copy names of its own. All copies but the middle one lose the evidence of their site.
 */
export async function writeBundle(path: string): Promise<void> {
  await writeFile(`${path}.part`, await bundle(COPIES));
  await rename(`${path}.part`, path);
}

/** @param options other than those of a minified module */
export async function bundle(copies: number, options: BuildOptions = {}): Promise<string> {
  const numbers = Array.from({ length: copies }, (_, copy) => copy);
  const lines = numbers.flatMap((copy) =>
    MODULES.map((module, index) => `export * as copy${copy}_${index} from "${copy}!${module}";`),
  );
  const { outputFiles } = await build({
    stdin: { contents: lines.join("\n"), resolveDir: ROOT },
    plugins: [separateCopies(Math.floor(copies / 2))],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
    logLevel: "error",
    ...options,
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

/** Keeps the copies apart: esbuild takes modules that differ in the suffix of their path for different modules. */
function separateCopies(copyWithSite: number): Plugin {
  return {
    name: "separate-copies",
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /^/ }, async ({ path, pluginData, kind, importer, resolveDir }) => {
        if (pluginData?.resolving) return undefined;
        const [, prefix, module = path] = /^(\d+)!(.*)$/.exec(path) ?? [];
        const copy: number = prefix ? Number(prefix) : pluginData.copy;
        const found = await resolve(module, { kind, importer, resolveDir, pluginData: { resolving: true } });
        // An optional dependency that is not installed stays a `require`.
        if (found.errors.length > 0) return { path: module, external: true };
        return { ...found, suffix: `?copy=${copy}`, pluginData: { copy } };
      });
      onLoad({ filter: /^/ }, async ({ path, pluginData }) => {
        const source = await readFile(path, "utf8");
        const contents = TRANSPORT.test(path) && pluginData.copy !== copyWithSite ? withoutEvidence(source) : source;
        return { contents, loader: loaderFor(path), pluginData };
      });
    },
  };
}

function loaderFor(path: string): Loader {
  return path.endsWith(".json") ? "json" : "js";
}

function withoutEvidence(source: string): string {
  let text = source;
  for (const [evidence, other] of EVIDENCE) {
    if (!text.includes(evidence)) throw new Error(`The SDK's transport has no \`${evidence}\` to take away any more.`);
    text = text.replaceAll(evidence, other);
  }
  return text;
}
