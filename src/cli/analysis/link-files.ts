import { factsOfNamesIn } from "../../config/roles.ts";
import { type LinkedFile, type LinkedSite, linkedSites } from "../../link/linked-sites.ts";
import type { Failure } from "../../model/outcome.ts";
import type { OwnName } from "../../model/own-names.ts";
import { crash } from "./crash.ts";

/** Files to be analysed along with each other. Plain data, so that it can go to another thread. */
export interface LinkRequest {
  readonly group: readonly LinkedFile[];
  /** What functions and types of the code base are. */
  readonly names: readonly OwnName[];
}

/** The sites that they show together, or why they can't be looked at. */
export type LinkResult = { readonly sites: readonly LinkedSite[] } | { readonly failure: Failure };

/** Analyses files along with each other. Never throws: what goes wrong is the result. */
export function linkFiles({ group, names }: LinkRequest): LinkResult {
  try {
    return { sites: linkedSites(group, factsOfNamesIn(names, group)) };
  } catch (error) {
    return crash(group[0]?.file ?? "", error);
  }
}
