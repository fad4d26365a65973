import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type FunctionNode, isFunction, isLoop, type Node, startOf } from "../parse/tree.ts";
import {
  type Alternative,
  collapsed,
  cut,
  LOST,
  leaf,
  MOST_ALTERNATIVES,
  merged,
  OTHER,
  paired,
  under,
} from "./alternatives.ts";
import { factsAt } from "./dominance.ts";
import { elementIn } from "./element-tests.ts";
import { NOTHING } from "./facts.ts";
import { ANY } from "./kinds.ts";
import { keptBy } from "./leaf.ts";
import { changesOwner, methodNamed, methodOf, putsElement } from "./library/lookup.ts";
import type { Reader } from "./reader.ts";
import {
  constantNumber,
  constantText,
  initialValue,
  isCall,
  isMember,
  isNothing,
  memberName,
  unwrap,
} from "./syntax.ts";
import { wayBetween } from "./ways.ts";

/** A change of a list, Set or record after its creation. */
export interface ListChange {
  readonly kind: "grows" | "empties" | "shrinks";
  /** The mention of the list. */
  readonly mention: Node;
  /** The call, assignment or `delete`. */
  readonly node: Node;
  /** What is put in. */
  readonly values: readonly Node[];
}

/** The changes of the list that a variable or parameter holds, in source order. */
export function changesOf(code: Code, binding: Binding): readonly ListChange[] {
  const known = changes(code).get(binding);
  if (known) return known;
  const isList = binding.kind === "variable" || binding.kind === "parameter";
  const found = ((isList && code.bindings.references(binding)) || []).flatMap((each) => changeAt(code, each) ?? []);
  changes(code).set(binding, found);
  return found;
}

const changes = (code: Code) => code.answers.about<Binding, readonly ListChange[]>(changes);

function changeAt(code: Code, mention: Node): ListChange | undefined {
  const member = code.tree.parent(mention);
  const node = member && code.tree.parent(member);
  if (!isMember(member) || member.object !== mention || !node) return undefined;
  const change = (kind: ListChange["kind"], values: readonly Node[] = []) => ({ kind, mention, node, values });
  const name = memberName(code, member);
  if (node.type === "AssignmentExpression" && node.left === member) {
    if (name === "length") return change(constantNumber(code, node.right) === 0 ? "empties" : "shrinks");
    // `seen[scope] = true` keeps it as a key.
    if (member.computed) return change("grows", [member.property, node.right]);
    return undefined;
  }
  if (node.type === "UnaryExpression" && node.operator === "delete") return change("shrinks");
  if (!isCall(node) || node.callee !== member || name === undefined) return undefined;
  const [first, second] = node.arguments;
  const method = methodNamed(name);
  if (!changesOwner(method) || !method?.changes) return undefined;
  if (name === "splice" && first && !second && constantNumber(code, first) === 0) return change("empties");
  if (name === "delete" && first && isBlank(code, first)) return undefined;
  return change(method.changes, method.puts === undefined ? [] : node.arguments.slice(method.puts));
}

const isBlank = (code: Code, value: Node): boolean => isNothing(value) || constantText(code, value)?.trim() === "";

/** The values of a list at a mention, from those that it was made with. */
export function changedBefore(
  reader: Reader,
  binding: Binding,
  mention: Node,
  made: readonly Alternative[],
): readonly Alternative[] {
  const { code } = reader;
  let values = made;
  for (const change of changesOf(code, binding)) {
    if (covers(change.node, mention) || !comesBefore(code, binding, change, mention)) continue;
    const remade = madeAnew(code, binding, change, mention);
    if (remade === "certainly") continue;
    const element = change.kind === "grows" ? elementOf(code, change.values) : undefined;
    const isLater = startOf(change.node) > startOf(mention);
    const way = isLater ? undefined : wayBetween(code, change.node, mention, element);
    if (!way && !isLater) continue;
    const before = change.kind === "grows" && isGrownOnly(code, binding, mention) ? [keptBy(code, OTHER, mention)] : [];
    const changed = afterChange(reader, change, merged([values, before]), way?.isOfSome === true);
    const isCertain = !way || way.isCertain;
    if (isCertain && !remade) values = changed;
    else values = [...under(way?.passed ?? NOTHING, values), ...under(way?.taken ?? NOTHING, changed)];
    if (values.length > MOST_ALTERNATIVES) values = collapsed(values);
  }
  return values;
}

