import { parse } from "@babel/parser";
import { measure } from "./measure.ts";

measure(
  (source) => parse(source, { sourceType: "module" }),
  ({ program }) => program.body.length,
);
