/** How the helper is to look in the file that takes it. */
export interface HelperForm {
  /** With type annotations; without, a JSDoc comment carries the types. */
  readonly typescript: boolean;
  /** The name of the function. */
  readonly name: string;
  /** One level of indentation. */
  readonly indent: string;
  readonly eol: string;
  readonly quote: "'" | '"';
  readonly semicolons: boolean;
  /** One line without comment and with as little white space as possible, for minified files. */
  readonly compact: boolean;
}

const SUMMARY =
  "The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.";

const TYPING =
  "Typed as a string where the last part is one, as a scope is never blank; of blanks alone, the union is undefined.";

/**
 * The declaration of the union helper, without `export` and without a final line break.
 *
 * It uses no global but `undefined`, not even `Set`: files import their own `Set` (immutable's, core-js's), bundlers
 * rename things, and a method of an ES5 library compiles everywhere. `join` writes `undefined` and `null` as `''`.
 */
export function helperFunction(form: HelperForm): string {
  return form.compact ? compactFunction(form) : [...comment(form), ...helperLines(form)].join(form.eol);
}

/**
 * The lines of the declaration without its comment: in TypeScript, overloads first.
 *
 * By the first overload, a union whose last part is a string is a string: under `exactOptionalPropertyTypes` a field
 * `scope?: string` that took the challenged scope would not take a `string | undefined`. That says too much of a last
 * part of blanks, which is no scope (RFC 6749 section 3.3), and of which nothing but `undefined` can be made.
 */
export function helperLines({ typescript, name, indent, quote, semicolons }: HelperForm): string[] {
  const parameter = typescript ? "...scopes: Array<string | undefined>" : "...scopes";
  const result = typescript ? ": string | undefined" : "";
  const space = `${quote} ${quote}`;
  const empty = `${quote}${quote}`;
  const end = semicolons ? ";" : "";
  const overloads = [
    `function ${name}(...scopes: [...Array<string | undefined>, string]): string${end}`,
    `function ${name}(${parameter})${result}${end}`,
  ];
  return [
    ...(typescript ? overloads : []),
    `function ${name}(${parameter})${result} {`,
    `${indent}const tokens = scopes.join(${space}).split(/\\s+/)${end}`,
    `${indent}const union = tokens.filter((token, index) => token !== ${empty} && tokens.indexOf(token) === index)${end}`,
    `${indent}return union.join(${space}) || undefined${end}`,
    "}",
  ];
}

function comment({ typescript }: HelperForm): string[] {
  if (typescript) return ["/**", ` * ${SUMMARY}`, ` * ${TYPING}`, " */"];
  return [
    "/**",
    ` * ${SUMMARY}`,
    " *",
    " * @param {...(string | undefined)} scopes",
    " * @returns {string | undefined}",
    " */",
  ];
}

function compactFunction({ typescript, name, quote }: HelperForm): string {
  const parameter = typescript ? "...s:Array<string|undefined>" : "...s";
  const result = typescript ? ":string|undefined" : "";
  const space = `${quote} ${quote}`;
  const signature = `function ${name}(${parameter})${result}`;
  const overloads = `function ${name}(...s:[...Array<string|undefined>,string]):string;${signature};`;
  const body = `{return s.join(${space}).split(/\\s+/).filter((t,i,a)=>t&&a.indexOf(t)===i).join(${space})||void 0}`;
  return `${typescript ? overloads : ""}${signature}${body}`;
}
