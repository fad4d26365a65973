import { type LinkedFile, type LinkedSite, linkedSites } from "../../link/linked-sites.ts";
import type { Failure } from "../../model/outcome.ts";
import { crash } from "./crash.ts";

/** Files to be analysed along with each other. Plain data, so that it can go to another thread. */
export interface LinkRequest {
  readonly group: readonly LinkedFile[];
}

/** The sites that they show together, or why they can't be looked at. */
export type LinkResult = { readonly sites: readonly LinkedSite[] } | { readonly failure: Failure };

/** Analyses files along with each other. Never throws: what goes wrong is the result. */
export function linkFiles({ group }: LinkRequest): LinkResult {
  try {
    return { sites: linkedSites(group) };
  } catch (error) {
    return crash(group[0]?.file ?? "", error);
  }
}
