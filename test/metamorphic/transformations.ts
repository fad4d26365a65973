import { minify } from "terser";
import { ts } from "ts-morph";
import { compile, compiledExtension, type Subject } from "./subject.ts";
import { wrapBodies, wrapDeclarations } from "./wrap.ts";

/** Another way to write the same program. It is rejected where it can't. */
export type Transformation = (subject: Subject) => Promise<string>;

/** What is done to a fixture once its types are stripped. */
export const TRANSFORMATIONS = {
  "renamed by esbuild": (subject) => compile(subject, { minifyIdentifiers: true }),
  "minified by esbuild": (subject) => compile(subject, { minify: true }),
  "minified by terser": terse,
  "compiled to ES2019 by esbuild": (subject) => compile(subject, { target: "es2019" }),
  "compiled to ES2016 by esbuild": (subject) => compile(subject, { target: "es2016" }),
  "compiled to ES2018 and minified by esbuild": (subject) => compile(subject, { target: "es2018", minify: true }),
  "compiled to ES2017 by TypeScript": (subject) => transpile(subject, { target: ts.ScriptTarget.ES2017 }),
  "compiled to ES2015 by TypeScript": (subject) => transpile(subject, { target: ts.ScriptTarget.ES2015 }),
  "compiled to a CommonJS module by esbuild": (subject) => compile(subject, { format: "cjs" }),
  "compiled to a CommonJS module by TypeScript": (subject) => transpile(subject, { module: ts.ModuleKind.CommonJS }),
  "wrapped whole by esbuild": (subject) => compile(subject, { format: "iife", globalName: "wrapped" }),
  "wrapped declaration by declaration": async ({ text }) => wrapDeclarations(text),
  "wrapped body by body": async ({ text }) => wrapBodies(text),
} as const satisfies Record<string, Transformation>;

export type TransformationName = keyof typeof TRANSFORMATIONS;

/** The transformations that are far from the source and from each other: every run of the tests makes these. */
export const ALWAYS: readonly TransformationName[] = [
  "minified by esbuild",
  "compiled to ES2015 by TypeScript",
  "compiled to a CommonJS module by esbuild",
];

/** A fixture as a compiler prints it, without its types. */
export async function stripped(subject: Subject): Promise<Subject> {
  const tsconfigRaw = { compilerOptions: { experimentalDecorators: true } };
  return { ...subject, text: await compile(subject, { tsconfigRaw }), extension: compiledExtension(subject.extension) };
}

/** Terser reads no JSX. */
async function terse(subject: Subject): Promise<string> {
  const text = subject.extension === ".jsx" ? await compile(subject, { jsx: "transform" }) : subject.text;
  const module = subject.extension !== ".cjs" && /\b(?:import|export)\b/.test(text);
  const { code = "" } = await minify(text, { module, compress: { passes: 2 } });
  return code;
}

async function transpile({ text, extension }: Subject, options: ts.CompilerOptions): Promise<string> {
  const { outputText, diagnostics = [] } = ts.transpileModule(text, {
    fileName: `a${extension}`,
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      jsx: ts.JsxEmit.Preserve,
      allowJs: true,
      ...options,
    },
  });
  const [fault] = diagnostics;
  if (fault) throw new Error(ts.flattenDiagnosticMessageText(fault.messageText, "\n"));
  return outputText;
}
