import { isApplied } from "../../edit/chosen-edits.ts";
import { type CheckedFile, type CheckedSite, isFinding } from "../../model/outcome.ts";
import type { Decision, SiteComment } from "./decision.ts";
import { hasSuggestion } from "./suggested.ts";
import type { SiteSuppression } from "./suppress-site.ts";

/** What can be done about a site. */
export type Choice =
  | "accept"
  /** Apply the change that is suggested, though it is not proved: a person's decision. */
  | "suggestion"
  /** This rewrite and all that follow in its file, where nothing more is asked. */
  | "accept-file"
  | "skip"
  /** Leave the site as it is, for good, by a comment that says why. */
  | "suppress"
  /** Keep what was accepted so far, and look at nothing more. */
  | "quit";

export type Answer =
  | { readonly choice: Exclude<Choice, "suppress"> }
  | { readonly choice: "suppress"; readonly reason: string }
  /** Ctrl-C: stop, and do nothing to the file at hand. */
  | { readonly choice: "cancel" };

export interface Question {
  readonly file: CheckedFile;
  readonly site: CheckedSite;
  /** The site's number among those that are asked about, 1-based, and their count. */
  readonly number: number;
  readonly total: number;
  /** What can be answered. */
  readonly choices: readonly Choice[];
  /** Why the answer before could not be taken. */
  readonly refusal?: string;
}

/** The parts of a session that do something. */
export interface Session {
  ask(question: Question): Promise<Answer>;
  /** The comment for a site, tried on its file. */
  suppress(file: CheckedFile, site: CheckedSite, reason: string): SiteSuppression;
  /** Carries out what was decided about a file: as soon as its last site is answered. */
  apply(decision: Decision): void;
}

/** How a session ended: all asked, ended by the person, or broken off. */
export type SessionEnd = "done" | "quit" | "cancelled";

/**
 * Asks about each finding, file by file, and applies each file as soon as its sites are answered.
 *
 * `quit` keeps what was accepted in the file at hand, as `git add --patch` does. A cancelled session leaves that file as
 * it is; files that were finished before stay finished.
 */
export async function runSession(files: readonly CheckedFile[], session: Session): Promise<SessionEnd> {
  const total = files.reduce((sum, file) => sum + askedOf(file).length, 0);
  let first = 1;
  for (const file of files) {
    const { decision, end } = await decide(file, { first, total }, session);
    if (end === "cancelled") return end;
    const { accepted, suggested, suppressed } = decision;
    if (accepted.size + suggested.size + suppressed.size > 0) session.apply(decision);
    if (end === "quit") return end;
    first += askedOf(file).length;
  }
  return "done";
}

/** The sites that a person is asked about: all findings. */
const askedOf = ({ sites }: CheckedFile): CheckedSite[] => sites.filter((site) => isFinding(site, "review"));

/** A rewrite can be taken, which is the first choice; what is only suggested is never that. */
function choicesFor(site: CheckedSite): readonly Choice[] {
  if (isApplied(site)) return ["accept", "skip", "accept-file", "suppress", "quit"];
  return ["skip", ...(hasSuggestion(site) ? (["suggestion"] as const) : []), "suppress", "quit"];
}

interface Count {
  /** The number of the file's first question. */
  readonly first: number;
  readonly total: number;
}

async function decide(
  file: CheckedFile,
  { first, total }: Count,
  session: Session,
): Promise<{ decision: Decision; end: SessionEnd }> {
  const accepted = new Set<CheckedSite>();
  const suggested = new Set<CheckedSite>();
  const suppressed = new Map<CheckedSite, SiteComment>();
  const decision = { file, accepted, suggested, suppressed };
  const sites = askedOf(file);
  for (const [index, site] of sites.entries()) {
    const question = { file, site, number: first + index, total, choices: choicesFor(site) };
    const answer = await answerTo(question, session);
    switch (answer.choice) {
      case "accept":
        accepted.add(site);
        break;
      case "suggestion":
        suggested.add(site);
        break;
      case "accept-file":
        for (const each of sites.slice(index)) if (isApplied(each)) accepted.add(each);
        return { decision, end: "done" };
      case "suppress":
        suppressed.set(site, answer.comment);
        break;
      case "skip":
        break;
      case "quit":
        return { decision, end: "quit" };
      case "cancel":
        return { decision, end: "cancelled" };
    }
  }
  return { decision, end: "done" };
}

type Taken = Exclude<Answer, { choice: "suppress" }> | { readonly choice: "suppress"; readonly comment: SiteComment };

/** An answer that can be carried out: a suppression for which there is no place is asked about again. */
async function answerTo(question: Question, session: Session): Promise<Taken> {
  let refusal: string | undefined;
  for (;;) {
    const answer = await session.ask({ ...question, ...(refusal !== undefined && { refusal }) });
    if (answer.choice !== "suppress") return answer;
    const made = session.suppress(question.file, question.site, answer.reason);
    if ("edit" in made) return { choice: "suppress", comment: made };
    refusal = REFUSALS[made.refusal];
  }
}

const REFUSALS: Readonly<Record<Extract<SiteSuppression, { refusal: unknown }>["refusal"], string>> = {
  "no-reason": "A suppression needs a reason, for the next person who reads the code.",
  "no-place": "There is no place for a comment at this site. Skip it, or write the comment by hand.",
  "others-on-the-line": "A comment would silence another site on the same line, too. Break the line first, or skip.",
};
