/** Shapes of code that grow by a number: each has a handler, a site, a test or a function more. */
const IMPORT = 'import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";\n';
const READ = "const { error, scope } = extractWWWAuthenticateParams(res);";
const ASK = "await auth(this.provider, { serverUrl: this.url, scope: this.scope });";
const SITE = `if (error === "insufficient_scope") { this.scope = scope; ${ASK} }`;
const SITE_OF_PARAMETER =
  'if (error === "insufficient_scope") { c.scope = scope; await auth(c.provider, { serverUrl: c.url, scope: c.scope }); }';

const times = (count: number, each: (index: number) => string, between = "\n"): string =>
  Array.from({ length: count }, (_, index) => each(index)).join(between);
const inClass = (members: string): string => `${IMPORT}export class Client {\n${members}\n}`;
const inMethod = (statements: string): string => inClass(`async go(res) { ${READ} ${statements} }`);
const inFunction = (statements: string): string =>
  `${IMPORT}export async function go(c, res) { ${READ} ${statements} }`;

/** A handler with its own limit: it counts, throws, and sends the request again. */
const retrying = (name: string): string =>
  `async ${name}(req) { const res = await fetch(this.url, req); if (res.status === 403 && this.tries < 3) { ${READ}
  if (error === "insufficient_scope") { this.tries++; this.scope = scope; const done = ${ASK}
  if (done !== "AUTHORIZED") throw new Error("no"); return this.${name}(req); } } this.tries = 0; return res; }`;

/** The two others of the three to which one of a row belongs: all of these use each other. */
const othersOfThree = (index: number): readonly [number, number] => {
  const first = index - (index % 3);
  return [first + ((index + 1) % 3), first + ((index + 2) % 3)];
};

