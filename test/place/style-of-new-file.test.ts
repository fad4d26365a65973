import { describe, expect, test } from "vitest";
import { styleOfNewFile } from "../../src/place/style-of-new-file.ts";
import { tempProject } from "../temp-project.ts";

const LIKE = "import { a } from 'a';\n\nexport function b() {\n    return a();\n}\n";

const FOUR = { indent: "    ", quote: "'", semicolons: false };

describe("the style of a new file", () => {
  const style = (files: Record<string, string | object>, like = LIKE) =>
    styleOfNewFile(tempProject(files).path("src/deep/new.ts"), like);

  test("is that of the file that needs it, where nothing is configured", () => {
    expect(style({})).toEqual({ eol: "\n", indent: "    ", quote: "'", semicolons: true });
    expect(style({}, 'import { a } from "a"\r\n\r\nif (a) {\r\n\ta()\r\n}\r\n')).toEqual({
      eol: "\r\n",
      indent: "\t",
      quote: '"',
      semicolons: false,
    });
  });

  const PRETTIER = { eol: "\n", indent: "  ", quote: '"', semicolons: true, width: 80, lastCommas: true };
  test.each([
    [{ ".prettierrc": {} }, {}],
    [{ ".prettierrc": "tabWidth: 4 # wide\nsingleQuote: true\nsemi: false\n" }, FOUR],
    [{ ".prettierrc.toml": "tabWidth = 4\nsingleQuote = true\nsemi = false\n" }, FOUR],
    [{ ".prettierrc.json": '{ "printWidth": 140, "useTabs": true, }' }, { width: 140, indent: "\t" }],
    [{ "package.json": { prettier: { trailingComma: "none" } } }, { lastCommas: false }],
    [{ "src/.prettierrc": { tabWidth: 8 }, ".prettierrc": { tabWidth: 4 } }, { indent: " ".repeat(8) }],
    [
      {
        ".prettierrc": {
          overrides: [
            { files: "*.md", options: { tabWidth: 3 } },
            { files: ["*.js", "**/*.{ts,tsx}"], options: { tabWidth: 4 } },
          ],
        },
      },
      { indent: "    " },
    ],
    [
      { ".prettierrc": {}, ".editorconfig": "root = true\n[*]\nindent_style = tab\nmax_line_length = 100\n" },
      { indent: "\t", width: 100 },
    ],
    [{ ".prettierrc": { useTabs: false }, ".editorconfig": "[*]\nindent_style = tab\n" }, {}],
  ])("is Prettier's: %j", (files, expected) => {
    expect(style(files)).toEqual({ ...PRETTIER, ...expected });
  });

  test.each([
    [{ "biome.json": {} }, { indent: "\t" }],
    [
      {
        "biome.jsonc":
          '// ours\n{ "formatter": { "indentStyle": "space", "indentWidth": 4, "lineWidth": 120 }, "javascript": { "formatter": { "quoteStyle": "single", "semicolons": "asNeeded", "trailingCommas": "none" } } }',
      },
      { ...FOUR, width: 120, lastCommas: false },
    ],
  ])("is Biome's: %j", (files, expected) => {
    expect(style(files)).toEqual({ ...PRETTIER, ...expected });
  });

  test.each([
    ["[*.ts]\nindent_style = space\nindent_size = 2", { indent: "  " }],
    ["[{*.js,*.ts}]\nindent_size = tab\ntab_width = 3\n", { indent: "   " }],
    ["[*.{js,py}]\nindent_size = 2\n[src/**]\nindent_size = 1\n[Makefile]\nindent_style = tab\n", {}],
    ["# indent_size = 2\n[*]\n; indent_size = 2\nindent_size = unset\nmax_line_length = off\n", {}],
  ])("follows .editorconfig: %j", (config, expected) => {
    const files = { ".editorconfig": `root = true\n${config}` };
    expect(style(files)).toEqual({ eol: "\n", indent: "    ", quote: "'", semicolons: true, ...expected });
  });

  test("does not follow an .editorconfig above the topmost", () => {
    const files = { ".editorconfig": "[*]\nindent_size = 2\n", "src/.editorconfig": "root = true\n" };
    expect(style(files).indent).toBe("    ");
  });

  test.each([
    [{ "prettier.config.mjs": "export default { semi: false };" }],
    [{ ".prettierrc.js": "module.exports = {};" }],
    [{ "package.json": { prettier: "@acme/prettier-config" } }],
    [{ "biome.json": { extends: ["@acme/biome"] } }],
    [{ "biome.json": { formatter: { enabled: false } } }],
  ])(
    "is that of the file where a configuration cannot be read without running code, nor one above it: %j",
    (nearest) => {
      const files = Object.fromEntries(Object.entries(nearest).map(([name, content]) => [`src/${name}`, content]));
      expect(style({ ...files, ".prettierrc": {} })).toEqual({
        eol: "\n",
        indent: "    ",
        quote: "'",
        semicolons: true,
      });
    },
  );
});
