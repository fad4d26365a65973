import { join } from "node:path";
import { isStep } from "./editor-config.ts";
import { entriesOf } from "./file-name.ts";
import { parseLooseJson } from "./loose-json.ts";
import { readManifest } from "./manifest.ts";
import { takesInPlainly } from "./plain-pattern.ts";
import { asSettings, type Settings } from "./settings.ts";
import { readText } from "./text-file.ts";
import type { WrittenStyle } from "./written-style.ts";

/** Configurations of Prettier that are code. */
const PRETTIER_CODE = /^(?:prettier\.config\.\w+|\.prettierrc\.[cm]?[jt]s)$/;

/**
 * What a formatter's configuration in a folder says of a file's style, its defaults included. No code is run, so that
 * what is written as code, or in a package, says nothing.
 *
 * @param folder absolute
 * @param path the file whose style is asked for
 * @param editor what .editorconfig says: Prettier takes it for what its own configuration leaves open
 * @returns undefined where no formatter is configured there
 */
export function readFormatterConfig(folder: string, path: string, editor: WrittenStyle): WrittenStyle | undefined {
  const prettier = prettierSettings(folder);
  if (prettier) return prettierStyle({ ...prettier, ...overridesFor(prettier, path) }, editor);
  if (isPrettierElsewhere(folder)) return editor;
  const biome = jsonIn(folder, ["biome.json", "biome.jsonc", ".biome.json", ".biome.jsonc"]);
  return biome && biomeStyle(biome, editor);
}

function prettierSettings(folder: string): Settings | undefined {
  const own = asSettings(readManifest(folder)?.content.prettier);
  if (own) return own;
  const bare = readText(join(folder, ".prettierrc"));
  if (bare !== undefined) return parseLooseJson(bare) ?? plainLines(bare);
  const json = jsonIn(folder, [".prettierrc.json", ".prettierrc.json5"]);
  if (json) return json;
  for (const name of [".prettierrc.yaml", ".prettierrc.yml", ".prettierrc.toml"]) {
    const text = readText(join(folder, name));
    if (text !== undefined) return plainLines(text);
  }
  return undefined;
}

/** Whether a folder's configuration of Prettier cannot be read. */
const isPrettierElsewhere = (folder: string): boolean =>
  typeof readManifest(folder)?.content.prettier === "string" ||
  entriesOf(folder).some((name) => PRETTIER_CODE.test(name));

function jsonIn(folder: string, names: readonly string[]): Settings | undefined {
  for (const name of names) {
    const text = readText(join(folder, name));
    if (text !== undefined) return parseLooseJson(text);
  }
  return undefined;
}

/** The settings of YAML or TOML that stand on lines of their own, at the top. */
function plainLines(text: string): Settings {
  const settings: Record<string, unknown> = {};
  for (const line of text.split(/\r?\n/)) {
    const [, key, value] = /^(\w+)[ \t]*[:=][ \t]*(["']?\w+["']?)[ \t]*(?:#.*)?$/.exec(line) ?? [];
    if (key === undefined || value === undefined) continue;
    const bare = value.replace(/^["']|["']$/g, "");
    settings[key] = bare === "true" || (bare === "false" ? false : /^\d+$/.test(bare) ? Number(bare) : bare);
  }
  return settings;
}

function overridesFor(settings: Settings, path: string): Settings {
  const overrides = Array.isArray(settings.overrides) ? settings.overrides.map(asSettings) : [];
  const fitting = overrides.filter((each) =>
    [each?.files].flat().some((pattern) => typeof pattern === "string" && takesInPlainly(pattern, path)),
  );
  return Object.assign({}, ...fitting.map((each) => asSettings(each?.options)));
}

/** https://prettier.io/docs/options */
function prettierStyle(settings: Settings, editor: WrittenStyle): WrittenStyle {
  const { useTabs, tabWidth, singleQuote, semi, printWidth, trailingComma } = settings;
  const spaces = isStep(tabWidth) ? " ".repeat(tabWidth) : undefined;
  const unset = editor.indent === "\t" && useTabs === undefined ? "\t" : (spaces ?? editor.indent ?? "  ");
  return {
    indent: useTabs === true ? "\t" : useTabs === false && unset === "\t" ? "  " : unset,
    quote: singleQuote === true ? "'" : '"',
    semicolons: semi !== false,
    width: typeof printWidth === "number" ? printWidth : (editor.width ?? 80),
    lastCommas: trailingComma !== "none" && trailingComma !== "es5",
  };
}

/** https://biomejs.dev/reference/configuration */
function biomeStyle(settings: Settings, editor: WrittenStyle): WrittenStyle {
  const all = asSettings(settings.formatter) ?? {};
  const own = asSettings(asSettings(settings.javascript)?.formatter) ?? {};
  if (all.enabled === false || own.enabled === false || settings.extends !== undefined) return editor;
  const { indentStyle, indentWidth, lineWidth } = { ...all, ...own };
  return {
    indent: indentStyle === "space" ? " ".repeat(isStep(indentWidth) ? indentWidth : 2) : "\t",
    quote: own.quoteStyle === "single" ? "'" : '"',
    semicolons: own.semicolons !== "asNeeded",
    width: typeof lineWidth === "number" ? lineWidth : 80,
    lastCommas: own.trailingCommas !== "none" && own.trailingCommas !== "es5",
  };
}