export const SHAPES: Readonly<Record<string, (count: number) => string>> = {
  "classes with a handler each": (n) =>
    times(n, (i) => `${i ? "" : IMPORT}export class C${i} { async go(res) { ${READ} ${SITE} } }`),
  "classes with a handler each that retries": (n) =>
    `${IMPORT}${times(n, (i) => `export class C${i} { tries = 0; ${retrying("send")} }`)}`,
  "functions with a handler each": (n) =>
    `${IMPORT}${times(n, (i) => `export async function go${i}(c, res) { ${READ} ${SITE_OF_PARAMETER} }`)}`,
  "handlers in one class": (n) => inClass(times(n, (i) => `async go${i}(res) { ${READ} ${SITE} }`)),
  "handlers in one class that retry": (n) => inClass(`tries = 0;\n${times(n, (i) => retrying(`send${i}`))}`),
  "handlers in one class with a field each": (n) =>
    inClass(times(n, (i) => `async go${i}(res) { ${READ} ${SITE.replaceAll("this.scope", `this.scope${i}`)} }`)),
  "handlers that share functions": (n) =>
    `${IMPORT}function isStepUp(res) { return extractWWWAuthenticateParams(res).error === "insufficient_scope"; }
    function scopeOf(res) { return extractWWWAuthenticateParams(res).scope; }
    async function again(c) { await auth(c.provider, { serverUrl: c.url, scope: c.scope }); }
    ${times(n, (i) => `export async function go${i}(c, res) { if (isStepUp(res)) { c.scope = scopeOf(res); await again(c); } }`)}`,
  "handlers that share methods": (n) =>
    inClass(`isStepUp(res) { return extractWWWAuthenticateParams(res).error === "insufficient_scope"; }
    scopeOf(res) { return extractWWWAuthenticateParams(res).scope; }
    async again() { ${ASK} }
    ${times(n, (i) => `async go${i}(res) { if (this.isStepUp(res)) { this.scope = this.scopeOf(res); await this.again(); } }`)}`),
  "functions that pass a record to each other": (n) =>
    `${IMPORT}${times(n, (i) => {
      const [one, other] = othersOfThree(i);
      const handler = i % 3 === 0 ? `${READ} ${SITE_OF_PARAMETER}` : "return undefined;";
      return `export async function go${i}(c, res) { if (res.a) return go${one}(c, res); if (res.b) return go${other}(c, res); ${handler} }`;
    })}`,
  "functions that ask each other what an error is": (n) =>
    `${IMPORT}${times(n, (i) => {
      const [one, other] = othersOfThree(i);
      return `function kind${i}(e) { if (e.code === "insufficient_scope") return "step-up"; return e.cause ? kind${one}(e.cause) : kind${other}(e.last); }
        function is${i}(e) { return e.code === "insufficient_scope" || (e.cause ? is${one}(e.cause) : is${other}(e.last)); }
        export async function go${i}(c, e) { if (kind${i}(e) === "step-up" && is${i}(e)) { c.scope = e.scope; await auth(c.provider, { serverUrl: c.url, scope: c.scope }); } }`;
    })}`,
  "functions that ask each other for a record of its kind": (n) =>
    `${IMPORT}${times(n, (i) => {
      const [one, other] = othersOfThree(i);
      return `function kind${i}(e) { if (e.code === "insufficient_scope") return { kind: "step-up", scope: e.scope };
        const inner = kind${one}(e.cause); return inner.kind === "step-up" ? { kind: "step-up", scope: inner.scope } : kind${other}(e.last); }
        export async function go${i}(c, e) { const found = kind${i}(e); if (found.kind === "step-up") { c.scope = found.scope; await auth(c.provider, { serverUrl: c.url, scope: c.scope }); } }`;
    })}`,
  "records of a kind that are handed on": (n) =>
    `${IMPORT}function kindOf(e) { return e.code === "insufficient_scope" ? { kind: "step-up", scope: e.scope } : { kind: "other" }; }
    async function stepUp(c, found) { if (found.kind === "step-up") { c.scope = found.scope; await auth(c.provider, { serverUrl: c.url, scope: c.scope }); } }
    ${times(n, (i) => `export const go${i} = (c, e) => stepUp(c, kindOf(e));`)}`,
  "messages that ask for each other's tag": (n) =>
    `${IMPORT}${times(n, (i) => {
      const [one, other] = othersOfThree(i);
      return `export function m${i}(bus, { type, error, scope }) { if (error === "insufficient_scope") bus.put({ type: "more${i}", scope });
        if (type === "more${one}") bus.put({ type: "more${i}", scope }); if (type === "more${other}") bus.put({ type: "less${i}" }); }`;
    })}`,
  "sites in one function": (n) => inMethod(times(n, () => SITE)),
  "branches behind each other": (n) =>
    inMethod(times(n, (i) => `if (this.kind === ${i} && ${SITE.slice("if (".length)}`, " else ")),
  "guards before a site": (n) => inMethod(`${times(n, (i) => `if (this.g${i}) return; this.g${i} = true;`)} ${SITE}`),
  "tests before a site": (n) =>
    inMethod(`${times(n, (i) => `if (error === "e${i}") { this.n = ${i}; } else`)} ${SITE}`),
  "cases before a site": (n) =>
    inFunction(
      `switch (error) { ${times(n, (i) => `case "e${i}": c.n = ${i}; break;`)} case "insufficient_scope": c.scope = scope; await auth(c.provider, { serverUrl: c.url, scope: c.scope }); }`,
    ),
  "operands of a condition": (n) =>
    inFunction(
      SITE_OF_PARAMETER.replace(
        'error === "insufficient_scope"',
        times(n, (i) => `(x${i} && error === "insufficient_scope")`, " || "),
      ),
    ),
  "constants that hold the error code": (n) =>
    `${inMethod(SITE)}\n${times(n, (i) => `const s${i} = "insufficient_scope scope";`)}`,
  "predicates of the error code": (n) =>
    `${IMPORT}${times(n, (i) => `export const p${i} = (e) => e === "insufficient_scope";`)}`,
  "methods that read the sink": (n) =>
    inClass(
      `async go(res) { ${READ} ${SITE} }\n${times(n, (i) => `m${i}() { return this.scope + this.provider + this.url; }`)}`,
    ),
  "callers of a handler": (n) =>
    `${IMPORT}async function stepUp(c, scope) { c.scope = scope; await auth(c.provider, { serverUrl: c.url, scope: c.scope }); }
    ${times(n, (i) => `async function go${i}(c, res) { ${READ} if (error === "insufficient_scope") await stepUp(c, scope); }`)}`,
  "names for a flag": (n) =>
    inFunction(
      `const f0 = error === "insufficient_scope"; ${times(n, (i) => `const f${i + 1} = f${i} && z${i};`)} ${SITE_OF_PARAMETER.replace('error === "insufficient_scope"', `f${n}`)}`,
    ),
  "scopes in a list": (n) =>
    inFunction(
      `if (error === "insufficient_scope") { const all = []; ${times(n, (i) => `all.push(x${i});`)} all.push(scope); c.scope = all.join(" "); await auth(c.provider, { serverUrl: c.url, scope: c.scope }); }`,
    ),
};
