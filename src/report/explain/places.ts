import type { Excerpt, Site } from "../../model/site.ts";
import { DOUBTS } from "../../rules/doubts.ts";
import {
  AUTHORIZATION_NOTE,
  CHALLENGED,
  EVIDENCE,
  LEFT,
  SINK_NOTES,
  UNKNOWN_SINK_NOTES,
  UNMET_NOTES,
  UNMET_NOTES_OF,
} from "./words.ts";

/** A place in the code that a reviewer must look at, with what it is. */
export interface Place {
  readonly at: Excerpt;
  /** A few words, without a full stop. */
  readonly note: string;
  readonly isSink?: true;
  /** Whether it matters only where it is near the sink. */
  readonly isAside?: true;
}

/** The places of a site, those that matter most first. */
export function placesOf({ reasons, proof }: Site): Place[] {
  const notes = reasons.doubt && DOUBTS[reasons.doubt].isRequestUnknown ? UNKNOWN_SINK_NOTES : SINK_NOTES;
  const { sink, evidence, challengedFrom = [], retryLimit, unauthorized = [], authorization = [] } = reasons;
  return [
    { at: sink, note: notes[sink.kind], isSink: true },
    ...distinct(evidence).map((at): Place => ({ at, note: EVIDENCE[at.kind] })),
    ...proof.flatMap(({ obligation, answer, evidence: shown }) => {
      if (answer === "met") return [];
      const note = (UNMET_NOTES_OF[obligation] ?? UNMET_NOTES)[answer];
      return shown.filter(({ line }) => line !== sink.line).map((at): Place => ({ at, note }));
    }),
    ...challengedFrom.map((at, index): Place => ({ at, note: index === 0 ? CHALLENGED.first : CHALLENGED.next })),
    ...(retryLimit ? [{ at: retryLimit.test, note: LEFT.limit }] : []),
    ...(retryLimit?.mark ? [{ at: retryLimit.mark, note: LEFT.mark }] : []),
    ...unauthorized.map((at): Place => ({ at, note: LEFT.unauthorized })),
    ...authorization
      .filter(({ start, end }) => sink.start < start || end < sink.end)
      .map((at): Place => ({ at, note: AUTHORIZATION_NOTE, isAside: true })),
  ];
}

/** Evidence of one place, once: a list of statuses is tested for each of them. */
export const distinct = <Kind extends { start: number; end: number; kind: string }>(
  evidence: readonly Kind[],
): Kind[] =>
  evidence.filter(
    ({ start, end, kind }, index) =>
      index === evidence.findIndex((each) => each.start === start && each.end === end && each.kind === kind),
  );
