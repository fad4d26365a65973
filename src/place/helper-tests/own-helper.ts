import { helperLines } from "../../edit/helper-text.ts";
import { HELPER_NAME } from "../../model/options.ts";
import { withoutComments } from "../vendored-text.ts";

/** The helper as it is written for other modules: in TypeScript, as an ES module, in CommonJS. */
const FORMS = [
  { typescript: true, exported: true },
  { typescript: false, exported: true },
  { typescript: false, exported: false },
].map((form) => {
  const style = { indent: "", eol: "", quote: '"', semicolons: true, compact: false } as const;
  return bare(helperLines({ ...form, ...style, name: HELPER_NAME }).join(""));
});

/**
 * Whether a module has the union helper that this tool writes, however it is formatted, so that it does what that
 * promises: nothing, among other things, or alone.
 */
export function ownHelperIn(text: string): "alone" | "among-others" | undefined {
  const code = bare(withoutComments(text));
  const form = FORMS.find((each) => code.includes(each));
  if (form === undefined) return undefined;
  const rest = code.replace(form, "");
  return ["", "usestrict"].includes(rest.replace(`exports.${HELPER_NAME}=${HELPER_NAME}`, ""))
    ? "alone"
    : "among-others";
}

/** A text without what formatters decide. */
function bare(text: string): string {
  return text.replace(/[\s;'"`]+/g, "").replaceAll(",)", ")");
}
