/** The module forms in which a helper can be written. */
export type ModuleKind = "esm" | "commonjs" | "script";

/** How a file gets its union helper. */
export interface HelperPlan {
  /** Use a union helper that the file already has or imports, if there is one. */
  readonly reuse: boolean;
  /** Extend the file's own import of values from this module, if it has one. */
  readonly extend?: HelperModule;
  /** What to add where neither of the above applies. */
  readonly add: HelperAddition;
  /** The module kind of a file whose own syntax does not tell. */
  readonly moduleKind: ModuleKind;
}

/** A module that exports the helper. */
export interface HelperModule {
  readonly source: string;
  readonly name: string;
}

export type HelperAddition =
  | ({ readonly kind: "import" } & HelperModule)
  | {
      readonly kind: "inline";
      /** Whether other files import it from this one, so that it is exported. */
      readonly exported?: true;
    }
  | {
      readonly kind: "vendor";
      /** The vendored file relative to the importing one, without extension: `./union-scopes`, `../union-scopes`. */
      readonly path: string;
      /** The vendored file's extension: `.ts`, `.mts`, `.cts`, `.js`, `.mjs`, `.cjs`. */
      readonly extension: string;
      /**
       * The extension that an import takes where the file's other relative imports do not show one: `""`, that of the
       * output (`.js`, `.mjs`, `.cjs`), or the file's own.
       */
      readonly importExtension: string;
    };

/** The name of the helper wherever it is not imported under another. */
export const HELPER_NAME = "unionScopes";

/** Exports known to be the union helper: ours, and that of `@modelcontextprotocol/client` since 2.0.0-beta.1. */
export const HELPER_EXPORTS: ReadonlySet<string> = new Set([HELPER_NAME, "computeScopeUnion"]);

export interface EngineOptions {
  readonly helper: HelperPlan;
  /** `union` migrates 401 branches as well. */
  readonly on401: "keep" | "union";
  /** `guard` rewrites shared 401+403 handlers to their status-guarded form. */
  readonly sharedHandlers: "review" | "guard";
  /** `omit` writes unions without the granted part. */
  readonly tokens: "auto" | "omit";
  /** Where reviews begin, in UTF-16 code units, whose suggested change a person has chosen: it is applied, too. */
  readonly accepted?: readonly number[];
}

export const DEFAULT_OPTIONS: EngineOptions = {
  helper: { reuse: true, add: { kind: "inline" }, moduleKind: "esm" },
  on401: "keep",
  sharedHandlers: "review",
  tokens: "auto",
};

interface OptionEntry {
  /** The allowed values; absent where any text is allowed. */
  readonly values?: readonly string[];
  readonly default?: string;
  readonly placeholder?: string;
  readonly meaning: string;
}

/** The options that the transform and the commands share, as `--name=value`. */
export const OPTIONS = {
  helper: {
    values: ["auto", "import", "vendor", "inline"],
    default: "auto",
    meaning: "where unionScopes comes from",
  },
  "helper-source": { placeholder: "module", meaning: "with --helper=import: the module that exports the helper" },
  "helper-name": { placeholder: "export", meaning: "with --helper=import: the name of that export" },
  "vendor-path": { placeholder: "file", meaning: "with --helper=vendor or auto: the file to hold the helper" },
  "on-401": { values: ["keep", "union"], default: "keep", meaning: "whether 401 branches are migrated too" },
  "shared-handlers": {
    values: ["review", "guard"],
    default: "review",
    meaning: "whether shared 401+403 handlers are only reported, or rewritten with a status guard",
  },
  tokens: { values: ["auto", "omit"], default: "auto", meaning: "whether the granted scope is read from the provider" },
} as const satisfies Record<string, OptionEntry>;

export type OptionName = keyof typeof OPTIONS;
/** Options as the user gave them, checked. */
export type OptionValues = { readonly [Name in OptionName]?: string };

/**
 * The engine's options for one file.
 *
 * @param values the options as the user gave them, checked
 * @param helper how this file gets its helper
 */
export function engineOptions(values: OptionValues, helper: HelperPlan): EngineOptions {
  return {
    helper,
    on401: values["on-401"] === "union" ? "union" : "keep",
    sharedHandlers: values["shared-handlers"] === "guard" ? "guard" : "review",
    tokens: values.tokens === "omit" ? "omit" : "auto",
  };
}
