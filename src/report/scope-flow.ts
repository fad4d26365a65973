import type { Excerpt, Reasons } from "../model/site.ts";
import { code, type Sentence, say } from "../rules/sentence.ts";
import { CHALLENGED, EVIDENCE } from "./explain/words.ts";

/** One step of a scope's way from the challenge to the request. */
export interface FlowStep {
  readonly at: Excerpt;
  readonly sentence: Sentence;
  /** Whether the scope itself is there, and not only a test that leads there. */
  readonly isMain: boolean;
}

/**
 * The way of a challenged scope: where the challenge is read and tested, in the order of the source, then the sink, then
 * the calls that ask for it. Each range is told once.
 */
export function scopeFlow({ challengedFrom = [], evidence, sink, authorization = [] }: Reasons): FlowStep[] {
  const read = challengedFrom.map((at, index) => stepOf(at, [index === 0 ? CHALLENGED.first : CHALLENGED.next]));
  const tests = evidence.map((at) => ({ ...stepOf(at, [EVIDENCE[at.kind]]), isMain: false }));
  const before = [...read, ...tests].sort((a, b) => a.at.start - b.at.start);
  const behind = authorization.map((at) => stepOf(at, say`asks the authorization server for it`));
  const steps = [...before, stepOf(sink, [CHALLENGED.last]), ...behind];
  const isFirst = ({ at }: FlowStep, index: number) =>
    index === steps.findIndex((other) => other.at.start === at.start && other.at.end === at.end);
  return steps.filter(isFirst).map((step) => ({ ...step, sentence: say`${code(step.at.text)}: ${step.sentence}` }));
}

const stepOf = (at: Excerpt, sentence: Sentence): FlowStep => ({ at, sentence, isMain: true });
