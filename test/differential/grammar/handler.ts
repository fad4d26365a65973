import { CALLERS, type Extra } from "./callers.ts";
import { CHALLENGES } from "./challenges.ts";
import { CONTAINERS, NO_CONTAINER } from "./containers.ts";
import type { Features } from "./features.ts";
import { GUARDS } from "./guards.ts";
import { COMPARING_LIMITS, COUNTING_LIMITS, MARKING_LIMITS } from "./limits.ts";
import type { Owner } from "./owners.ts";
import type { Challenge, Container, Limit, Piece } from "./pieces.ts";
import { READERS } from "./readers.ts";
import { FORMS, type Provider, SINKS } from "./surroundings.ts";

type Lines = readonly string[];

/** `send`, and what the class and the module need for it. */
export interface Handler {
  readonly send: string;
  readonly pieces: readonly Piece[];
}

/** Everything that a handler's text is made of. */
interface Parts {
  readonly features: Features;
  readonly provider: Provider;
  readonly owner: Owner;
  readonly challenge: Challenge;
  readonly container: Container | undefined;
  readonly limit: Limit;
}

const EXIT = "throw new Error(`refused with ${response.status}`);";

/** The client's method that sends a message, with its handlers. */
export function handlerOf(features: Features, provider: Provider, owner: Owner): Handler {
  const challenge = CHALLENGES[features.challenge] as Challenge;
  const container = containerOf(features, owner);
  const limits = { ...COUNTING_LIMITS, ...MARKING_LIMITS, ...COMPARING_LIMITS };
  const compared = container ?? { read: challenge.scope, write: () => "" };
  const limit = limits[features.limit]?.(challenge, compared) ?? {};
  const parts: Parts = { features, provider, owner, challenge, container, limit };
  const guard = GUARDS[features.guard];
  const extra = extraOf(limit, container?.read);
  const stepUp = splitStepUp(parts, extra);
  const [outside, test] = testsOf(parts);
  const guarded = guard?.around(challenge, [...test, ...stepUp.lines]) ?? [];
  const needsRead = outside.some((line) => line.includes(challenge.scope) || line.includes(challenge.header));
  const inner = needsRead ? [...challenge.lines, ...outside, ...guarded] : [...outside, ...challenge.lines, ...guarded];
  const isInline = features.caller === "inline" || !CALLERS[features.caller];
  const body = [...(isInline ? [] : owner.lead), ...inner, ...(endsAnyway(features.guard) ? [] : [EXIT])];
  const caller = CALLERS[features.caller]?.(extra, body) ?? { call: body };
  const inCaller = isInCaller(parts) ? ["if (response.status === 403) {", ...(limit.test ?? []), "}"] : [];
  const [early, late] = unauthorizedOf(parts);
  // Another status is refused before an inline handler, unless that serves it as well.
  const others =
    isInline && features.unauthorized !== "status not tested"
      ? [`if (response.status !== 403${late.length > 0 ? " && response.status !== 401" : ""}) ${EXIT}`]
      : [];
  const send = [
    `async send(message: Message${limit.parameter ? `, ${limit.parameter}` : ""}): Promise<string> {`,
    ...owner.lead,
    ...headerLines(parts),
    ...successLines(parts),
    ...early,
    ...(late.length > 0 && isInline
      ? ["if (response.status === 403) {", ...inCaller, ...caller.call, "}", ...late]
      : []),
    ...(late.length > 0 && isInline ? [] : [...others, ...inCaller, ...caller.call, ...late]),
    EXIT,
    "}",
  ].join("\n");
  const reader = (container && READERS[features.reader]?.(challenge, container)) ?? {};
  const pieces = [
    challenge,
    container ?? {},
    limit,
    guard ?? {},
    caller,
    stepUp.piece,
    unauthorizedPiece(features),
    reader,
  ];
  return { send, pieces };
}

/** The place of the requested scope; in a record of the server, where there is one. */
function containerOf({ container, servers }: Features, { record }: Owner): Container | undefined {
  if (container === NO_CONTAINER) return undefined;
  if (record) return { write: (value) => `${record}.requested = ${value};`, read: `${record}.requested` };
  if (servers === "several, by map") return CONTAINERS["entry of a map"];
  return CONTAINERS[container];
}

function extraOf({ parameter, argument }: Limit, kept: string | undefined): Extra {
  return { kept, parameters: parameter ? `, ${parameter}` : "", arguments: argument ? `, ${argument}` : "" };
}

const isInCaller = ({ features, limit, challenge }: Parts): boolean =>
  features.limitPlace === "in the caller" &&
  !(limit.test ?? []).some((line) => line.includes(challenge.scope) || line.includes(challenge.header));

/** The tests of the limit: those before the evidence, and those behind it. */
function testsOf(parts: Parts): [outside: Lines, inside: Lines] {
  const { features, limit } = parts;
  const test = limit.test ?? [];
  if (isInCaller(parts)) return [[], []];
  return features.limitPlace === "before the evidence" ? [test, []] : [[], test];
}

