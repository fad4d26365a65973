import { ts } from "ts-morph";
import { CHALLENGED, KEEPING } from "../find/alternatives.ts";
import { factsAt } from "../find/dominance.ts";
import { eitherOf, type Facts, NEVER, NOTHING } from "../find/facts.ts";
import { ANY } from "../find/kinds.ts";
import { originOf, testedSources } from "../find/origins.ts";
import { comesFrom } from "../find/sources.ts";
import { isCall, isMember, propertyName, unwrap } from "../find/syntax.ts";
import { alternativesOf } from "../find/values.ts";
import type { OutsideArgument, OutsideCallers, OutsidePassed } from "../model/facts.ts";
import type { Range } from "../model/site.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import type { Escapes } from "./escapes.ts";
import { compilerNode, type FileSight } from "./sight.ts";

/** More uses than this are not followed. */
const MOST_USES = 40;

/** A place in another file that mentions a function, seen by the engine. */
interface Use {
  readonly code: Code;
  readonly mention: Node;
  readonly facts: Facts;
}

/** What is known at the entry of a function from its uses in other files; undefined where there are too many. */
export function callersOf(sight: FileSight, escapes: Escapes, range: Range): OutsideCallers | undefined {
  const name = compilerNode(sight, range);
  const symbol = name && sight.loaded.checker.getSymbolAtLocation(name);
  if (!name || !symbol) return undefined;
  const places = placesOf(sight, name);
  if (places.length > MOST_USES) return undefined;
  const uses = places.map((place) => useAt(sight, place));
  const facts = uses.map((use) => use?.facts ?? NOTHING);
  const { kinds, proved } = facts.reduce(eitherOf, NEVER);
  return {
    count: uses.length,
    kinds,
    proved,
    ofSomeCallers: facts.some((each) => each.kinds === ANY || each.ofSomeCallers === true),
    complete: !isMethod(name) && !escapes.reaches(exported(sight, symbol), sight.file),
    parameters: parametersOf(uses),
  };
}

/** An `export default function` has a symbol of its own beside that of its name. */
const exported = ({ loaded }: FileSight, symbol: ts.Symbol): ts.Symbol =>
  loaded.checker.getExportSymbolOfSymbol(symbol);

/** A method can be called under the name of any interface that its class happens to fit. */
const isMethod = (name: ts.Node): boolean => ts.isClassElement(name.parent);

interface Place {
  readonly path: string;
  readonly start: number;
}

/** The places in other files at which a function is mentioned to be called or handed on. */
function placesOf({ loaded, file }: FileSight, name: ts.Node): Place[] {
  const service = loaded.project.getLanguageService().compilerObject;
  const found = service.findReferences(file.fileName, name.getStart(file)) ?? [];
  const places = new Map<string, Place>();
  for (const { fileName, textSpan, isDefinition } of found.flatMap(({ references }) => references)) {
    const other = fileName === file.fileName || isDefinition ? undefined : loaded.program.getSourceFile(fileName);
    if (!other || other.isDeclarationFile || isDeclaring(other, textSpan)) continue;
    places.set(`${fileName}:${textSpan.start}`, { path: fileName, start: textSpan.start });
  }
  return [...places.values()];
}

/** Whether a mention but imports, exports or speaks of the type of what it names. */
function isDeclaring(file: ts.SourceFile, { start }: ts.TextSpan): boolean {
  let node: ts.Node = file;
  for (;;) {
    const inner: ts.Node | undefined = ts.forEachChild(node, (each) =>
      each.getStart(file) <= start && start < each.end ? each : undefined,
    );
    if (!inner) return false;
    if (ts.isImportDeclaration(inner) || ts.isExportDeclaration(inner) || ts.isExportAssignment(inner)) return true;
    if (ts.isImportEqualsDeclaration(inner) || ts.isTypeNode(inner)) return true;
    node = inner;
  }
}

function useAt(sight: FileSight, { path, start }: Place): Use | undefined {
  const code = sight.codeOf(path);
  const named = code?.tree.at(start + sight.offsetIn(path));
  if (!code || !named) return undefined;
  const parent = code.tree.parent(named);
  const mention = isMember(parent) && parent.property === named ? parent : named;
  return { code, mention, facts: factsAt(code, mention) };
}

/** What all uses pass, by position. */
function parametersOf(uses: readonly (Use | undefined)[]): OutsideArgument[] {
  const calls = uses.flatMap((use) => {
    const call = use?.code.tree.parent(use.mention);
    return use && isCall(call) && call.callee === use.mention ? [{ ...use, given: call.arguments }] : [];
  });
  const most = Math.max(0, ...calls.map(({ given }) => given.length));
  return Array.from({ length: most }, (_, position) => {
    const given = calls.flatMap((use) => {
      const value = use.given[position];
      return value ? [{ ...use, value: value as Node }] : [];
    });
    return { ...passedBy(given), properties: propertiesOf(given) };
  });
}

interface Given extends Use {
  readonly value: Node;
}

function propertiesOf(given: readonly Given[]): Map<string, OutsidePassed> {
  const found = new Map<string, Given[]>();
  for (const { value, ...use } of given) {
    const record = unwrap(value);
    if (record.type !== "ObjectExpression") continue;
    for (const property of record.properties) {
      if (property.type !== "ObjectProperty") continue;
      const name = propertyName(use.code, property.key, property.computed);
      if (name !== undefined) found.set(name, [...(found.get(name) ?? []), { ...use, value: property.value }]);
    }
  }
  return new Map([...found].map(([name, values]) => [name, passedBy(values)]));
}

function passedBy(given: readonly Given[]): OutsidePassed {
  const passed = given.map(({ code, value, facts }) => {
    const challenge = testedSources(code, facts.tests);
    const isLiteral = unwrap(value).type === "ObjectExpression";
    const alternatives = alternativesOf({ code, sink: undefined, challenge, keeping: [] }, value);
    return {
      ofChallenge: !isLiteral && comesFrom(originOf(code, value), challenge),
      values: alternatives.map(({ parts, facts: taken }) => ({
        holdsChallenged: (parts & CHALLENGED) !== 0,
        keepsScope: (parts & KEEPING) !== 0,
        kinds: facts.kinds & taken.kinds,
      })),
    };
  });
  return {
    ofChallenge: passed.some(({ ofChallenge }) => ofChallenge),
    values: passed.flatMap(({ values }) => values),
  };
}
