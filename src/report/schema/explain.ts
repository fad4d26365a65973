import type { Static } from "typebox";
import type { AdviceId } from "../../model/rule-ids.ts";
import { ADVICE_RULES, SITE_RULES } from "../../rules/table.ts";
import { keysOf, list, number, numberOf, oneOf, optional, part, published, record, ref, text, truth } from "./forms.ts";
import { evidenceKind, file, fingerprint, provenance, repository, sdk, tool, verdictOf, version } from "./shared.ts";
import { EXPLANATION_SCHEMA_VERSION } from "./versions.ts";

/** Prose, in which code stands in backticks. */
const sentence = (description = "") => text(`${description} A sentence, its code in backticks.`.trim());

const pointed = {
  line: number("1-based.", 1),
  column: number("1-based, in UTF-16 code units.", 1),
  text: text("The code there, on one line."),
  sentence: sentence("What it is."),
};

const step = part("step", record("One thing that the explanation points at.", pointed));

const markedLine = part(
  "markedLine",
  record("A line, without its ending.", {
    text: text("The line."),
    marks: list(
      "What goes, or what comes.",
      record("Half-open, in UTF-16 code units from the line's start.", {
        start: number("Where it begins."),
        end: number("Where it ends."),
      }),
    ),
  }),
);

const explanation = part(
  "explanation",
  record("All that is to be said about one site.", {
    file,
    fingerprint: fingerprint("What the site is known by; that of the report of check."),
    line: number("1-based.", 1),
    column: number("1-based, in UTF-16 code units.", 1),
    endLine: number("The line on which it ends, 1-based.", 1),
    endColumn: number("The column behind its end, 1-based, in UTF-16 code units.", 1),
    rule: oneOf("The rule.", keysOf(SITE_RULES)),
    verdict: verdictOf("What is concluded."),
    isSuppressed: truth("Whether a comment asks to leave the site as it is."),
    message: text("The site's own sentence."),
    finding: sentence("What happens today, or what was found."),
    conclusion: sentence("What the verdict asks of the reader."),
    today: list("What the code does, and what its user suffers from it.", sentence()),
    example: record("What is requested and asked of the user over some operations, computed.", {
      start: sentence("What the client holds when it begins."),
      operations: list(
        "The operations, in their order.",
        record("An operation of the client.", {
          needs: text("The scope that it needs."),
          isRefused: optional(truth("Whether the server refuses the token itself, with a 401.")),
        }),
      ),
      courses: list(
        "As the code is, and as it could be.",
        record("A sequence of operations as one way to ask takes it.", {
          name: text("Which way."),
          happenings: list(
            "What happened, by operation.",
            record("What happened at one.", {
              challenge: optional(
                record("The challenge.", {
                  status: numberOf("401 or 403.", [401, 403]),
                  scope: text("The scope that it names."),
                }),
              ),
              requests: list(
                "The authorization requests, one for each consent screen; empty where nothing had to be asked for.",
                record("A request.", {
                  scope: text("What it asked for, space-delimited."),
                }),
              ),
              failure: optional(
                oneOf(
                  "How the client ended an operation that it was not allowed: it threw, let it be, or asked on and on; absent where it was allowed in the end.",
                  ["throws", "declines", "endless"],
                ),
              ),
            }),
          ),
          consents: number("How often the user was asked in all."),
          held: text("What the token allows in the end, space-delimited."),
          isLoop: truth(
            "Whether the same operations, done again and again, bring the user to consent screens again and again.",
          ),
          stop: optional(
            record(
              "The first challenge that the client does not answer by asking, perhaps behind the last of these operations; absent where it asks at each.",
              {
                challenge: number("Which challenge, from 1 on.", 1),
                failure: oneOf("What the client does there.", ["throws", "declines"]),
              },
            ),
          ),
        }),
      ),
      conditions: list(
        "On what it rests that is not known; empty where nothing is.",
        text("A clause that begins with if, its code in backticks."),
      ),
      outcome: sentence("What comes of it."),
    }),
    evidence: record("The tests that tell a step-up.", {
      steps: list(
        "Where they are.",
        record("One thing that the explanation points at.", {
          ...pointed,
          kind: evidenceKind("What kind of evidence it is."),
        }),
      ),
      sentence: sentence("What they come to."),
    }),
    proof: list("What was proved of the site and what was not; empty where nothing had to be.", sentence()),
    parts: list(
      "Where the parts of the union come from.",
      record("A part of the union.", {
        name: oneOf("Which.", ["challenged", "previous", "granted"]),
        sentence: sentence("Where it comes from."),
        text: optional(text("The expression that has it, where one is known.")),
        steps: list("The way there, where it is known.", ref(step)),
      }),
    ),
    change: record("What is changed.", {
      isApplied: truth("Whether the migration applies it."),
      sentence: sentence("Whether and by whom it is applied."),
      blocks: list(
        "The lines that change; empty where no change could be computed.",
        record("Lines that change together.", {
          line: number("The first line that before covers, 1-based.", 1),
          endLine: number("The last one, 1-based."),
          before: list("The lines as they are.", ref(markedLine)),
          after: list("The lines as they will be.", ref(markedLine)),
        }),
      ),
      missing: optional(text("The helper that the file lacks; absent where it lacks none.")),
      remarks: list("What else comes with it.", sentence()),
    }),
    left: list("What was left on purpose.", ref(step)),
    limits: list("Where the union does not help.", sentence()),
    decisions: list(
      "What must be decided before the site is settled; empty where nothing must.",
      record("A question.", {
        question: sentence("What is asked."),
        answers: list(
          "What to do on each answer.",
          record("An answer.", {
            answer: text("The answer."),
            action: sentence("What to do."),
          }),
        ),
      }),
    ),
    questions: list("What a person may ask.", sentence()),
    advice: list(
      "Remarks beside the verdict.",
      record("A remark.", {
        rule: oneOf("Its rule.", keysOf<AdviceId>(ADVICE_RULES)),
        message: text("What it says."),
        suppressed: optional(text("The reason for which a comment leaves it out; absent where none does.")),
      }),
    ),
    specification: list(
      "The paragraphs on which this rests.",
      record("A paragraph.", {
        document: text("The document."),
        section: text("The section."),
        url: text("Its address.", { format: "uri" }),
        sentence: sentence("What it says, in short."),
      }),
    ),
  }),
);

const document = record(
  "What one run of step-up-union explain has to say of each site. The document is UTF-8 and ends with a line feed; the same input gives the same document, except with --time.",
  {
    schemaVersion: version(EXPLANATION_SCHEMA_VERSION),
    tool,
    provenance,
    explanations: list("The sites by file and position, suppressed ones and unions included.", ref(explanation)),
  },
);

/** What `explain --format json` writes. */
export type ExplanationDocument = Static<typeof document>;

/** `schemas/explain.schema.json` */
export const EXPLANATION_SCHEMA = published("explain", EXPLANATION_SCHEMA_VERSION, document, [
  explanation,
  step,
  markedLine,
  repository,
  sdk,
]);
