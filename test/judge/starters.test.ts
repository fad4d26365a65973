import { expect, test } from "vitest";
import { startersByName, startersByWalk } from "../../src/judge/starters.ts";
import { type Code, readCode, textOf } from "../../src/parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../../src/parse/tree.ts";
import { discoverFixtures } from "../fixtures/discover.ts";

const FORMS = `
class Client {
  static SEND = "send";
  #ask(run) { run(); }
  send(message) { this.queue.push(message); }
  set scope(scope) { this.asked = scope; }
  begin(emitter) {
    const key = "send";
    this[key]("first");
    (0, this.send)("second");
    this.send.call(this, "third");
    const bound = this.send.bind(this);
    this.#ask(bound);
    this.scope = "a";
    emitter.on("refused", () => this.ask());
    emitter.emit("refused");
    this.onclose = function () { this.ask(); };
    this.onclose?.();
    const table = { refused: () => this.ask(), other() { this.ask(); } };
    table[this.state]();
    const handler = table[this.state];
    handler();
    let later;
    later = () => this.ask();
    later();
    new Promise((resolve) => resolve());
    run((next) => next(), () => this.ask());
  }
}
function run(take, done) { take(done); done(); }
`;

/** A key that is put together hides what it names: why only long texts are searched so. */
const HIDDEN = "timer-runs-a-method-by-a-template";

test("a key that is put together hides a function from the search by names, and not from the walk", () => {
  const fixture = discoverFixtures().fixtures.find(({ inputFile }) => inputFile.includes(HIDDEN));
  const code = readCode(fixture?.input ?? "", "src/client.mjs");
  const lower = functionsIn(code).find((each) => textOf(code, each).startsWith("lower()"));
  expect(lower).toBeDefined();
  expect(startersByName(code, lower as FunctionNode)).toEqual([]);
  expect(startersByWalk(code).get(lower as FunctionNode)).toHaveLength(1);
});

test.each([
  ["forms of calls", [{ text: FORMS, file: "forms.mjs" }]],
  ["fixtures", discoverFixtures().fixtures.map(({ input, inputFile }) => ({ text: input, file: inputFile }))],
])("by its names, a function is found to be run where a walk through the file finds it, in %s", (_, sources) => {
  for (const { text, file } of sources) {
    if (file.includes(HIDDEN)) continue;
    const code = readCode(text, file);
    const all = startersByWalk(code);
    for (const target of functionsIn(code)) {
      const shown = (starters: Iterable<Node> | undefined) => [...new Set(starters)].map((node) => textOf(code, node));
      const name = `${file}: ${textOf(code, target).slice(0, 60)}`;
      expect(shown(startersByName(code, target)), name).toEqual(shown(all.get(target)));
    }
  }
});

function functionsIn(code: Code): FunctionNode[] {
  const found: FunctionNode[] = [];
  code.tree.walk(code.tree.program, (node) => {
    if (isFunction(node)) found.push(node);
    return undefined;
  });
  return found;
}
