import type { ProofAnswer } from "../../model/proof.ts";
import type { AdviceId } from "../../model/rule-ids.ts";
import type { EditRole, Receiver, SinkKind } from "../../model/site.ts";
import { DOUBTS } from "../../rules/doubts.ts";
import { NO_TOKENS } from "../../rules/no-tokens.ts";
import { OBLIGATIONS } from "../../rules/obligations.ts";
import { ADVICE_RULES, RULES, SITE_RULES } from "../../rules/table.ts";
import {
  keysOf,
  list,
  member,
  number,
  oneOf,
  only,
  optional,
  part,
  record,
  ref,
  text,
  truth,
  variants,
} from "./forms.ts";
import { evidenceKind, file, fingerprint, verdictOf } from "./shared.ts";
import { LONGEST_TEXT } from "./versions.ts";

// A site, as `check` describes it.
const anyRule = part("anyRule", oneOf("A rule, of sites or of advice.", keysOf(RULES)));
const verdict = part(
  "verdict",
  verdictOf(
    "What is concluded: rewrite (fix applies the change), review (a person decides), already-union (nothing to do, never a finding).",
  ),
);
const rule = part("rule", oneOf("The rule that judged the site.", keysOf(SITE_RULES)));
const adviceRule = part("adviceRule", oneOf("The rule of the advice.", keysOf<AdviceId>(ADVICE_RULES)));

/** Where a range begins and ends. */
export const range = {
  line: number("The line on which it begins, 1-based.", 1),
  column: number("The column at which it begins, 1-based, in UTF-16 code units.", 1),
  endLine: number("The line on which it ends, 1-based.", 1),
  endColumn: number("The column behind its end, 1-based, in UTF-16 code units.", 1),
  start: number("The offset at which it begins, in UTF-16 code units of the file's text, a byte order mark included."),
  end: number("The offset behind its end, in UTF-16 code units of the file's text, a byte order mark included."),
};

/** Code, and what is shown as code is, is cut where it is long. */
const cut = (description: string) => text(description, { maxLength: LONGEST_TEXT });

const codeRange = {
  ...range,
  text: cut(
    `The code of the range. Code of more than ${LONGEST_TEXT} UTF-16 code units, as ranges of minified code may be, is cut and ends with U+2026; start and end tell the whole range.`,
  ),
};

const location = part(
  "location",
  record("A range of the file's text.", {
    ...range,
  }),
);

const excerpt = part(
  "excerpt",
  record("A range of the file's text, with its code.", {
    ...codeRange,
  }),
);

const suppressed = part(
  "suppressed",
  record("The comment that suppresses a site or an advice.", {
    rule: ref(anyRule),
    reason: text("Why, as the comment says, on one line."),
    at: ref(location, "Where the comment stands."),
  }),
);

const edit = part(
  "edit",
  record("Replaces a range of the file's text. An insertion has an empty range.", {
    start: number(
      "The offset at which it begins, in UTF-16 code units of the file's text, a byte order mark included.",
    ),
    end: number("The offset behind its end, in UTF-16 code units of the file's text, a byte order mark included."),
    text: text("What takes the place of the range; never cut."),
    role: member<EditRole>(
      "What it is for: the union, the statement that reads the tokens, the braces that this needs in a case of a switch, or the helper.",
      { union: true, tokens: true, block: true, helper: true },
    ),
  }),
);

const advice = part(
  "advice",
  record("A remark beside a verdict, which changes nothing.", {
    rule: ref(adviceRule),
    message: text("What to know or do, as a clause."),
    suppressed: optional(ref(suppressed, "Present where a comment suppresses the advice.")),
  }),
);

