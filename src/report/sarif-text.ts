import { messageLines } from "./layout.ts";

/**
 * Text on one line in which SARIF finds neither a link, `[text](address)`, nor a place for an argument, `{0}`. A blank
 * keeps them apart: not all viewers know SARIF's escapes.
 */
export function messageOf(text: string): { text: string } {
  const line = messageLines(text).join(" ");
  return { text: line.replace(/\](?=\()/g, "] ").replace(/\{(?=\d+\})/g, "{ ") };
}

/** A path as a relative reference; one of another drive of Windows as an address of its own. */
export function uriOf(file: string): string {
  // What is no Unicode, `encodeURIComponent` throws at.
  const path = Buffer.from(file).toString().split("/").map(encodeURIComponent).join("/");
  return /^[a-z]:\//i.test(file) ? `file:///${file.slice(0, 2)}${path.slice(path.indexOf("/"))}` : path;
}

/** A sentence with its first letter in upper case. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
