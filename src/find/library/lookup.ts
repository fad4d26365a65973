import type { Binding } from "../../parse/bindings.ts";
import type { Code } from "../../parse/code.ts";
import type { Node } from "../../parse/tree.ts";
import { isCall, isMember, memberName, pathOf, unwrap } from "../syntax.ts";
import { FUNCTIONS, type Library } from "./functions.ts";
import { METHODS } from "./methods.ts";
import { functionOfModule, MODULES } from "./modules.ts";
import type { Keeps, Method } from "./row.ts";

/** What the method does that a member names: `list.map` of `list.map(…)`. Undefined for one that is not of the language. */
export function methodOf(code: Code, callee: Node | null | undefined): Method | undefined {
  const node = callee && unwrap(callee);
  return isMember(node) ? methodNamed(memberName(code, node)) : undefined;
}

export const methodNamed = (name: string | undefined): Method | undefined =>
  name === undefined ? undefined : METHODS.get(name);

/** What a function or class of the language, of the browser or of a compiler does, by its own name only. */
export function libraryOf(code: Code, callee: Node): Library | undefined {
  const node = unwrap(callee);
  if (node.type === "Identifier") {
    const binding = code.bindings.resolve(node);
    if (!binding) return FUNCTIONS.get(node.name);
    return importedOf(code, binding) ?? functionOfModule(moduleBound(code, binding));
  }
  if (!isMember(node)) return undefined;
  if (memberName(code, node) === "default") return functionOfModule(moduleNamed(code, node));
  return (
    FUNCTIONS.get(pathOf(code, node) ?? "") ??
    moduleOf(moduleNamed(code, node.object))?.get(memberName(code, node) ?? "")
  );
}

/** `stringify` of `import { stringify } from "qs"`. */
function importedOf(code: Code, { declaration }: Binding): Library | undefined {
  if (declaration?.type !== "ImportSpecifier") return undefined;
  const { imported } = declaration;
  const exported = imported.type === "Identifier" ? imported.name : imported.value;
  return moduleOf(sourceOf(code, declaration))?.get(exported);
}

/** The module that `qs` names, of `import qs from "qs"`, `const qs = require("qs")`, and what compilers make of these. */
function moduleNamed(code: Code, object: Node): string | undefined {
  const node = unwrap(object);
  if (isMember(node)) return memberName(code, node) === "default" ? moduleNamed(code, node.object) : undefined;
  const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  return binding && moduleBound(code, binding);
}

function moduleBound(code: Code, { declaration, identifier }: Binding): string | undefined {
  if (declaration?.type === "VariableDeclarator")
    return declaration.id === identifier ? requiredBy(declaration.init) : undefined;
  return declaration?.type === "ImportDefaultSpecifier" || declaration?.type === "ImportNamespaceSpecifier"
    ? sourceOf(code, declaration)
    : undefined;
}

/** `require("qs")`, `__toESM(require("qs"))`. */
function requiredBy(value: Node | null | undefined): string | undefined {
  if (!isCall(value) || value.callee.type !== "Identifier") return undefined;
  const [first] = value.arguments;
  if (value.callee.name === "require") return first?.type === "StringLiteral" ? first.value : undefined;
  return /^_*(?:toESM|import(?:Default|Star)|interopRequire\w*)$/.test(value.callee.name)
    ? requiredBy(first)
    : undefined;
}

function sourceOf(code: Code, specifier: Node): string | undefined {
  const declaration = code.tree.parent(specifier);
  return declaration?.type === "ImportDeclaration" ? declaration.source.value : undefined;
}

const moduleOf = (source: string | undefined) => MODULES.get(source?.replace(/^node:/, "") ?? "");

/** The same by the name alone, which a file may well have given another. */
export const libraryNamed = (callee: Node): Library | undefined =>
  callee.type === "Identifier" ? FUNCTIONS.get(callee.name) : undefined;

/** Whether a module has functions that make cells: its types of cells are theirs. */
export const makesCells = (module: string): boolean =>
  [...(moduleOf(module)?.values() ?? [])].some(({ makes }) => makes === "cell");

/** Whether what a class or function makes is a list or a Set. */
export const makesList = (library: Library | undefined): boolean =>
  library?.makes === "list" || library?.makes === "set";

