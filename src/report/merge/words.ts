import { counted } from "../layout.ts";
import { type Checkout, findingsIn, type Overview } from "./overview.ts";

/** How much of a commit's name people are shown: as git shortens it. */
const SHORT = 7;

/** The names of columns and sections, which all formats for people share. */
export const OVERVIEW = {
  title: "Step-up authorization: findings of many repositories",
  repositories: "Repositories",
  findings: "Findings, those of most repositories first",
  undecided: "Could not decide, so this is not all:",
  columns: ["findings", "rewrite", "review", "advice", "errors", "commit", "date", "repository"],
  findingColumns: ["verdict", "rule", "fingerprint", "finding", "where"],
} as const;

/** How many checkouts there are, of which kinds, and what was found in them. */
export function countsText({ checkouts, findings }: Overview): string {
  const withFindings = checkouts.filter((each) => findingsIn(each) > 0).length;
  const undecided = checkouts.filter((each) => each.undecided.length > 0).length;
  const kinds = [`${withFindings} with findings`, ...(undecided > 0 ? [`${undecided} not decided in full`] : [])];
  const places = findings.reduce((total, each) => total + each.places.length, 0);
  const distinct = places === findings.length ? "" : ` in ${counted(places, "place")}`;
  const nouns = counted(checkouts.length, "repository", "repositories");
  return `${nouns}: ${kinds.join(", ")}; ${counted(findings.length, "finding")}${distinct}`;
}

/** What is checked out, as people are told. */
export function commitText({ commit, clean }: Pick<Checkout, "commit" | "clean">): string {
  return commit === undefined ? "" : `${commit.slice(0, SHORT)}${clean === false ? " (changed)" : ""}`;
}

/** The day of the commit. */
export const dayText = ({ date }: Pick<Checkout, "date">): string => date?.slice(0, 10) ?? "";
