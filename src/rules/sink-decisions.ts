import type { Doubt } from "../model/site.ts";
import type { DecisionWords, Ways } from "./decision.ts";
import { type Sentence, say } from "./sentence.ts";

/** Leaves the granted scope out, by the option where nothing else keeps it from being applied. */
const withoutTokens = ({ fix, isAlone }: Ways): Sentence =>
  isAlone
    ? say`run ${fix("--tokens=omit")}: a union without the granted scope`
    : say`write the union without the granted scope`;

/** What a person decides where it is in doubt that a union can be put in the place of the challenged scope. */
export const SINK_DECISIONS = {
  collection: {
    question: ({ sink }) => say`Does ${sink} lose scopes here that the client still needs?`,
    yes: ({ hasChange, apply }) => (hasChange ? apply : say`add the scopes of the challenge to those that it held`),
    no: ({ suppress }) => suppress,
  },
  "sink-needs-string": {
    question: ({ challenged }) => say`Is ${challenged} always there?`,
    yes: ({ union, challenged }) => say`write ${union}, and ${{ code: `?? ${challenged.code}` }} behind it`,
    no: ({ sink, union }) => say`write ${union}, and what ${sink} is without any scope behind ${{ code: "??" }}`,
  },
  "state-before-tokens": {
    question: () => say`Can the tokens be read before the retry guard's test?`,
    yes: ({ union }) => say`read them there, and write ${union} here`,
    no: withoutTokens,
  },
  "nothing-to-join": {
    question: () => say`Does this client keep anywhere the scope that it was granted or last asked for?`,
    yes: ({ union }) => say`hand it to this code, and write ${union}`,
    no: ({ then }) => say`keep what is asked for in a field${then}`,
  },
  "not-async": {
    question: () => say`May the function around wait for the tokens?`,
    yes: ({ then }) => say`make it ${{ code: "async" }}${then}`,
    no: ({ union }) => say`read the scope of the stored tokens before, and write ${union}`,
  },
  transformed: {
    question: ({ sink, lines }) =>
      say`Can ${sink} hold scope names as they are granted, with spaces between them (see ${lines})?`,
    yes: ({ union }) => say`write ${union}, and encode, rename or split them only where they are sent`,
    no: ({ suppress }) => suppress,
  },
  "type-error": {
    question: ({ sink }) => say`Can ${sink} be declared so that it takes the union?`,
    yes: ({ applyThen }) => say`change its type, and ${applyThen}`,
    no: ({ suppress }) => suppress,
  },
  "single-read": {
    question: ({ sink }) => say`Can the object of ${sink} be put into a variable first?`,
    yes: ({ then }) => say`do so${then}`,
    no: ({ suppress }) => suppress,
  },
  "narrow-sink": {
    question: ({ sink }) => say`Can ${sink} hold several scopes, separated by spaces?`,
    yes: ({ then }) => say`declare it a ${{ code: "string" }}${then}`,
    no: ({ suppress }) => suppress,
  },
  "compared-scope": {
    question: ({ lines }) => say`Can the test (${lines}) do without comparing whole scopes?`,
    yes: ({ applyThen }) =>
      say`compare the challenge's header, a counter, or each word of the scope there, and ${applyThen}`,
    no: ({ suppress }) => suppress,
  },
  "tested-scope": {
    question: ({ sink, challenged }) => say`Can the handler test ${challenged} instead of ${sink}?`,
    yes: ({ applyThen }) => say`test it first, and ${applyThen}`,
    no: ({ suppress }) => suppress,
  },
  pattern: {
    question: ({ sink }) => say`Can ${sink} be assigned by itself, after the challenge is taken apart?`,
    yes: ({ sink, union }) => say`assign ${union} to ${sink} there`,
    no: ({ suppress }) => suppress,
  },
  "unproved-text": {
    question: ({ sink }) => say`Is ${sink} one text of scopes, separated by spaces, wherever it is written and read?`,
    yes: ({ apply }) => apply,
    no: () => say`join the scopes in the form that it has`,
  },
  "cleared-before": {
    question: () => say`Can the granted and the previous scope be read before they are cleared?`,
    yes: ({ lines, isKept, sink, challenged }) =>
      isKept
        ? say`take the tokens' scope and ${sink} into names before they are cleared (${lines}), and join those here: ${{ code: `unionScopes(granted, previous, ${challenged.code})` }}`
        : say`take the tokens' scope into a name before it is cleared (${lines}), and join that here: ${{ code: `unionScopes(granted, ${challenged.code})` }}`,
    no: ({ suppress }) => suppress,
  },
  "taken-back": {
    question: ({ sink }) =>
      say`May what was taken back from ${sink} be asked for again, as long as the stored tokens hold it?`,
    yes: ({ apply }) => apply,
    no: withoutTokens,
  },
  "used-once": {
    question: ({ lines }) => say`Is the token for this one operation only, as what is done behind it says (${lines})?`,
    yes: ({ suppress }) => suppress,
    no: ({ apply }) => apply,
  },
  "runs-at-once": {
    question: () => say`May this code wait for the tokens to be read?`,
    yes: ({ union }) => say`read them first, and write ${union}`,
    no: ({ fix }) => say`try ${fix("--tokens=omit")}: a union without the granted scope, where that is proved`,
  },
  "several-owners": {
    question: ({ sink, lines }) => say`Is ${sink} the scope of one server, account and resource alone (see ${lines})?`,
    yes: ({ apply }) => apply,
    no: () => say`keep one for each first: a union would carry scopes from one to another`,
  },
  "configured-only": {
    question: () => say`May a later step-up lose what an earlier one was granted?`,
    yes: ({ suppress }) => suppress,
    no: () => say`join the granted scope as well, or what was asked for last`,
  },
  "outlived-grant": {
    question: ({ sink }) => say`May whoever signs in next be asked for what ${sink} holds by then?`,
    yes: ({ apply }) => apply,
    no: () => say`clear it where the grant ends, then apply the change`,
  },
  "limited-grant": {
    question: () => say`May a grant hold more scopes than one challenge names?`,
    yes: ({ apply }) => apply,
    no: () => say`keep a token of its own for what is challenged`,
  },
  "unasked-scope": {
    question: () => say`Is the scope that is challenged here ever asked for?`,
    yes: ({ apply }) => apply,
    no: () => say`put the union into the metadata of the provider, or make a provider with it`,
  },
  "sent-as-text": {
    question: () => say`Can the function import the helper where it runs?`,
    yes: ({ union }) => say`import it within the function, and write ${union}`,
    no: () => say`join the scopes within the function, by a Set of their words`,
  },
  "generated-file": {
    question: () => say`Is this file edited by hand, whatever its head says?`,
    yes: ({ apply }) => apply,
    no: () => say`make the change in what it is generated from`,
  },
  "other-reader": {
    question: ({ sink, lines }) => say`Can whatever else is made of ${sink} (${lines}) take a union?`,
    yes: ({ apply }) => apply,
    no: () => say`keep the union in a field of its own, and ask for that`,
  },
} satisfies Partial<Record<Doubt, DecisionWords>>;
