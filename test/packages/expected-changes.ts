import type { LineChange } from "./changed-lines.ts";

/** Where a published transport replaces the requested scope. */
export interface KnownSite {
  /** The file, relative to its package. */
  readonly file: string;
  /** The line that opens the step-up block: the tokens' line comes after it. */
  readonly stepUp: number;
  /** The line that replaces the requested scope. */
  readonly site: number;
}

/** How a transport writes the step-up block. */
export interface SiteStyle {
  readonly indent: string;
  readonly provider: string;
  /** The line that replaces the requested scope, up to the value, with its indentation. */
  readonly assignment: string;
}

/** What must change, in order and apart from the helper, for a site to request the union. */
export function expectedChanges(
  { stepUp, site }: KnownSite,
  { indent, provider, assignment }: SiteStyle,
): LineChange[] {
  return [
    { line: stepUp + 1, removed: [], added: [`${indent}const tokens = await ${provider}.tokens();`] },
    {
      line: site,
      removed: [`${assignment}scope;`],
      added: [`${assignment}unionScopes(tokens?.scope, this._scope, scope);`],
    },
  ];
}

/** The change that brings the helper in, and the others. */
export function splitChanges(changes: readonly LineChange[]): { helper: LineChange[]; others: LineChange[] } {
  const helper = changes.filter(({ added }) => added.some((line) => line.startsWith("function unionScopes(")));
  return { helper, others: changes.filter((change) => !helper.includes(change)) };
}

/** The helper as JavaScript files get it. */
export function helperLines(indent: string, quote: string): string[] {
  return [
    "/**",
    " * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.",
    " *",
    " * @param {...(string | undefined)} scopes",
    " * @returns {string | undefined}",
    " */",
    "function unionScopes(...scopes) {",
    ...helperBody(indent, quote),
    "}",
  ];
}

/** The helper as TypeScript files get it. */
export function typedHelperLines(indent: string, quote: string): string[] {
  return [
    "/**",
    " * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.",
    " * Typed as a string where the last part is one, as a scope is never blank; of blanks alone, the union is undefined.",
    " */",
    "function unionScopes(...scopes: [...Array<string | undefined>, string]): string;",
    "function unionScopes(...scopes: Array<string | undefined>): string | undefined;",
    "function unionScopes(...scopes: Array<string | undefined>): string | undefined {",
    ...helperBody(indent, quote),
    "}",
  ];
}

function helperBody(indent: string, quote: string): string[] {
  const [space, empty] = [`${quote} ${quote}`, `${quote}${quote}`];
  return [
    `const tokens = scopes.join(${space}).split(/\\s+/);`,
    `const union = tokens.filter((token, index) => token !== ${empty} && tokens.indexOf(token) === index);`,
    `return union.join(${space}) || undefined;`,
  ].map((line) => indent + line);
}