const reasons = part(
  "reasons",
  record("What the verdict rests on.", {
    evidence: list(
      "The tests that hold at the site, in source order; empty where its callers hold them.",
      record("A test, where it stands.", {
        kind: evidenceKind("How the test proves, or makes likely, that an insufficient_scope challenge was received."),
        ...codeRange,
      }),
    ),
    proof: optional(
      oneOf(
        "What the evidence proves: that only a step-up challenge (step-up), or only a 401 (401), is left; absent where it proves neither.",
        ["step-up", "401"],
      ),
    ),
    sink: record("Where the next requested scope is kept or passed.", {
      kind: member<SinkKind>(
        "What the sink is: a field of this, a variable, a property of another object, the scope property of what a call is given, the scope parameter of a request built by hand, another scope-named property of what a call is given, a scope-named property of what a function returns, a call that is given the scope by itself.",
        {
          field: true,
          variable: true,
          property: true,
          argument: true,
          parameter: true,
          record: true,
          return: true,
          call: true,
        },
      ),
      ...codeRange,
    }),
    challenged: ref(excerpt, "The challenged scope as it reaches the sink."),
    joined: optional(
      cut(
        "The challenged scope as the code of the site names it, where it is called otherwise there, or is a member of a record. Cut as code is.",
      ),
    ),
    receiver: optional(
      member<Receiver>(
        "Who gets the scope where it leaves the handler: what keeps it, a function or class of the file, or the function's callers. Absent where that is not seen, or it does not leave.",
        { kept: true, declared: true, caller: true },
      ),
    ),
    receivedAt: optional(
      list(
        "Where functions stand that are called what hands the scope on calls, in files that were read along with this one; absent where there are none, or too many to look at.",
        record("A line of a file.", { file, line: number("The line, 1-based.", 1) }),
      ),
    ),
    challengedFrom: optional(
      list(
        "The steps by which the challenged scope comes there, from where the response or the challenge is read; absent where none is seen.",
        ref(excerpt),
      ),
    ),
    previous: optional(
      cut("The expression that holds the previously requested scope; absent where nothing holds it. Cut as code is."),
    ),
    isFilledAtFirst: optional(
      truth("Whether the sink is seen to hold a scope before anything is asked for; absent where it is not."),
    ),
    granted: optional(
      variants(
        "Where the granted scope, the first part of the union, comes from; absent where there is no change.",
        record("Tokens of the handler.", {
          kind: only("Tokens that the handler has read itself.", "handler"),
          text: cut("The expression that gives the granted scope. Cut as code is."),
        }),
        record("Tokens of the provider.", {
          kind: only("A read of the provider's tokens, which the change inserts.", "provider"),
          text: cut("The expression that gives the granted scope. Cut as code is."),
          inline: truth("Whether the tokens are read within the expression, not by a statement of their own."),
        }),
        record("No tokens.", {
          kind: only("No tokens: the union has no granted part.", "none"),
          why: oneOf(
            "Why: no provider is proved, nothing can be awaited, an error of the token store would not be caught, a tokens() of the file does more than to give them, another server may be asked by then, --tokens=omit was given, or a 401 refuses the token.",
            keysOf(NO_TOKENS),
          ),
        }),
      ),
    ),
    doubt: optional(
      oneOf("Why a person must decide; present on review. The site's message says it in words.", keysOf(DOUBTS)),
    ),
    error: optional(
      record("What the TypeScript compiler says of the change; present where the doubt is type-error.", {
        code: number("The compiler's number: 2322 of TS2322.", 1),
        text: text("The compiler's message; its lines are separated by line feeds."),
        line: number("Its line in the rewritten text, 1-based.", 1),
        column: number("Its column in the rewritten text, 1-based, in UTF-16 code units.", 1),
      }),
    ),
    authorization: optional(
      list(
        "The calls that ask for what the sink is given, in source order; absent where none is seen.",
        record("A call that asks the authorization server for a scope.", {
          callee: text("The name of what is called, as exported where it is imported."),
          isSdk: truth("Whether it is the SDK's auth, or one that is given the same options."),
          sdkVersion: optional(
            number("The version of the SDK that it is imported from, 1 or 2; absent where it is from elsewhere.", 1),
          ),
          ...codeRange,
        }),
      ),
    ),
    unauthorized: optional(
      list("Where a 401 handler writes to the same sink and is left as it is; absent where none does.", ref(excerpt)),
    ),
    retryLimit: optional(
      record("What bounds the step-ups; absent where nothing is seen to.", {
        test: ref(excerpt),
        mark: optional(ref(excerpt)),
      }),
    ),
  }),
);

const proof = part(
  "proof",
  record("What is known of one thing that a rewrite must prove.", {
    obligation: oneOf("What must be proved.", keysOf(OBLIGATIONS)),
    answer: member<ProofAnswer>(
      "Whether evidence of it was found (met), evidence of the contrary (refuted), or neither (open).",
      { met: true, refuted: true, open: true },
    ),
    evidence: list(
      "The code on which the answer rests; empty where it rests on there being nothing of the kind.",
      ref(excerpt),
    ),
    doubt: optional(oneOf("Why it is not met; absent where it is.", keysOf(DOUBTS))),
  }),
);

export const site = part(
  "site",
  record("A place in a step-up handler where the next requested scope is kept or passed.", {
    fingerprint: fingerprint(
      "What the site is known by, in any run and whatever folder it ran in: it stays while rule, path in the repository, the names around the site and its code do.",
    ),
    identity: record("What stays the same when the file is formatted, or the site moves within it.", {
      symbols: list("The names of what encloses the site, outermost first.", text("A name.")),
      code: text("The sink and its value, in one spelling."),
    }),
    rule: ref(rule),
    verdict: ref(verdict),
    finding: truth(
      "Whether the site is a finding under summary.failOn: neither suppressed nor in the baseline, and of a verdict that counts.",
    ),
    file,
    ...range,
    message: text("One sentence for the person who must act on it."),
    reasons: ref(reasons),
    proof: list(
      "What was asked of the site before it was to be rewritten, in the order of the asking. All of it is met for a rewrite, an option's aside; of a site whose form forbids a rewrite, only what forbids it. Empty for a union.",
      ref(proof),
    ),
    advice: list("Remarks beside the verdict, suppressed ones included.", ref(advice)),
    edits: optional(
      list(
        "The change of this site alone, without the helper, sorted by start, not overlapping: for rewrite what fix applies, for review what is suggested. Absent where there is none.",
        ref(edit),
      ),
    ),
    helper: optional(
      text("The function by which the change joins scopes. Absent where there is no change, or it joins lists."),
    ),
    suppressed: optional(ref(suppressed, "Present where a comment suppresses the site.")),
    baselined: optional(only("Present where the baseline lists the site.", true)),
  }),
);

/** All parts of a site, as the document lists them. */
export const SITE_PARTS = [
  verdict,
  rule,
  adviceRule,
  anyRule,
  location,
  excerpt,
  suppressed,
  edit,
  advice,
  reasons,
  proof,
  site,
];
