import type { analyze } from "../../src/analyze.ts";
import type { EngineOptions } from "../../src/model/options.ts";

/** A fixture as the quick pass reads it. */
export interface Case {
  readonly name: string;
  readonly extension: string;
  readonly input: string;
  readonly options: EngineOptions;
  /** What the engine without a fault makes of it. */
  readonly observed?: string;
}

/** What the tests on fixtures compare: the sites, the text, and the same of a second run. */
export function observed(engine: typeof analyze, { extension, input, options }: Case): string {
  const first = engine(input, `src/file${extension}`, options);
  const second = first.text === input ? first : engine(first.text, `src/file${extension}`, options);
  return JSON.stringify(
    [first, second].map(({ sites, text }) => [
      text,
      sites.map(({ rule, verdict, line, advice, suppressed }) => {
        const shown = advice.filter((each) => !each.suppressed).map((each) => each.rule);
        return [rule, verdict, line, shown.sort(), suppressed !== undefined];
      }),
    ]),
  );
}
