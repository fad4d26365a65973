import type { Range, Site, SiteEdit } from "../model/site.ts";
import type { Part } from "./player.ts";

/** The places by which a site is played. */
export function partOf({ start, end, reasons, helper }: Site): Part {
  const { challenged, challengedFrom = [], authorization = [], sink } = reasons;
  return {
    site: { start, end },
    challenged: { start: challenged.start, end: challenged.end },
    arrival: challengedFrom[0],
    authorizations: authorization,
    sink: sink.text,
    isVariable: sink.kind === "variable",
    helper,
  };
}

/** The same places in a text after edits. */
export function movedBy(edits: readonly SiteEdit[], part: Part): Part {
  const moved = ({ start, end }: Range): Range => {
    // What is inserted right before a place is put before it, what is inserted right behind it behind it.
    const sum = (isBefore: (edit: SiteEdit) => boolean): number =>
      edits.filter(isBefore).reduce((total, edit) => total + edit.text.length - (edit.end - edit.start), 0);
    return {
      start: start + sum((edit) => edit.end <= start),
      end: end + sum((edit) => edit.end < end || (edit.end === end && edit.start < end)),
    };
  };
  const site = moved(part.site);
  const closing = edits.filter(({ role, start, end }) => role === "union" && start === part.site.end && end === start);
  return {
    ...part,
    // A union closes at the end of the site.
    site: { ...site, end: site.end + closing.reduce((total, { text }) => total + text.length, 0) },
    challenged: moved(part.challenged),
    arrival: part.arrival && moved(part.arrival),
    authorizations: part.authorizations.map(moved),
  };
}