/** What handles a step-up: in the handler itself, or in a method of its own. */
function splitStepUp(parts: Parts, extra: Extra): { lines: Lines; piece: Piece } {
  const { features, challenge, owner } = parts;
  const byScope = features.caller === "private step-up by scope" || features.caller === "step-up that anyone may call";
  if (features.caller !== "private step-up" && !byScope) return { lines: stepUpLines(parts, challenge), piece: {} };
  const access = features.caller === "step-up that anyone may call" ? "" : "private ";
  const own: Challenge = byScope ? { ...challenge, scope: "challenged" } : challenge;
  const read = byScope ? [] : challenge.lines;
  const usesHeader = parts.limit.mark?.some((line) => line.includes(challenge.header)) ?? false;
  const header =
    usesHeader && byScope && challenge.header === "header"
      ? ['const header = response.headers.get("WWW-Authenticate");']
      : [];
  const first = byScope ? "challenged: string | undefined, response: Response" : "response: Response";
  const member = [
    `${access}async stepUp(${first}, message: Message${extra.parameters}): Promise<string> {`,
    ...owner.lead,
    ...read,
    ...header,
    ...stepUpLines(renamedLimit(parts, own), own),
    "}",
  ].join("\n");
  const handed = byScope ? `${challenge.scope}, response` : "response";
  return { lines: [`return this.stepUp(${handed}, message${extra.arguments});`], piece: { members: [member] } };
}

/** The limit's later part in a method that has the challenged scope under another name. */
function renamedLimit(parts: Parts, challenge: Challenge): Parts {
  const limits = { ...COUNTING_LIMITS, ...MARKING_LIMITS, ...COMPARING_LIMITS };
  const compared = parts.container ?? { read: challenge.scope, write: () => "" };
  return { ...parts, limit: limits[parts.features.limit]?.(challenge, compared) ?? {} };
}

function stepUpLines({ features, provider, owner, container, limit }: Parts, challenge: Challenge): Lines {
  const form = FORMS[features.form];
  const kept = form?.keep(challenge.scope) ?? challenge.scope;
  const asked = form?.ask(container ? container.read : kept) ?? kept;
  const write = container ? [container.write(kept)] : [];
  const guarded =
    features.presence === "around the write" && container ? [`if (${challenge.scope}) {`, ...write, "}"] : write;
  const marks = limit.mark ?? [];
  const ordered =
    features.order === "write, then mark" || marks.some((line) => container && line.includes(container.read))
      ? [...guarded, ...marks]
      : [...marks, ...guarded];
  const reader = container && READERS[features.reader]?.(challenge, container);
  const pass = limit.pass ? `, ${limit.pass}` : "";
  return [
    ...(features.presence === "with the evidence"
      ? [`if (!${challenge.scope}) throw new Error("no scope named");`]
      : []),
    ...resetLines(features, owner, container),
    ...ordered,
    ...(reader?.before ?? []),
    ...(SINKS[features.sink]?.(provider.auth.name, owner.provider, `serverUrl: ${owner.url}`, asked) ?? []),
    'if (result !== "AUTHORIZED") throw new Error("unauthorized");',
    ...(limit.after ?? []),
    ...(reader?.after ?? []),
    `return this.send(message${pass});`,
  ];
}

function resetLines({ reset, provider }: Features, owner: Owner, container: Container | undefined): Lines {
  if (reset === "invalidates the tokens" && (provider === "typed" || provider === "untyped")) {
    return [`await ${owner.provider}.invalidateCredentials?.("tokens");`];
  }
  return reset === "clears the requested scope" && container ? [container.write("undefined")] : [];
}

function headerLines({ features, owner, provider }: Parts): Lines {
  const request = `fetch(${owner.url}, { method: "POST", body: message.body })`;
  if (features.header === "no tokens" || provider.given === "name") return [`const response = await ${request};`];
  const user = provider.given === "tokens of a user" ? 'message.user ?? "somebody"' : "";
  return [
    `const held = await ${owner.provider}.tokens(${user});`,
    'const headers = { Authorization: `Bearer ${held?.access_token ?? ""}` };',
    `const response = await ${request.replace(" })", ", headers })")};`,
  ];
}

function successLines({ features, limit }: Parts): Lines {
  const isSdk = features.unauthorized === "as the SDK" || features.unauthorized === "after the handler";
  return [
    "if (response.ok) {",
    ...(limit.clear ?? []),
    ...(isSdk ? ["this.authorized = false;"] : []),
    'return "done";',
    "}",
  ];
}

/** The branch for 401, before the handler or behind it. */
function unauthorizedOf(parts: Parts): [early: Lines, late: Lines] {
  const { features, provider, owner, container, limit } = parts;
  const { name } = provider.auth;
  if (features.unauthorized === "none" || features.unauthorized === "status not tested") return [[], []];
  const form = FORMS[features.form];
  const kept = form?.keep("wanted") ?? "wanted";
  const write = container ? [container.write(kept)] : [];
  const withScope = features.unauthorized !== "without a scope";
  const asked = withScope ? `, scope: ${form?.ask(container ? container.read : kept)}` : "";
  const lines = [
    "if (response.status === 401) {",
    ...(withScope ? ['if (this.authorized) throw new Error("unauthorized again");'] : []),
    ...(withScope ? ["const { scope: wanted } = extractWWWAuthenticateParams(response);", ...write] : []),
    `const outcome = await ${name}(${owner.provider}, { serverUrl: ${owner.url}${asked} });`,
    'if (outcome !== "AUTHORIZED") throw new Error("unauthorized");',
    ...(withScope ? ["this.authorized = true;"] : []),
    `return this.send(message${limit.argument ? `, ${limit.argument}` : ""});`,
    "}",
  ];
  return features.unauthorized === "after the handler" ? [[], lines] : [lines, []];
}

const unauthorizedPiece = ({ unauthorized }: Features): Piece =>
  unauthorized === "as the SDK" || unauthorized === "after the handler"
    ? { fields: ["private authorized = false;"] }
    : {};

/** Whether nothing can follow the guard: what would, is never reached. */
const endsAnyway = (guard: string): boolean => guard === "early exit" || guard === "else";
