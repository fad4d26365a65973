import type { ObligationId, ProofAnswer } from "./proof.ts";
import type { AdviceId, RuleId, SiteRuleId, Verdict } from "./rule-ids.ts";

/** A half-open range of the source, in UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A range with its ends as lines and columns, 1-based; columns count UTF-16 code units. */
export interface Location extends Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A piece of the source that a reason points at. */
export interface Excerpt extends Location {
  /** The source text of the range. */
  readonly text: string;
}

/** Replaces a range of the source by a text. An insertion has an empty range. */
export interface Edit extends Range {
  readonly text: string;
}

/** What an edit is for: the union, the statement that reads the tokens, the braces that this needs, the helper. */
export type EditRole = "union" | "tokens" | "block" | "helper";

export interface SiteEdit extends Edit {
  readonly role: EditRole;
}

/** How a condition proves, or makes likely, that an `insufficient_scope` challenge was received. */
export type EvidenceKind =
  | "comparison"
  | "text-test"
  | "switch-case"
  | "error-class"
  | "early-exit"
  | "predicate"
  | "callers"
  | "status";

export interface Evidence extends Excerpt {
  readonly kind: EvidenceKind;
}

/** Where the next requested scope is kept or passed. */
export type SinkKind =
  /** A field of `this`. */
  | "field"
  | "variable"
  /** A property of any other object. */
  | "property"
  /** The `scope` property of what a call is given. */
  | "argument"
  /** The `scope` parameter of a request built by hand. */
  | "parameter"
  /** Another scope-named property of what a call is given. */
  | "record"
  /** A scope-named property of what a function returns. */
  | "return"
  /** A call that is given the scope by itself. */
  | "call";

export interface Sink extends Excerpt {
  readonly kind: SinkKind;
}

/** Where the granted scope, the first part of the union, comes from. */
export type Granted =
  /** Tokens that the handler itself read, still current at the site. */
  | { readonly kind: "handler"; readonly text: string }
  /** A read of the provider's tokens, inserted by the rewrite. */
  | { readonly kind: "provider"; readonly text: string; readonly inline: boolean }
  /** No tokens: the union has no granted part. */
  | { readonly kind: "none"; readonly why: NoTokens };

/** Why a union has no granted part. Its words stand in `rules/no-tokens.ts`. */
export type NoTokens =
  | "no-provider"
  | "cannot-await"
  | "uncaught-read"
  | "reading-acts"
  | "other-server"
  | "omitted"
  | "unauthorized";

/** Why a site is left to a person. Its words stand in `rules/doubts.ts`. */
export type Doubt =
  | "shared-handler"
  | "status-only"
  | "escaping-function"
  | "escaping-error"
  | "unresolved-constant"
  | "supplied-code"
  | "other-causes"
  | "unrelated-evidence"
  | "unknown-sink"
  | "collection"
  | "precedence"
  | "discarded-union"
  | "joined-elsewhere"
  | "side-channel"
  | "sink-needs-string"
  | "state-before-tokens"
  | "nothing-to-join"
  | "not-async"
  | "type-error"
  | "single-read"
  | "narrow-sink"
  | "compared-scope"
  | "tested-scope"
  | "pattern"
  | "transformed"
  | "unread-function"
  | "missing-helper"
  | "changed-challenge"
  | "unproved-text"
  | "cleared-before"
  | "taken-back"
  | "used-once"
  | "runs-at-once"
  | "several-owners"
  | "configured-only"
  | "outlived-grant"
  | "limited-grant"
  | "unasked-scope"
  | "sent-as-text"
  | "generated-file"
  | "other-reader";

/** An error of the TypeScript compiler. */
export interface CompilerError {
  /** `2322` of `TS2322`. */
  readonly code: number;
  /** Its message, the lines of an explanation included. */
  readonly text: string;
  /** Where it stands in the rewritten text: 1-based line and column. */
  readonly line: number;
  readonly column: number;
}

/** A call that asks the authorization server for a scope. */
export interface Authorization extends Excerpt {
  /** The name of what is called, as exported where it is imported. */
  readonly callee: string;
  /** Whether it is the SDK's `auth`, or one that is given the same options. */
  readonly isSdk: boolean;
  /** The version of the SDK that it is imported from; absent where it is from elsewhere. */
  readonly sdkVersion?: SdkVersion;
}

/** `@modelcontextprotocol/sdk` is version 1, `@modelcontextprotocol/client` version 2. */
export type SdkVersion = 1 | 2;

