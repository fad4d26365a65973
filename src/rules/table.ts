import type { AdviceId, RuleId, SiteRuleId } from "../model/rule-ids.ts";
import { challengeOnlyScope } from "./challenge-only-scope.ts";
import { grantedScopeUnknown } from "./granted-scope-unknown.ts";
import { refreshCannotWiden } from "./refresh-cannot-widen.ts";
import { replacedScope } from "./replaced-scope.ts";
import { replacedScope401 } from "./replaced-scope-401.ts";
import type { AdviceRule, Rule, SiteRule } from "./rule.ts";
import { scopeCollection } from "./scope-collection.ts";
import { scopeMayBeMissing } from "./scope-may-be-missing.ts";
import { scopePrecedence } from "./scope-precedence.ts";
import { scopeSideChannel } from "./scope-side-channel.ts";
import { shared401403Handler } from "./shared-401-403-handler.ts";
import { unboundedStepUp } from "./unbounded-step-up.ts";
import { unfitSink } from "./unfit-sink.ts";
import { unionKept } from "./union-kept.ts";
import { unprovenStepUp } from "./unproven-step-up.ts";

/** The rules that judge sites, in the order in which documentation lists them. */
export const SITE_RULES: Readonly<Record<SiteRuleId, SiteRule>> = {
  "replaced-scope": replacedScope,
  "challenge-only-scope": challengeOnlyScope,
  "replaced-scope-401": replacedScope401,
  "shared-401-403-handler": shared401403Handler,
  "unproven-step-up": unprovenStepUp,
  "unfit-sink": unfitSink,
  "scope-collection": scopeCollection,
  "scope-precedence": scopePrecedence,
  "scope-side-channel": scopeSideChannel,
  "union-kept": unionKept,
};

/** Each with what it is told with; written out, so that the declarations name no file of this package by a way around. */
interface AdviceRules extends Readonly<Record<AdviceId, AdviceRule<never>>> {
  readonly "refresh-cannot-widen": typeof refreshCannotWiden;
  readonly "unbounded-step-up": typeof unboundedStepUp;
  readonly "granted-scope-unknown": typeof grantedScopeUnknown;
  readonly "scope-may-be-missing": typeof scopeMayBeMissing;
}

/** The rules that are advice, in the order in which documentation lists them. */
export const ADVICE_RULES: AdviceRules = {
  "refresh-cannot-widen": refreshCannotWiden,
  "unbounded-step-up": unboundedStepUp,
  "granted-scope-unknown": grantedScopeUnknown,
  "scope-may-be-missing": scopeMayBeMissing,
};

/** Every rule, in the order in which documentation lists them. */
export const RULES: Readonly<Record<RuleId, Rule>> = { ...SITE_RULES, ...ADVICE_RULES };
