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
  /** Whether `export` stands before it. */
  readonly exported?: boolean;
  /** How long a line may be, in columns; as long as it is where that is not known. */
  readonly width?: number;
  /** Whether a comma follows the last argument of a call that is broken into lines. */
  readonly lastCommas?: boolean;
  /** One line without comment and with as little white space as possible, for minified files. */
  readonly compact: boolean;
}

const SUMMARY =
  "The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.";

const TYPING =
  "Typed as a string where the last part is one, as a scope is never blank; of blanks alone, the union is undefined.";

/**
 * The declaration of the union helper, without a final line break.
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
export function helperLines(form: HelperForm): string[] {
  const { typescript, indent, quote, semicolons } = form;
  const parameter = typescript ? "...scopes: Array<string | undefined>" : "...scopes";
  const result = typescript ? ": string | undefined" : "";
  const space = `${quote} ${quote}`;
  const end = semicolons ? ";" : "";
  const overloads = [
    ...signature(form, "...scopes: [...Array<string | undefined>, string]", `: string${end}`),
    ...signature(form, parameter, `${result}${end}`),
  ];
  return [
    ...(typescript ? overloads : []),
    ...signature(form, parameter, `${result} {`),
    `${indent}const tokens = scopes.join(${space}).split(/\\s+/)${end}`,
    ...filterLines(form, end),
    `${indent}return union.join(${space}) || undefined${end}`,
    "}",
  ];
}

/** The head of a declaration: on one line if that is not too long, else broken as formatters break it. */
function signature(form: HelperForm, parameter: string, rest: string): string[] {
  const head = `${form.exported ? "export " : ""}function ${form.name}(`;
  const line = `${head}${parameter})${rest}`;
  return fits(line, form) ? [line] : [head, `${form.indent}${parameter}`, `)${rest}`];
}

function filterLines(form: HelperForm, end: string): string[] {
  const { indent, quote, lastCommas } = form;
  const test = `(token, index) => token !== ${quote}${quote} && tokens.indexOf(token) === index`;
  const head = `${indent}const union = tokens.filter(`;
  const line = `${head}${test})${end}`;
  return fits(line, form) ? [line] : [head, `${indent.repeat(2)}${test}${lastCommas ? "," : ""}`, `${indent})${end}`];
}

const fits = (line: string, { width }: HelperForm): boolean => width === undefined || line.length <= width;

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
