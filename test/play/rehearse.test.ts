import { describe, expect, test } from "vitest";
import { analyze } from "../../src/analyze.ts";
import { HAPPENING } from "../../src/report/explain/example-words.ts";
import { explainAll } from "../../src/report/explain/explain.ts";
import { plain } from "../../src/rules/sentence.ts";

/** The example of a client whose handler has some text before its write, and behind that. */
function exampleOf(before: string, behind = "", members = "", asking = "") {
  const source = `import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { lookAt } from "./elsewhere.js";

export class Client {
  constructor(provider, url) { this.provider = provider; this.url = url; }
${members}
  async send(message) {
    const response = await fetch(this.url, message);
    if (response.ok) { ${asking}return response; }
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return response;
    ${before}
    this.scope = scope;
    ${behind}
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return this.send(message);
  }
}
`;
  const { sites } = analyze(source, "client.mjs");
  const [explanation] = explainAll([{ file: "client.mjs", source, sites }]);
  if (!explanation) throw new Error("no site");
  const { courses, conditions, start, outcome } = explanation.example;
  const [today] = courses;
  return {
    today: today?.happenings.map(HAPPENING),
    stop: today?.stop,
    isLoop: today?.isLoop,
    conditions: conditions.map(plain),
    start: plain(start),
    outcome: plain(outcome),
  };
}

const LOOP = ["asks admin", "asks read", "asks admin"];

describe("what limits the step-ups", () => {
  test("nothing: a loop, which the outcome begins with", () => {
    const { today, isLoop, outcome, conditions } = exampleOf("");
    expect(today).toEqual(LOOP);
    expect(isLoop).toBe(true);
    expect(outcome).toMatch(/^A loop: /);
    expect(conditions).toEqual([]);
  });

  test.each([
    ["this.count++", "count = 0;", "if (this.count >= 2) throw new Error('again');"],
    ["this.count += 1", "count = 0;", "if (!(this.count < 2)) throw new Error('again');"],
    [
      "this.books.count = this.books.count + 1",
      "books = { count: 0 };",
      "if (this.books.count > 1) throw new Error();",
    ],
    ["this.counts.set('all', (this.counts.get('all') ?? 0) + 1)", "counts = new Map();", "this.mayAsk();"],
  ])("a counter that nothing resets, raised by %s: it throws at the third", (raise, field, guard) => {
    const method = "mayAsk() { if ((this.counts.get('all') ?? 0) > 1) throw new Error('again'); }";
    const { today, stop, isLoop, conditions, outcome } = exampleOf(guard, `${raise};`, `${field}\n${method}`);
    expect(today).toEqual(["asks admin", "asks read", "throws"]);
    expect(stop).toEqual({ challenge: 3, failure: "throws" });
    expect(isLoop).toBe(false);
    expect(conditions).toEqual([]);
    expect(outcome).toMatch(/^At its 3rd challenge it throws/);
  });

  test("a counter with a limit behind the last operation is told, too", () => {
    const { today, stop } = exampleOf("if (this.count >= 5) throw new Error();", "this.count++;", "count = 0;");
    expect(today).toEqual(LOOP);
    expect(stop).toEqual({ challenge: 6, failure: "throws" });
  });

  test("a counter that a success resets limits nothing here", () => {
    const guard = "if (this.count >= 2) throw new Error();";
    const { today, stop, isLoop } = exampleOf(guard, "this.count++;", "count = 0;", "this.count = 0; ");
    expect(today).toEqual(LOOP);
    expect(stop).toBeUndefined();
    expect(isLoop).toBe(true);
  });

  test.each([
    ["another method resets", "reset() { this.count = 0; }"],
    ["another method may reset", "reset() { this.count--; }"],
  ])("of a counter that %s, it is said", (_, method) => {
    const guard = "if (this.count >= 2) throw new Error();";
    const { stop, conditions } = exampleOf(guard, "this.count++;", `count = 0;\n${method}`);
    expect(stop).toEqual({ challenge: 3, failure: "throws" });
    expect(conditions).toEqual([expect.stringMatching(/^if line 7 does not begin anew/)]);
  });

  test("a set that holds the scope: it asks no more", () => {
    const { today, stop } = exampleOf(
      "if (this.tried.has(scope)) return response;",
      "this.tried.add(scope);",
      "tried = new Set();",
    );
    expect(today).toEqual(["asks admin", "asks read", "asks no more"]);
    expect(stop).toEqual({ challenge: 3, failure: "declines" });
  });

  test("a set that another method empties: on that it rests", () => {
    const members = "tried = new Set();\nreset() { this.tried.clear(); }";
    const { conditions } = exampleOf("if (this.tried.has(scope)) return response;", "this.tried.add(scope);", members);
    expect(conditions).toHaveLength(1);
  });

  test("the scope that it has asked for already: other scopes in turn are never equal", () => {
    expect(exampleOf("if (scope === this.scope) return response;").today).toEqual(LOOP);
  });

  test("a mark that compares the challenge: others in turn are never the same", () => {
    const guard = "const header = response.headers.get('www-authenticate'); if (this.last === header) return response;";
    expect(exampleOf(guard, "this.last = header;").today).toEqual(LOOP);
  });

  test("a test that is not seen: on that it rests", () => {
    const { today, conditions } = exampleOf("if (!lookAt(this)) throw new Error();");
    expect(today).toEqual(LOOP);
    expect(conditions).toEqual(["if `lookAt(this)` (line 12) lets it"]);
  });
});

