import { build } from "./installed/build.ts";

/** Before all tests: the command that they start is compiled, and what to set to have this run again is said. */
export default async function setup(): Promise<() => void> {
  await build();
  const { STEP_UP_UNION_DAY: day, STEP_UP_UNION_THOROUGH: thorough } = process.env;
  const said =
    thorough === "yes" ? "Every variation is tested." : `Variations of ${day}: STEP_UP_UNION_DAY=${day} replays.`;
  console.log(said);
  return () => console.log(said);
}
