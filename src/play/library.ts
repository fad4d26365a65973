import { shortened, unknownOf } from "./operators.ts";
import { isPrimitive, Rec, Unknown, type Value } from "./values.ts";
import { Stuck } from "./world.ts";

/** Numbers above this could make a list or a text that takes long to make. */
const MOST = 1_000;

/** The elements of what can be gone through, where they are known. */
export function elementsOf(value: Value): readonly Value[] | undefined {
  if (Array.isArray(value)) return value as readonly Value[];
  if (value instanceof Set) return [...value];
  if (value instanceof Map) return [...value].map((entry): Value => entry);
  return undefined;
}

/** Whether a value and all in it are known: then the language's own methods can be asked. */
const isKnown = (value: Value): boolean =>
  isPrimitive(value) || (Array.isArray(value) && (value as readonly Value[]).every(isKnown));

type Callback = (...args: Value[]) => Value;

/**
 * What a method of a text, list, Map or Set gives, as the language itself does it; unknown where that depends on what
 * is not known.
 *
 * @param callbacks the arguments, functions of the text as functions
 */
export function callMethod(receiver: Value, name: string, args: readonly (Value | Callback)[]): Value {
  if (receiver instanceof Map || receiver instanceof Set) return ofCollection(receiver, name, args);
  const own = typeof receiver === "string" ? String.prototype : Array.isArray(receiver) ? Array.prototype : undefined;
  const method: unknown = own && Object.hasOwn(own, name) ? Reflect.get(own, name) : undefined;
  if (typeof method !== "function") return new Unknown(true);
  if (NOT_PLAYED.has(name) || [receiver, ...args].some(isLarge)) return new Unknown(true);
  const isSafe = (each: Value | Callback) => typeof each === "function" || isKnown(each);
  const values = args.filter((each): each is Value => typeof each !== "function");
  if (Array.isArray(receiver) && (name === "push" || args.some((each) => typeof each === "function"))) {
    return safely(() => method.apply(receiver, args) as Value);
  }
  if (!isKnown(receiver) || !args.every(isSafe)) return unknownOf(receiver, ...values);
  return asValue(safely(() => method.apply(receiver, args)));
}

/** Methods that make a pattern of a text, which may take forever, and what makes anything. */
const NOT_PLAYED: ReadonlySet<string> = new Set(["match", "matchAll", "search", "constructor"]);

const isLarge = (value: Value | Callback): boolean =>
  (typeof value === "number" && value > MOST) || (Array.isArray(value) && value.length > MOST);

/** Asks the language; what it refuses, as a wrong argument, ends the play. */
function safely<Result>(ask: () => Result): Result {
  try {
    return ask();
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError || error instanceof SyntaxError) {
      throw new Stuck("the language refuses a call");
    }
    throw error;
  }
}

function ofCollection(
  receiver: Map<Value, Value> | Set<Value>,
  name: string,
  args: readonly (Value | Callback)[],
): Value {
  const [key, value] = args as readonly Value[];
  const keys = [...receiver.keys()];
  const isThere =
    keys.includes(key) ||
    (keys.length > 0 && [key, ...keys].some((each) => each instanceof Unknown)
      ? keys.includes(key) || undefined
      : false);
  switch (name) {
    case "has":
      return isThere ?? new Unknown(true);
    case "get":
      return isThere === undefined ? new Unknown(true) : (receiver as Map<Value, Value>).get(key);
    case "delete":
      return isThere === undefined ? new Unknown(true) : receiver.delete(key);
    case "set":
      return (receiver as Map<Value, Value>).set(key, value);
    case "add":
      return (receiver as Set<Value>).add(key);
    case "clear":
      receiver.clear();
      return undefined;
    case "values":
    case "keys":
      return [...receiver[name]()];
    case "entries":
      return [...receiver.entries()].map((entry): Value => entry);
    case "forEach":
      for (const [own, each] of receiver instanceof Map ? receiver : receiver.entries())
        (args[0] as Callback)(each, own);
      return undefined;
    default:
      return new Unknown(true);
  }
}

/** A result of the language as a value; iterators as the lists that they give. */
function asValue(result: unknown): Value {
  if (isPrimitive(result as Value)) return shortened(result as Value);
  if (Array.isArray(result)) return result.map(asValue);
  return new Unknown(true);
}

/** What functions of the language give, by their path: those by which handlers keep their books. */
export function callGlobal(path: string, args: readonly Value[]): Value | undefined {
  const [first, ...others] = args;
  switch (path) {
    case "Promise.resolve":
    case "structuredClone":
    case "Object.freeze":
      return first;
    case "Object.assign":
      for (const other of others) {
        if (!(first instanceof Rec) || !(other instanceof Rec)) continue;
        for (const [name, value] of other.members) first.members.set(name, value);
      }
      return first;
    case "Promise.all":
    case "Array.from":
      return elementsOf(first) ?? new Unknown(true);
    case "Array.isArray":
      return first instanceof Unknown ? undefined : Array.isArray(first);
    case "Object.keys":
      return first instanceof Rec && !first.isOpen ? [...first.members.keys()] : undefined;
    case "Object.values":
      return first instanceof Rec && !first.isOpen ? [...first.members.values()] : undefined;
    case "Boolean":
      return first instanceof Unknown ? first : Boolean(first);
    case "String":
      return isPrimitive(first) ? String(first) : undefined;
    default:
      return undefined;
  }
}

/** What `new` makes of a class of the language. */
export function makeGlobal(name: string, [first]: readonly Value[]): Value | undefined {
  const elements = first === undefined || first === null ? [] : elementsOf(first);
  switch (name) {
    case "Set":
    case "WeakSet":
      return elements && new Set(elements);
    case "Map":
    case "WeakMap":
      return elements && new Map(elements.map((each) => each as unknown as [Value, Value]));
    case "Array":
      return [];
    default:
      return undefined;
  }
}
