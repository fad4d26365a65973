/** Ways in which the migrated code gets its helper: the values of `--helper`. */
const HELPER_MODES = ["auto", "inline", "import", "vendor"] as const;

export type HelperMode = (typeof HELPER_MODES)[number];

/** Ways in which packages are migrated: by the codemod with each helper mode, and by the command `fix`. */
export const MIGRATIONS = [...HELPER_MODES, "fix"] as const;

export type MigrationKind = (typeof MIGRATIONS)[number];

/** A form in which a package is published, with a transport of its own. */
export interface Build {
  readonly title: string;
  /** The file with the step-up handler. */
  readonly transport: string;
  /** The other modules that the suite's client takes something from. */
  readonly others: readonly string[];
}

/** A published package that replaces the requested scope. */
export interface Subject {
  /** Its folder in node_modules. */
  readonly folder: string;
  readonly builds: readonly Build[];
  /** A module that exports `computeScopeUnion` and that the package can import. */
  readonly helperModule: string;
}

export const SDK = {
  folder: "@modelcontextprotocol/sdk",
  builds: [
    { title: "ESM", transport: "dist/esm/client/streamableHttp.js", others: ["dist/esm/client/auth.js"] },
    { title: "CommonJS", transport: "dist/cjs/client/streamableHttp.js", others: ["dist/cjs/client/auth.js"] },
  ],
  helperModule: "@modelcontextprotocol/client",
} as const satisfies Subject;

const CLIENT_ALPHA: Subject = {
  folder: "client-alpha",
  builds: [{ title: "ESM", transport: "dist/index.mjs", others: [] }],
  // A later version of the same package, by another name: by its own, the package would import itself.
  helperModule: "client-with-union",
};

export const SUBJECTS: readonly Subject[] = [SDK, CLIENT_ALPHA];

/** The codemod's options for a helper mode. */
export function helperOptions(mode: HelperMode, subject: Subject): string[] {
  if (mode === "auto") return [];
  if (mode !== "import") return [`--helper=${mode}`];
  return ["--helper=import", `--helper-source=${subject.helperModule}`, "--helper-name=computeScopeUnion"];
}
