/** The step-up handler of the MCP SDK, as statements of an async function. */
const HANDLER = `
if (response.status === 403) {
  const { resourceMetadataUrl, scope, error } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") {
    if (scope) this._scope = scope;
    await auth(this._authProvider, { serverUrl: this._url, resourceMetadataUrl, scope: this._scope });
  }
}`;

const MANY = (count: number, part: (index: number) => string, separator = "\n"): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(separator);

const inMethod = (before: string, after = ""): string =>
  `class Client {\n  async send(response, options) {\n${before}\n${HANDLER}\n${after}\n  }\n}\n`;

/** A handler in a function, with a place in the middle of the value that it keeps. */
const keeping = (value: string, before = ""): string => `
async function send(response, options) {
  if (response.status === 403) {
    const { scope, error } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      ${before}
      options.scope = ${value};
      await auth(options.provider, { scope: options.scope });
    }
  }
}
`;

const nested = (count: number, open: string, inner: string, close: string): string =>
  open.repeat(count) + inner + close.repeat(count);

/**
 * Files that hold a step-up handler, and some construct as often as is asked for. Each grows in proportion to the number.
 */
export const SCALING: Readonly<Record<string, (count: number) => string>> = {
  "properties written at the top of a module": (count) =>
    `const st = globalThis.st;\nif (st.error === "insufficient_scope") {\n  st.scope = st.challenge.scope;\n  auth(st.provider, { scope: st.scope });\n}\n${MANY(count, (i) => `st.v${i} = read(${i}); if (st.v${i}) use(st.v${i});`)}`,
  "properties written before the handler": (count) =>
    inMethod(MANY(count, (i) => `this.v${i} = read(${i}); if (this.v${i}) use(this.v${i});`)),
  "properties written in the handler": (count) =>
    keeping(
      "scope",
      MANY(count, (i) => `options.v${i} = read(${i}); if (options.v${i}) use(options.v${i});`),
    ),
  "one property written": (count) =>
    inMethod(
      "",
      MANY(count, (i) => `this._scope = read(${i});`),
    ),
  "one variable written": (count) =>
    inMethod(`let last = "";\n${MANY(count, (i) => `last = read(${i}, last);`)}`, "use(last);"),
  "one variable written in branches": (count) =>
    keeping("kept", `let kept = scope;\n${MANY(count, (i) => `if (options.f${i}) kept = scope;`)}`),
  "variables joined with +=": (count) =>
    keeping("kept", `let kept = "";\n${MANY(count, (i) => `kept += options.f${i};`)}`),
  "if statements before the handler": (count) => inMethod(MANY(count, (i) => `if (options.f${i}) use(${i});`)),
  "early exits before the handler": (count) => inMethod(MANY(count, (i) => `if (options.f${i}) return;`)),
  "early exits by status": (count) => inMethod(MANY(count, (i) => `if (response.status === ${500 + i}) return;`)),
  "else-if chain": (count) =>
    inMethod(
      MANY(count, (i) => `if (response.status === ${500 + i}) { use(${i}); }`, " else "),
      "",
    ),
  "handler at the end of an else-if chain": (count) =>
    inMethod(
      `${MANY(count, (i) => `if (response.status === ${500 + i}) { use(${i}); } else `, "")} { ${HANDLER} }`,
      "",
    ),
  "case clauses": (count) =>
    `class Client {\n async send(response) {\n switch (response.status) {\n${MANY(count, (i) => `case ${500 + i}: use(${i}); break;`)}\ncase 403: { ${HANDLER} break; }\n }\n }\n}`,
  "case clauses that fall through": (count) =>
    `class Client {\n async send(response) {\n switch (response.status) {\n${MANY(count, (i) => `case ${500 + i}: use(${i});`)}\ncase 403: { ${HANDLER} break; }\n }\n }\n}`,
  "handlers in case clauses": (count) =>
    `class Client {\n async send(response) {\n switch (response.status) {\n${MANY(count, (i) => `case ${404 + i}: { ${HANDLER} break; }`)}\n }\n }\n}`,
  "switches before the handler": (count) =>
    inMethod(MANY(count, (i) => `switch (options.f${i}) { case 1: use(1); break; default: use(2); }`)),
  "try statements before the handler": (count) => inMethod(MANY(count, (i) => `try { use(${i}); } catch { use(0); }`)),
  "loops before the handler": (count) => inMethod(MANY(count, (i) => `while (options.f${i}) { use(${i}); }`)),
  "nested functions": (count) =>
    `class Client { async send(response) {\n${nested(Math.min(count, 150), "const f = async () => {\n", HANDLER, "\n};")}\n${MANY(count, (i) => `use(${i});`)}\n} }`,
  "functions beside the handler": (count) =>
    inMethod(
      "",
      MANY(count, (i) => `const f${i} = (a) => use(a, ${i});`),
    ),
  "calls of the function with the handler": (count) =>
    `async function stepUp(response, state) { ${HANDLER.replaceAll("this", "state")} }\n${MANY(count, (i) => `function f${i}(response, state) { if (response.status === 403) stepUp(response, state); }`)}`,
  "calls of a predicate": (count) =>
    `const isStepUp = (error) => error === "insufficient_scope";\nclass Client { async send(error, scope) {\n${MANY(count, (i) => `if (isStepUp(error.e${i})) use(${i});`)}\nif (isStepUp(error)) { this._scope = scope; await auth(this.provider, { scope }); } } }`,
  "functions in a chain of calls": (count) =>
    `${MANY(count, (i) => `async function f${i}(error, scope) { await f${i + 1}(error, scope); }`)}\nasync function f${count}(error, scope) { if (error === "insufficient_scope") { options.scope = scope; await auth(options.provider, { scope }); } }`,
  "aliases in a chain": (count) =>
    keeping(`a${count}`, `const a0 = scope;\n${MANY(count, (i) => `const a${i + 1} = a${i};`)}`),
  "aliases of this in a chain": (count) =>
    inMethod(`const a0 = this;\n${MANY(count, (i) => `const a${i + 1} = a${i};`)}\na${count}._scope = options.scope;`),
  "aliases of one name": (count) =>
    keeping(
      `scope`,
      MANY(count, (i) => `const a${i} = scope; use(a${i});`),
    ),
  "members of a constant record": (count) =>
    `const CODES = { ${MANY(count, (i) => `C${i}: "code-${i}"`, ", ")}, STEP_UP: "insufficient_scope" };\nclass Client { async send(error, scope) {\n${MANY(count, (i) => `if (error === CODES.C${i}) use(${i});`)}\nif (error === CODES.STEP_UP) { this._scope = scope; await auth(this.provider, { scope }); } } }`,
  "sequence expressions": (count) => inMethod(`(${MANY(count, (i) => `use(${i})`, ", ")});`),
  "assignments in a sequence": (count) =>
    `function send(e, o) { if (e.error === "insufficient_scope") return ${MANY(count, (i) => `o.v${i} = e.scope`, ", ")}, o.scope = e.scope, auth(o.provider, { scope: o.scope }); }`,
  "object members": (count) =>
    keeping("scope", `await auth(options.provider, { ${MANY(count, (i) => `k${i}: read(${i})`, ", ")}, scope });`),
  "spread members": (count) =>
    keeping("scope", `await auth(options.provider, { ${MANY(count, (i) => `...options.k${i}`, ", ")}, scope });`),
  "string concatenations": (count) => keeping(`"" ${MANY(count, (i) => `+ "t${i}"`, " ")} + scope`),
  "concatenated members": (count) => keeping(`"" ${MANY(count, (i) => `+ options.f${i}`, " ")} + scope`),
  "concatenations as statements": (count) =>
    inMethod(MANY(count, (i) => `use("?client_id=" + ${i} + "&scope=" + options.s${i});`)),
  "template parts": (count) => keeping(`\`${MANY(count, (i) => `\${options.f${i}}`, " ")} \${scope}\``),
  "alternatives by ??": (count) => keeping(`${MANY(count, (i) => `options.f${i}`, " ?? ")} ?? scope`),
  "alternatives by ||": (count) => keeping(`${MANY(count, (i) => `options.f${i}`, " || ")} || scope`),
  "conditions by &&": (count) =>
    inMethod("", `if (${MANY(count, (i) => `options.f${i}`, " && ")} && response.status === 403) { ${HANDLER} }`),
  "conditions by ||": (count) =>
    inMethod("", `if (${MANY(count, (i) => `response.status === ${403 + i}`, " || ")}) { ${HANDLER} }`),
  destructurings: (count) =>
    inMethod(MANY(count, (i) => `const { a${i}, scope: s${i} } = options.o${i}; use(a${i}, s${i});`)),
  "names in one destructuring": (count) =>
    `class Client { async send({ ${MANY(count, (i) => `a${i}`, ", ")}, error, scope }) { if (error === "insufficient_scope") { this._scope = scope; await auth(this.provider, { scope }); } } }`,
  "class members": (count) =>
    inMethod(`use();`).replace(
      "class Client {",
      `class Client {\n${MANY(count, (i) => `  m${i}() { return this.m${i + 1}(); }`)}`,
    ),
  "methods with a handler": (count) =>
    `class Client {\n${MANY(count, (i) => `async send${i}(response) { ${HANDLER} }`)}\n}`,
  "classes with a handler": (count) => MANY(count, (i) => inMethod("").replace("Client", `Client${i}`)),
  "handlers in one function": (count) => `class Client { async send(response) {\n${MANY(count, () => HANDLER)}\n} }`,
  "functions with a handler at the top": (count) =>
    MANY(count, (i) => `async function f${i}(response, state) { ${HANDLER.replaceAll("this", "state")} }`),
  "candidates for a union helper": (count) =>
    `${MANY(count, (i) => `function merge${i}(...scopes) { return [...new Set(scopes.flatMap((each) => each.split(" ")))].join(" "); }`)}\n${inMethod("")}`,
  "handlers that join": (count) =>
    `const unionScopes = (a, b) => [...new Set([...a.split(" "), ...b.split(" ")])].join(" ");\nclass Client {\n${MANY(count, (i) => `async send${i}(error, scope) { if (error === "insufficient_scope") { this._scope = unionScopes(this._scope, scope); await auth(this.provider, { scope: this._scope }); } }`)}\n}`,
  "returned scopes": (count) =>
    MANY(
      count,
      (i) => `function f${i}(error, scope) { if (error === "insufficient_scope") return { scope, n: ${i} }; }`,
    ),
  "requests put together as text": (count) =>
    MANY(
      count,
      (i) =>
        `async function f${i}(error, scope) { if (error === "insufficient_scope") open(\`/authorize?client_id=${i}&scope=\${scope}\`); }`,
    ),
  "parameters set on one address": (count) =>
    `function send(error, scope, url) { if (error === "insufficient_scope") { url.searchParams.set("client_id", "a"); ${MANY(count, (i) => `url.searchParams.set("p${i}", "${i}"); url.searchParams.set("scope", scope);`)} open(url); } }`,
  flags: (count) =>
    inMethod(
      `let isStepUp = false;\n${MANY(count, (i) => `if (response.status === ${403 + i}) isStepUp = true;`)}\nif (isStepUp) { this._scope = options.scope; await auth(this.p, { scope: this._scope }); }`,
    ),
  "field flags": (count) =>
    inMethod(
      `${MANY(count, (i) => `if (response.status === ${403 + i}) this.isStepUp = true;`)}\nif (this.isStepUp) { this._scope = options.scope; await auth(this.p, { scope: this._scope }); }`,
    ),
  "flags set in loops": (count) =>
    inMethod(
      `let isStepUp = false;\n${MANY(count, () => `for (const each of list) if (each.error === "insufficient_scope") isStepUp = true;`)}\nif (isStepUp) { this._scope = options.scope; await auth(this.p, { scope: this._scope }); }`,
    ),
  "challenges picked by filter": (count) =>
    inMethod(
      MANY(
        count,
        (i) =>
          `const f${i} = list.filter((one) => one.error === "insufficient_scope"); if (f${i}[0]) use(f${i}[0].scope);`,
      ),
    ),
  "functions that throw": (count) =>
    `${MANY(count, (i) => `function f${i}(c) { ${i > 0 ? `f${i - 1}(c);` : ""} if (c.error !== "insufficient_scope") throw new Error(); }`)}\n${inMethod(MANY(count, (i) => `f${i}(options);`))}`,
  "guards in a sequence": (count) => keeping("scope", `${MANY(count, () => "check(scope)", ",")};`),
  "options handed to calls": (count) =>
    keeping("scope", `const o = { scope };\n${MANY(count, (i) => `use(${i}, o);`)}\nawait auth(options.provider, o);`),
  "handlers in a table": (count) =>
    `const table = { ${MANY(count, () => "insufficient_scope: async (c, { scope }) => { c.scope = scope; await auth(c.provider, { scope: c.scope }); }", ",")} };`,
  "entries of a Map": (count) =>
    inMethod(
      "",
      `${MANY(count, (i) => `this.scopes.set(${i}, options.scope);`)} await auth(this.p, { scope: this.scopes.get(1) });`,
    ),
  "mentions of one name": (count) =>
    inMethod(
      "",
      MANY(count, () => `use(response);`),
    ),
  "mentions of the sink": (count) =>
    inMethod(
      "",
      MANY(count, () => `use(this._scope);`),
    ),
  "calls of tokens()": (count) =>
    inMethod(MANY(count, (i) => `const t${i} = await this._authProvider.tokens(); use(t${i});`)),
  "nested blocks": (count) =>
    inMethod(nested(Math.min(count, 400), "{\n", HANDLER, "\n}") + MANY(count, (i) => `use(${i});`)),
  "nested parentheses": (count) =>
    keeping(
      nested(Math.min(count, 400), "(", "scope", ")"),
      MANY(count, (i) => `use(${i});`),
    ),
  "nested ternaries": (count) =>
    keeping(
      `${MANY(Math.min(count, 400), (i) => `options.f${i} ? scope : `, "")} options.scope`,
      MANY(count, (i) => `use(${i});`),
    ),
  "nested calls": (count) =>
    keeping(
      nested(Math.min(count, 400), "read(", "scope", ")"),
      MANY(count, (i) => `use(${i});`),
    ),
  "nested conditions": (count) =>
    inMethod(nested(Math.min(count, 400), "if (options.deep) {\n", HANDLER, "\n}") + MANY(count, (i) => `use(${i});`)),
  "member chain": (count) =>
    keeping(
      `scope${MANY(Math.min(count, 400), (i) => `.m${i}`, "")}`,
      MANY(count, (i) => `use(${i});`),
    ),
  "call chain": (count) =>
    keeping(
      `scope${MANY(Math.min(count, 400), (i) => `.m(${i})`, "")}`,
      MANY(count, (i) => `use(${i});`),
    ),
  comments: (count) => inMethod(MANY(count, (i) => `// remark ${i}`)),
  "suppression comments": (count) =>
    inMethod(MANY(count, (i) => `// step-up-union-disable-next-line -- reason ${i}\nuse(${i});`)),
  "suppressed handlers": (count) =>
    `class Client {\n${MANY(count, (i) => `async send${i}(response) { ${HANDLER.replace("if (scope)", "// step-up-union-disable-next-line -- known\nif (scope)")} }`)}\n}`,
  "one long line": (count) => inMethod(MANY(count, (i) => `use(${i}, this._scope, response);`, "")),
  imports: (count) => `${MANY(count, (i) => `import { a${i} } from "./m${i}.js";`)}\n${inMethod("")}`,
  "declarations in a module": (count) =>
    `${MANY(count, (i) => `const scope${i} = read("scope", ${i});`)}\n${inMethod("")}`,
  "modules of a bundle": (count) =>
    MANY(
      count,
      (i) =>
        `var m${i} = wrap((exports) => { var e = m${Math.max(0, i - 1)}(); exports.scope = e.scope; function r(t) { var n = t.status; return 403 === n ? e.auth(t, { scope: n }) : n } exports.r = r; });`,
    ) + inMethod(""),
};
