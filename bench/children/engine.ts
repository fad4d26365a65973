import { analyze } from "../../src/analyze.ts";
import { measure } from "./measure.ts";

measure(
  (source) => analyze(source, "bundle.mjs"),
  ({ sites }) => sites.map(({ rule, verdict }) => ({ rule, verdict })),
);
