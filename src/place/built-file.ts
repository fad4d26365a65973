import { basename, dirname, sep } from "node:path";
import { namesBelow } from "./folders.ts";
import { isTypeScript } from "./module-kind.ts";

/** Folders that builds write to: `dist`, `dist-esm`, `build`, `out`, `.next` and the like. */
const BUILD_FOLDER = /^(?:(?:dist|build|out)(?:[-_.].*)?|\.(?:next|nuxt|output|svelte-kit|vercel|netlify|turbo))$/i;
const BUILT_NAME = /[.-](?:min|bundle)\.[cm]?js$/i;
/** What bundlers leave between the modules of a bundle: esbuild, rolldown, webpack. */
const BUNDLER_TRACE = /^\/\/ (?:\.\.\/)*node_modules\/|^\/\/#region (?:\.\.\/)*node_modules\/|\b__webpack_require__\b/m;

/** People break lines long before this many characters; minifiers do not. */
const LONGEST_LINE = 5000;
/** The mean length of a line, in characters, that no formatted source reaches. */
const LONGEST_MEAN = 200;

/**
 * Whether a file is installed, built or minified rather than written by hand, so that a new file beside it would be
 * lost or out of place. TypeScript is nobody's output, so for it only node_modules counts.
 *
 * @param file absolute
 * @param source the file's text
 * @param packageRoot the folder of the package that holds the file, absolute
 */
export function isBuiltFile(file: string, source: string, packageRoot: string): boolean {
  if (file.split(sep).includes("node_modules")) return true;
  if (isTypeScript(file)) return false;
  return (
    namesBelow(packageRoot, dirname(file)).some(isBuildFolder) ||
    BUILT_NAME.test(basename(file)) ||
    endsInSourceMap(source) ||
    hasLongLines(source) ||
    BUNDLER_TRACE.test(source)
  );
}

/** Whether a folder is one that builds write to, by its name. */
export const isBuildFolder = (name: string): boolean => BUILD_FOLDER.test(name);

/** Whether the last line of a text is a comment that names its source map. */
function endsInSourceMap(source: string): boolean {
  const at = source.lastIndexOf("sourceMappingURL=");
  if (at < 0) return false;
  const opening = source.slice(source.lastIndexOf("\n", at) + 1, at);
  return /\/[/*][#@][ \t]*$/.test(opening) && !/\S\s+(?!\*\/)\S/.test(source.slice(at).trimEnd());
}

function hasLongLines(source: string): boolean {
  let lines = 0;
  for (let start = 0; start <= source.length; lines++) {
    const end = source.indexOf("\n", start);
    const next = end < 0 ? source.length : end;
    if (next - start > LONGEST_LINE) return true;
    start = next + 1;
  }
  return source.length / lines > LONGEST_MEAN;
}