describe("what the client keeps at first", () => {
  test.each([
    ["scope;", "A client's token allows `read write`; `this.scope` is empty; every request is granted."],
    ['scope = "mcp:tools";', "A client holds and has asked for `mcp:tools`; every request is granted."],
  ])("is told of a field %s", (field, sentence) => {
    expect(exampleOf("", "", field).start).toBe(sentence);
  });
});

describe("code around the handler", () => {
  /** What is told of each operation, and on what that rests. */
  function told(file: string, source: string) {
    const { sites } = analyze(source, file);
    const [explanation] = explainAll([{ file, source, sites }]);
    const { courses, conditions } = explanation?.example ?? { courses: [], conditions: [] };
    const calls = (sites[0]?.reasons.authorization ?? []).map(({ text }) => text);
    return { calls, today: courses[0]?.happenings.map(HAPPENING), conditions: conditions.map(plain) };
  }

  test("what an authorization function fetches is of the authorization server, and what leaves the scope asks nobody", () => {
    const source = `import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
async function authorize(session) {
  const body = new URLSearchParams({ client_id: "app", scope: session.scope });
  const started = await fetch("https://id.example/authorize", { method: "POST", body });
  if (started.status !== 200) throw new Error("the login was not completed");
}
function note(session) {
  session.seen = Date.now();
}
export function createClient(url) {
  const session = { scope: "base" };
  return async function send(path) {
    const response = await fetch(url + path);
    if (response.status !== 403) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    session.scope = scope;
    note(session);
    await authorize(session);
    return fetch(url + path);
  };
}
`;
    const { calls, today, conditions } = told("client.mjs", source);
    expect(calls).toEqual(["authorize(session)"]);
    expect(today).toEqual(["asks admin", "asks base", "asks admin"]);
    expect(conditions).toEqual([]);
  });

  test("a mark on what another call of the function around may be given is none that lasts", () => {
    const source = `function Mailer(io, opts) {
  this.io = io;
  this.opts = opts;
}
Mailer.prototype.login = function (done) {
  this.io.open("https://id.example/authorize?client_id=app&scope=" + this.opts.scope, done);
};
function widen(mailer, refusal, job, done) {
  mailer.opts.scope = refusal.scope;
  mailer.login(function (error) {
    if (error) return done(error);
    mailer.send(job, done);
  });
}
Mailer.prototype.send = function (job, done) {
  var self = this;
  self.io.request({ url: job.path }, function (error, status, body) {
    if (error) return done(error);
    if (status < 300) return done(null, body);
    if (status === 403 && body && body.error === "insufficient_scope" && !job.widened) {
      job.widened = true;
      return widen(self, body, job, done);
    }
    done(new Error("refused"));
  });
};
`;
    expect(told("client.cjs", source).today).toEqual(LOOP);
  });
});

describe("hostile code ends", () => {
  test.each([
    ["a loop of many turns", "for (let i = 0; i < 1e9; i++) this.x = i;"],
    ["a text that grows", "let text = 'x'; for (let i = 0; i < 99; i++) text = text + text;"],
    ["a list that grows", "let list = ['x']; for (let i = 0; i < 99; i++) list = list.concat(list);"],
    ["a list that spreads", "let list = ['x']; for (let i = 0; i < 99; i++) list = [...list, ...list];"],
    ["a text that is repeated", "let text = 'x'.repeat(1e9);"],
    ["a pattern that takes forever", "const found = ('a'.repeat(40) + '!').match('^(a+)+$');"],
    ["a function that calls itself", "const again = () => again(); again();"],
    ["a wrong argument", "'x'.normalize('no'); 'x'.repeat(-1);"],
    ["a name of all objects", "this['__proto__'].polluted = 1; const all = {}; all['__proto__']['polluted'] = 1;"],
  ])("%s", (_, text) => {
    expect(exampleOf(text).today).toBeDefined();
    expect({}).not.toHaveProperty("polluted");
  });
});
