import { expect, test } from "vitest";
import { analyze } from "../src/analyze.ts";
import { boundNames } from "../src/parse/bindings.ts";
import { type Code, readCode } from "../src/parse/code.ts";
import { type FunctionNode, isFunction, type Node, startOf } from "../src/parse/tree.ts";
import { discoverFixtures, type Fixture } from "./fixtures/discover.ts";
import { assertParses } from "./fixtures/parse.ts";
import { byTurn, hasItsTurn } from "./thoroughness.ts";

/** Text to be put in at an offset. */
type Insertion = readonly [offset: number, text: string];

const HELPERS =
  "function same$(v) { return v; }\nfunction listed$(v) { return [v]; }\nfunction held$(v) { return { v }; }\n";

/** The functions with a block of their own, each with the plain names of its parameters, of which all have one. */
function functionsOf(code: Code): { target: FunctionNode; block: number; names: string[] }[] {
  const found: ReturnType<typeof functionsOf> = [];
  code.tree.walk(code.tree.program, (node) => {
    if (!isFunction(node) || node.body.type !== "BlockStatement" || node.body.directives.length > 0) return;
    if ("kind" in node && /^(?:constructor|get|set)$/.test(node.kind)) return;
    const bound = node.params.map(boundNames);
    if (bound.some(([first, ...others]) => !first || first.name === "this" || others.length > 0)) return;
    found.push({
      target: node,
      block: startOf(node.body) + 1,
      names: bound.flatMap((each) => each.map(({ name }) => name)),
    });
  });
  return found;
}

/** What a function is called by within itself. */
function nameWithin(code: Code, target: FunctionNode): string | undefined {
  const parent = code.tree.parent(target);
  if (target.type === "FunctionDeclaration") return target.id?.name;
  if (target.type === "ClassMethod" || target.type === "ObjectMethod")
    return target.key.type === "Identifier" && !target.computed ? `this.${target.key.name}` : undefined;
  if (target.type === "ClassPrivateMethod") return `this.#${target.key.id.name}`;
  return parent?.type === "VariableDeclarator" && parent.id.type === "Identifier" ? parent.id.name : undefined;
}

const isWaiting = ({ async: isAsync }: FunctionNode): boolean => isAsync === true;

const WAYS = {
  "that call themselves": (code) =>
    functionsOf(code).flatMap(({ target, block, names }): Insertion[] => {
      const name = nameWithin(code, target);
      if (name === undefined) return [];
      const call = `${name}(${names.join(", ")})`;
      const given = target.generator ? `yield* ${call}` : `return ${isWaiting(target) ? "await " : ""}${call}`;
      return [[block, ` if (Math.random() > 2) ${given};`]];
    }),
  "that call each other": (code) => {
    const top = /^#!.*\n/.exec(code.source)?.[0].length ?? 0;
    return functionsOf(code).flatMap(({ target, block, names }, index): Insertion[] => {
      if (target.type !== "FunctionDeclaration" || !target.id || target.generator) return [];
      const [kind, wait] = isWaiting(target) ? ["async function", "await "] : ["function", ""];
      const given = names.join(", ");
      return [
        [block, ` if (Math.random() > 2) return ${wait}other${index}$(${given});`],
        [
          top,
          `${kind} other${index}$(${given}) { const given$ = ${wait}${target.id.name}(${given}); return given$ ?? other${index}$(${given}); }\n`,
        ],
      ];
    });
  },
  "whose parameters go through functions and come back": (code) =>
    functionsOf(code).flatMap(({ block, names }): Insertion[] => {
      const forms = [
        (name: string) => ` while (Math.random() > 2) ${name} = same$(${name});`,
        (name: string) => ` [${name}] = listed$(${name});`,
        (name: string) => ` ({ v: ${name} } = held$(${name}));`,
      ];
      return [[block, names.map((name, index) => forms[index % forms.length]?.(name)).join("")]];
    }),
  "whose fields go through functions and come back": (code) => {
    const found: Insertion[] = [];
    code.tree.walk(code.tree.program, (node: Node) => {
      if (node.type !== "ExpressionStatement" || node.expression.type !== "AssignmentExpression") return;
      // Not the whole of a branch, which one statement is.
      if (!/^(?:BlockStatement|Program|SwitchCase)$/.test(code.tree.parent(node)?.type ?? "")) return;
      const { left, operator } = node.expression;
      const name = code.source.slice(startOf(left), left.end ?? 0);
      if (operator !== "=" || !/^(?:this\.#?)?[\w$.]+$/.test(name)) return;
      const again = [
        `${name} = same$(${name});`,
        `[${name}] = listed$(${name});`,
        `({ v: ${name} } = held$(${name}));`,
      ];
      found.push([node.end ?? 0, `; ${again[found.length % again.length]} for (const v of [${name}]) ${name} = v;`]);
    });
    return found;
  },
} satisfies Record<string, (code: Code) => readonly Insertion[]>;

const EXTENSIONS = /^\.(?:ts|mjs|js)$/;
const taken = discoverFixtures().fixtures.filter(
  ({ extension, name }) => EXTENSIONS.test(extension) && hasItsTurn(name, 4),
);

/** A text with others put in; undefined where there is nowhere to. */
function made({ input, extension }: Fixture, way: keyof typeof WAYS): string | undefined {
  const insertions = WAYS[way](readCode(input, `file${extension}`));
  if (insertions.length === 0) return undefined;
  const inOrder = [...insertions].sort(([one], [other]) => other - one);
  const text = inOrder.reduce((all, [offset, part]) => all.slice(0, offset) + part + all.slice(offset), input);
  return `${text}\n${HELPERS}`;
}

const ways = Object.keys(WAYS) as (keyof typeof WAYS)[];
const texts = taken.flatMap((fixture) =>
  byTurn(fixture.name, ways).flatMap((way) => {
    const text = made(fixture, way);
    return text === undefined ? [] : [[way, fixture.name, fixture.extension, text] as const];
  }),
);

test.each(texts)("functions %s are read to an end: %s", (_, _name, extension, text) => {
  assertParses(text, extension);
  expect(() => analyze(text, `src/file${extension}`)).not.toThrow();
});
