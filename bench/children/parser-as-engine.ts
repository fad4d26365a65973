import { parseFile } from "../../src/parse/parse.ts";
import { measure } from "./measure.ts";

measure(
  (source) => parseFile(source, "bundle.mjs"),
  ({ program }) => program.body.length,
);