/** The same, or a Map. */
export const makesMany = (library: Library | undefined): boolean => makesList(library) || library?.makes === "map";

/** Whether a function lists the names or the values of a record. */
export const listsParts = (library: Library | undefined): boolean =>
  library?.looks === true && !library.keepsText && !library.record;

/** What the class of the language does whose instances a type is of, readonly or not. */
export const libraryOfType = (name: string): Library | undefined => FUNCTIONS.get(name.replace(/^Readonly/, ""));

/** Whether a name is that of a class whose instances hold the parameters of an address, the fields of a form or headers. */
export const makesParameters = (callee: Node): boolean => libraryNamed(callee)?.makes === "parameters";

const isOf = ({ of }: Method, ...owners: Method["of"]): boolean => of.some((owner) => owners.includes(owner));

/** Whether a method calls what it is given with each element, at once. */
export const runsForEach = (method: Method | undefined): boolean => method?.runs === "each";

/** Whether a method calls what it is given once a promise is settled. */
export const runsSettled = (method: Method | undefined): boolean => method?.runs === "settled";

/** Whether a method calls the function whose method it is: `call`, `apply`. */
export const runsItself = (method: Method | undefined): boolean => method?.runs === "itself";

/** Whether a method is one of a function: `bind`, `call`, `apply`. */
export const isOfFunction = (method: Method | undefined): boolean => method !== undefined && isOf(method, "function");

/** Whether a method is one of Maps. */
export const isOfMaps = (method: Method | undefined): boolean => method !== undefined && isOf(method, "map");

/** Whether lists or Sets have a method, and no text: then what it is called on is no text. */
export const isOfLists = (name: string): boolean => {
  const method = METHODS.get(name);
  return name === "size" || (method !== undefined && isOf(method, "list", "set") && !isOf(method, "text"));
};

/** Whether a method compares a text with another, or makes it ready for that. */
export const isOfTexts = (method: Method | undefined): boolean =>
  method !== undefined && (isOf(method, "text") || method.gives === "text");

/** Whether what a method gives holds elements of what it is called on. */
export const givesMany = (method: Method | undefined): boolean =>
  /^(?:list|same|elements|keys)$/.test(method?.gives ?? "");

/** Whether a method gives a list each of whose elements is one of those that it is called on, or made of one. */
export const givesElements = (method: Method | undefined): boolean =>
  /^(?:list|same)$/.test(method?.gives ?? "") && /^(?:all|each|passing|range)$/.test(method?.keeps ?? "");

const WHOLE: ReadonlySet<Keeps | undefined> = new Set<Keeps>([
  "all",
  "each",
  "joined",
  "passing",
  "replaced",
  "unlimited",
]);

/** Whether a method gives something that is made of all that it is called on, without changing that. */
export const isMadeOfAll = (method: Method | undefined): boolean =>
  method !== undefined && !method.changes && (WHOLE.has(method.keeps) || method.keeps === "altered");

/** Whether a method puts what it is given into the list, Set or map on which it is called. */
export const putsIn = (method: Method | undefined): boolean =>
  method?.changes === "grows" && isOf(method, "list", "set", "map");

/** Whether a method puts elements into a list or Set, and no entry under a key. */
export const putsElement = (method: Method | undefined): boolean =>
  method?.changes === "grows" && isOf(method, "list", "set");

/** Whether a method changes the collection on which it is called. */
export const changesOwner = (method: Method | undefined): boolean =>
  method?.changes !== undefined && isOf(method, "list", "set", "map", "parameters");

/** Whether a method gives the elements for which a test holds, all or the first. */
export const picksByTest = (method: Method | undefined): boolean => /^(?:one|passing)$/.test(method?.keeps ?? "");

/** Whether a method puts the elements of the list on which it is called in another order. */
export const ordersOwner = (method: Method | undefined): boolean => method?.orders === true;

/** Whether a method only reads the text or the collection on which it is called. */
export const onlyReads = (method: Method | undefined): boolean =>
  method !== undefined &&
  method.changes === undefined &&
  !method.isOnce &&
  isOf(method, "text", "list", "set", "map", "storage");