/** What bounds the step-ups of a handler. */
export interface RetryLimit {
  /** The test that ends them. */
  readonly test: Excerpt;
  /** Where the state that is tested changes; absent where that is the test itself, or elsewhere. */
  readonly mark?: Excerpt;
}

/** Who gets a scope that leaves its handler: what keeps it, a function or class of the file, or the function's callers. */
export type Receiver = "kept" | "declared" | "caller";

/** A line of a file. */
export interface FileLine {
  /** As reports name it. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** What a verdict rests on. Every report is a view of this. */
export interface Reasons {
  /** The tests that hold at the site, outermost first. */
  readonly evidence: readonly Evidence[];
  /** What alone leads to the site, where the evidence proves it; absent where other answers may, too. */
  readonly proof?: "step-up" | "401";
  readonly sink: Sink;
  /** The challenged scope as it reaches the sink. */
  readonly challenged: Excerpt;
  /** The same as the code of the site names it, where it is called otherwise there, or is a member of a record. */
  readonly joined?: string;
  /** Who gets it where it leaves the handler; absent where that is not seen, or it does not leave. */
  readonly receiver?: Receiver;
  /**
   * Where functions stand that are called what hands it on calls, in files that were read along with this one; absent
   * where there are none, or too many to look at.
   */
  readonly receivedAt?: readonly FileLine[];
  /** The steps by which it comes there, from where the response or the challenge is read; absent where none is seen. */
  readonly challengedFrom?: readonly Excerpt[];
  /** The expression that holds the previously requested scope; absent where nothing holds it. */
  readonly previous?: string;
  /** Whether the sink is seen to hold a scope before anything is asked for. */
  readonly isFilledAtFirst?: true;
  readonly granted?: Granted;
  /** Present on `review` verdicts. */
  readonly doubt?: Doubt;
  /** What the compiler says of the change, where that is the doubt. */
  readonly error?: CompilerError;
  /** The calls that ask for what the sink is given, in source order; absent where none is seen. */
  readonly authorization?: readonly Authorization[];
  /** Where a 401 handler writes to the same sink and is left as it is; absent where none does. */
  readonly unauthorized?: readonly Excerpt[];
  /** What bounds the step-ups; absent where nothing is seen to. */
  readonly retryLimit?: RetryLimit;
}

/** A suppression that holds for a site or an advice. */
export interface Suppressed {
  readonly rule: RuleId;
  readonly reason: string;
  /** Where the comment stands. */
  readonly at: Location;
}

export interface Advice {
  readonly rule: AdviceId;
  readonly message: string;
  /** Present where a comment asks to leave the advice out of reports. */
  readonly suppressed?: Suppressed;
}

/** What is known of one obligation at a site. */
export interface Proof {
  readonly obligation: ObligationId;
  readonly answer: ProofAnswer;
  /** The code on which the answer rests; empty where it rests on there being nothing of the kind. */
  readonly evidence: readonly Excerpt[];
  /** Why it is not met; absent where it is. */
  readonly doubt?: Doubt;
}

/**
 * By what a site is the same one in another version of its file: neither formatting, comments and types nor its place
 * in the file are part of it. Two sites may have the same identity; then their order tells them apart.
 */
export interface SiteIdentity {
  /**
   * The names of the functions, methods, classes and namespaces around the site, and of what holds them, outermost
   * first: `["Transport", "static create"]`. What has no name is left out.
   */
  readonly symbols: readonly string[];
  /** The sink and the value that it gets, in one spelling and on one line. */
  readonly code: string;
}

/** A sink written in a step-up handler, judged. */
export interface Site extends Location {
  readonly rule: SiteRuleId;
  readonly verdict: Verdict;
  /** One sentence for the person who must act on the finding. */
  readonly message: string;
  readonly reasons: Reasons;
  /**
   * What was asked of the site before it was to be rewritten, in the order of the asking. All of it is met for a
   * `rewrite`, an option's aside; of a site whose form forbids a rewrite, only what forbids it. Empty for a union.
   */
  readonly proof: readonly Proof[];
  readonly advice: readonly Advice[];
  readonly identity: SiteIdentity;
  /** The change: applied for `rewrite` unless suppressed, suggested for `review`. */
  readonly edits?: readonly SiteEdit[];
  /** The function by which the change joins scopes; absent where there is none, or it joins lists. */
  readonly helper?: string;
  /** Present where a comment asks to leave the site as it is, and out of reports. */
  readonly suppressed?: Suppressed;
}
