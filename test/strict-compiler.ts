import { Project, ts } from "ts-morph";

/** Every flag that makes the compiler stricter, and the oldest library that the helper may use. */
const STRICTEST: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2015,
  lib: ["lib.es2015.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  strict: true,
  noImplicitReturns: true,
  noImplicitOverride: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noFallthroughCasesInSwitch: true,
  noUncheckedSideEffectImports: true,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  exactOptionalPropertyTypes: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  noEmit: true,
};

/**
 * What TypeScript says about a module by itself under every strict flag, `isolatedDeclarations` included; JavaScript is
 * checked as well.
 *
 * @param name the file's name; the package around it is an ES module
 * @param text the module
 */
export function diagnosticsOf(name: string, text: string): string[] {
  const javascript = /\.[cm]?js$/.test(name);
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: {
      ...STRICTEST,
      ...(javascript ? { allowJs: true, checkJs: true } : { declaration: true, isolatedDeclarations: true }),
    },
  });
  project.getFileSystem().writeFileSync("/package.json", '{ "type": "module" }');
  project.createSourceFile(`/${name}`, text);
  return project.getPreEmitDiagnostics().map((diagnostic) => {
    const message = diagnostic.getMessageText();
    return `TS${diagnostic.getCode()} ${typeof message === "string" ? message : message.getMessageText()}`;
  });
}