/** Whether a list that outlives the function around a mention only grows: then it holds what earlier runs have put in. */
function isGrownOnly(code: Code, binding: Binding, mention: Node): boolean {
  const home = code.tree.functionAround(binding.identifier);
  const around = code.tree.functionAround(mention);
  if (home === around || binding.kind !== "variable" || (home && isPartOfRun(code, mention, home))) return false;
  const isGrowth = ({ node }: ListChange) =>
    isCall(node) && putsElement(methodOf(code, node.callee)) && code.tree.functionAround(node) !== home;
  return changesOf(code, binding).every(isGrowth) && code.bindings.writes(binding)?.length === 0;
}

/** Whether a node is run with a function around it: it is under its tests, or in a function that a call is given there. */
function isPartOfRun(code: Code, node: Node, home: FunctionNode): boolean {
  if (factsAt(code, home.body).kinds !== ANY) return true;
  for (let at = code.tree.functionAround(node); at && at !== home; at = code.tree.functionAround(at))
    if (isCall(code.tree.parent(at))) return true;
  return false;
}

/** Whether the variable got another list between a change and a mention: what is told of that one is told there. */
function madeAnew(
  code: Code,
  binding: Binding,
  { node }: ListChange,
  mention: Node,
): "certainly" | "perhaps" | undefined {
  let found: "perhaps" | undefined;
  for (const written of code.bindings.writes(binding) ?? []) {
    if (startOf(written) < endOf(node) || endOf(written) > startOf(mention)) continue;
    const assignment = code.tree.parent(written);
    if (assignment?.type !== "AssignmentExpression" || assignment.operator !== "=") continue;
    const way = covers(assignment, mention) ? undefined : wayBetween(code, assignment, mention);
    if (way?.isCertain) return "certainly";
    if (way) found = "perhaps";
  }
  return found;
}

function afterChange(
  reader: Reader,
  change: ListChange,
  values: readonly Alternative[],
  isOfSome: boolean,
): readonly Alternative[] {
  if (change.kind === "empties") return [leaf(LOST)];
  const all = reader.combine(change.values);
  const added = isOfSome ? cut(all) : all;
  if (change.kind === "shrinks") return paired(cut(values), added);
  const isAssigned = change.node.type === "AssignmentExpression" && overwrites(reader.code, change);
  const isOverwriting = isAssigned || setsAgain(reader.code, change);
  return paired(isOverwriting ? cut(values) : values, added);
}

/** Whether `list[0] = …` takes the place of what is there: of a list that was made empty, or of `list.length`, not. */
function overwrites({ bindings, tree }: Code, { mention }: ListChange): boolean {
  const member = tree.parent(mention);
  if (!isMember(member) || unwrap(member.property).type !== "NumericLiteral") return false;
  const declaration = mention.type === "Identifier" ? bindings.resolve(mention)?.declaration : undefined;
  const init = declaration?.type === "VariableDeclarator" ? declaration.init : undefined;
  return !(init?.type === "ArrayExpression" && init.elements.length === 0);
}

/** Whether `map.set("key", …)` may take the place of an entry: of one that was set or made under that key, or a key not seen. */
function setsAgain(code: Code, change: ListChange): boolean {
  const key = keySet(code, change);
  const binding = change.mention.type === "Identifier" ? code.bindings.resolve(change.mention) : undefined;
  if (key === undefined || !binding) return false;
  const isSame = (each: ListChange) => startOf(each.node) < startOf(change.node) && keySet(code, each) === key;
  if (changesOf(code, binding).some(isSame)) return true;
  const init = initialValue(code, binding);
  const [made] = init?.type === "NewExpression" ? init.arguments : [];
  if (made?.type !== "ArrayExpression") return made !== undefined && !isNothing(made);
  return made.elements.some((each) => {
    const first = each?.type === "ArrayExpression" ? each.elements[0] : undefined;
    const known = first ? constantText(code, first) : undefined;
    return known === undefined || known === key;
  });
}

/** The known key under which a call puts an entry into a Map. */
function keySet(code: Code, { node }: ListChange): string | undefined {
  if (!isCall(node) || !isMember(node.callee) || memberName(code, node.callee) !== "set") return undefined;
  const [key, value] = node.arguments;
  return key && value ? constantText(code, key) : undefined;
}

/** Whether a list was changed by the time of a mention; in a loop, by an earlier round. */
function comesBefore(code: Code, binding: Binding, { kind, node }: ListChange, mention: Node): boolean {
  if (endOf(node) <= startOf(mention)) return true;
  if (kind !== "grows") return false;
  const loop = [...code.tree.ancestors(mention)].find((each) => isLoop(each) && covers(each, node));
  return loop !== undefined && !covers(loop, binding.identifier);
}

/** The path of the one element that is put in. */
function elementOf(code: Code, [value, ...others]: readonly Node[]): string | undefined {
  return value && others.every((each) => !isFunction(each)) ? elementIn(code, value) : undefined;
}
