/** The package's API: the engine for one text, and the check of many files. */
export { type Analysis, analyze } from "./analyze.ts";
export { type CheckResult, checkFiles } from "./cli/check-files.ts";
export type { CheckRequest } from "./cli/check-request.ts";
export { type Config, ConfigError } from "./config/config.ts";
export { findConfig } from "./config/find-config.ts";
export type { OutsideFacts } from "./model/facts.ts";
export { DEFAULT_OPTIONS, type EngineOptions, type HelperPlan, type OptionValues } from "./model/options.ts";
export {
  type CheckedFile,
  type CheckedSite,
  type Counts,
  FAIL_ON,
  type FailOn,
  type Failure,
  isFinding,
  type Outcome,
  type Problem,
  type ReplacingDependency,
} from "./model/outcome.ts";
export type { OwnName, Role } from "./model/own-names.ts";
export type { AdviceId, RuleId, SiteRuleId, Verdict } from "./model/rule-ids.ts";
export type * from "./model/site.ts";
export type { Suppression } from "./model/suppression.ts";
export type { TypeCheck, Verification, WhyUnchecked } from "./model/verification.ts";
export { SourceSyntaxError } from "./parse/syntax-error.ts";
export { RULES } from "./rules/table.ts";
