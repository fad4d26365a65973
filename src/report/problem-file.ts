import type { Problem } from "../model/outcome.ts";

/**
 * The path that a problem is about, and the message without it; an option is no path, and belongs to the message.
 *
 * @returns the path as reports have it, not made safe; absent where it is about the whole run
 */
export function problemFile({ file, message }: Problem): { readonly file?: string; readonly message: string } {
  if (file === undefined) return { message };
  return /^--[a-z][a-z-]*$/.test(file) ? { message: `${file}: ${message}` } : { file, message };
}
