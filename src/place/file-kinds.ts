/** The extensions of the files that are checked, in any case. */
export const CHECKED_EXTENSIONS = ["cjs", "js", "jsx", "mjs", "ts", "tsx", "cts", "mts"] as const;

const CHECKED = new RegExp(`.\\.(?:${CHECKED_EXTENSIONS.join("|")})$`, "i");
/** `x.d.css.ts` declares what `x.css` exports (TypeScript's allowArbitraryExtensions). */
const DECLARATIONS = /.\.d\.(?:[^.]+\.)?[cm]?ts$/i;

/** Whether a file's name, or its path, has one of the extensions that are checked. */
export function hasCheckedExtension(name: string): boolean {
  return CHECKED.test(name);
}

/** Whether a file is a component, in which a script is one part. */
export function isComponentFile(name: string): boolean {
  return /.\.(?:vue|svelte|astro)$/i.test(name);
}

/** Whether a file holds declarations only, by its name. */
export function isDeclarationFile(name: string): boolean {
  return DECLARATIONS.test(name);
}
