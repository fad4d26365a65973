import type { ESLint, Linter } from "eslint";
import { TOOL } from "../report/tool.ts";
import { ADVICE_RULES } from "../rules/table.ts";
import { MEANINGS, ruleOf } from "./rules.ts";

const plugin = {
  meta: { name: TOOL.name, version: TOOL.version, namespace: TOOL.name },
  rules: Object.fromEntries([...MEANINGS].map(([id, meaning]) => [id, ruleOf(id, meaning)])),
} satisfies ESLint.Plugin;

/** What `check` fails for by default; advice is left to who asks for it, and a comment that is of no use is a warning. */
const recommended = {
  name: `${TOOL.name}/recommended`,
  plugins: { [TOOL.name]: plugin },
  rules: Object.fromEntries(
    [...MEANINGS.keys()]
      .filter((id) => !(id in ADVICE_RULES))
      .map((id): [string, Linter.RuleSeverity] => [`${TOOL.name}/${id}`, id === "suppression" ? "warn" : "error"]),
  ),
} satisfies Linter.Config;

/** The ESLint plugin: the engine's rules, each under its id. */
const whole: ESLint.Plugin & { readonly configs: { readonly recommended: Linter.Config } } = Object.assign(plugin, {
  configs: { recommended },
});

export default whole;
