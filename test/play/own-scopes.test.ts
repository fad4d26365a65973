import { describe, expect, test } from "vitest";
import { analyze } from "../../src/analyze.ts";
import { HAPPENING } from "../../src/report/explain/example-words.ts";
import { explainAll } from "../../src/report/explain/explain.ts";
import { plain } from "../../src/rules/sentence.ts";

/** What the example of a client's first site tells: its start, and what each course does. */
function exampleOf(source: string) {
  const { sites } = analyze(source, "src/client.mjs");
  const [explanation] = explainAll([{ file: "src/client.mjs", source, sites }]);
  if (!explanation) throw new Error("no site");
  const { start, operations, courses, conditions } = explanation.example;
  return {
    start: plain(start),
    needs: operations.map(({ needs }) => needs),
    courses: courses.map(({ happenings }) => happenings.map(HAPPENING)),
    conditions: conditions.map(plain),
  };
}

const HEAD = `import axios from "axios";
import { parseChallenge } from "./challenge.js";
import { ask } from "./loopback.js";
`;

/** A handler that an interceptor registers, in a function. */
const interceptor = (behind: string, first = '"vehicles trips"', made = "axios.create()") => `${HEAD}
export function createApi(clientId) {
  const http = ${made};
  let scope = ${first};
  async function login() {
    await ask("https://id.example/authorize?" + new URLSearchParams({ client_id: clientId, scope }));
  }
  http.interceptors.response.use(undefined, async (error) => {
    const { response, config } = error;
    if (!response || config.again) throw error;
    const challenge = parseChallenge(response.headers["www-authenticate"]);
    if (response.status === 403 && challenge.error === "insufficient_scope" && challenge.scope) {
      config.again = true;
      scope = challenge.scope;
      await login();
      return http.request(config);
    }
    throw error;
  });
  ${behind}
}
`;

const JOINED = ["asks vehicles trips admin", "allowed", "allowed"];

describe("a variable that the function around a handler makes", () => {
  test.each(["return { http, login };", "return http;", "return login;", "return () => login();"])(
    "is made once where what it makes is given back: %s",
    (behind) => {
      const { start, needs, courses } = exampleOf(interceptor(behind));
      expect(start).toBe("A client holds and has asked for `vehicles trips`; every request is granted.");
      expect(needs).toEqual(["admin", "vehicles", "admin"]);
      expect(courses).toEqual([["asks admin", "asks vehicles", "asks admin"], JOINED]);
    },
  );

  test("of one that is not seen how often it is made, it is said that this decides", () => {
    const source = interceptor("await http.get('/');", '""').replace("function", "async function");
    const { courses, conditions } = exampleOf(source);
    expect(courses[1]).toEqual(["asks admin", "asks admin read", "allowed"]);
    expect(conditions).toEqual(["if no other code decides what is asked for"]);
  });
});

/** A client whose field a constructor sets. */
const client = (first: string, field = "") => `import { ask, challengeOf } from "./oauth.js";
export class Climate {
  ${field}
  constructor(url, scope) {
    this.url = url;
    ${first}
  }
  async call(path, isRetried) {
    const response = await fetch(this.url + path);
    if (response.status === 403 && !isRetried) {
      const { error, scope } = challengeOf(response.headers);
      if (error === "insufficient_scope" && scope) {
        this.scope = scope;
        await ask("https://id.example/authorize?" + new URLSearchParams({ scope: this.scope }));
        return this.call(path, true);
      }
    }
    return response;
  }
}
`;

describe("the scope that a client begins with", () => {
  test.each([
    ["in a constructor", client('this.scope = "climate";')],
    ["in a field", client("", 'scope = "climate";')],
    ["in a constructor after a field", client('this.scope = "climate";', "scope;")],
  ])("is that of its example, set %s", (_, source) => {
    const { start, needs, courses } = exampleOf(source);
    expect(start).toBe("A client holds and has asked for `climate`; every request is granted.");
    expect(needs).toEqual(["admin", "climate", "admin"]);
    expect(courses).toEqual([
      ["asks admin", "asks climate", "asks admin"],
      ["asks climate admin", "allowed", "allowed"],
    ]);
  });

  test("may be called as the challenged one of other examples is", () => {
    const { needs, courses } = exampleOf(client('this.scope = "admin write";'));
    expect(needs).toEqual(["export", "admin", "export"]);
    expect(courses[1]).toEqual(["asks admin write export", "allowed", "allowed"]);
  });

  test.each([
    ["given", "this.scope = scope;", "A client holds and has asked for `read write`; every request is granted."],
    ["absent", "", "A client's token allows `read write`; `this.scope` is empty; every request is granted."],
    [
      "empty",
      'this.scope = "";',
      "A client's token allows `read write`; `this.scope` is empty; every request is granted.",
    ],
  ])("is another where it is %s", (_, first, start) => {
    expect(exampleOf(client(first)).start).toBe(start);
  });
});
