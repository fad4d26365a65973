import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import type { Operation } from "../rules/play.ts";
import { makeClass } from "./classes.ts";
import { doorsOf } from "./doors.ts";
import { changedElsewhere } from "./elsewhere.ts";
import { nodeAt } from "./places.ts";
import { type Part, Thrown } from "./player.ts";
import { Stage } from "./stage.ts";
import { Fn, isNullish, Rec, Unknown, type Value } from "./values.ts";
import { Endless, Stuck, World } from "./world.ts";

/** How a client ends an operation that it may not do: it throws, it lets it be, or it asks on and on. */
export type Failure = "throws" | "declines" | "endless";

/** What a client did at one operation. */
export interface Act {
  /** The status of the first challenge; absent where the token allowed the operation. */
  readonly challenged?: 401 | 403;
  /** The scopes that it asked for, in order. */
  readonly asks: readonly string[];
  readonly failure?: Failure;
}

/** What a client did over some rounds of operations. */
export interface Performance {
  readonly rounds: readonly (readonly Act[])[];
  /** What the token allows after each round. */
  readonly held: readonly (readonly string[])[];
  /** What the sink holds in the beginning: nothing, a scope, or one that is not seen; `nowhere` where nothing is kept. */
  readonly begins: "empty" | "given" | "nowhere" | { readonly scope: string };
  /** The tests on which it rests and that are not known. */
  readonly assumed: readonly Node[];
  /** Code that was not played and writes what was tested; absent where none does. */
  readonly elsewhere?: Node;
}

/** How often the operations are played: what a limit of a few step-ups does shows behind the first time. */
const ROUNDS = 4;

/** More ways into a handler than are tried. */
const MOST_DOORS = 6;

/**
 * Plays the code around a site: a client is made, and does the operations one after the other.
 *
 * @param held what its token allows in the beginning, and what it was made with, where that is not seen
 * @returns undefined where what the code does cannot be told
 */
export function rehearse(
  code: Code,
  part: Part,
  operations: readonly Operation[],
  held: readonly string[],
): Performance | undefined {
  const arrival = part.arrival && nodeAt(code, part.arrival);
  const enter = (door: FunctionNode) => {
    const through = (isHandler: boolean) => {
      const stage = new Stage(code, part, new World(held), held.join(" "), isHandler);
      return { performance: performThrough(door, stage, operations), handed: stage.handed };
    };
    const first = through(!arrival || door.params.some((parameter) => covers(parameter, arrival)));
    return first.performance === "handed" ? through(true) : first;
  };
  for (const door of doorsOf(code, arrival, nodeAt(code, part.site)).slice(-MOST_DOORS)) {
    const { performance, handed } = enter(door);
    if (!performance || performance === "handed") continue;
    const [first] = handed;
    if (!first) return performance;
    // What it hands over is called once each time that it is entered itself, or is set up once and called ever after.
    const { performance: setUp } = enter(first.node);
    if (!setUp || setUp === "handed") return first.isMadeOnce ? undefined : performance;
    if (isSame(performance, setUp)) return performance;
    return first.isMadeOnce ? setUp : undefined;
  }
  return undefined;
}

/** Whether two performances do the same, whatever they begin with. */
const isSame = (one: Performance, other: Performance): boolean =>
  JSON.stringify([one.rounds, one.held]) === JSON.stringify([other.rounds, other.held]);

/**
 * Plays the operations by entering one function.
 *
 * @returns `handed` where its answers turn out to be given
 */
function performThrough(
  door: FunctionNode,
  stage: Stage,
  operations: readonly Operation[],
): Performance | "handed" | undefined {
  const { world, isHandler } = stage;
  const rounds: Act[][] = [];
  const after: (readonly string[])[] = [];
  /** Whether an operation was left with nothing but the authorization that it needs. */
  let isLeft = false;
  try {
    const enter = entryOf(stage, door);
    stage.begin();
    for (let round = 0; round < ROUNDS; round++) {
      const acts: Act[] = [];
      for (const operation of operations) {
        const done = act(stage, operation, enter);
        // Once somebody comes back to what was left, what comes of that may begin anew what was counted or marked.
        if (isLeft && done.failure) return undefined;
        // What asks for anything but what it is refused for is not all that is asked.
        if (done.challenged === 403 && done.asks.length > 0 && !done.asks.some((each) => asksFor(each, operation)))
          return undefined;
        // A client that signs in at each operation keeps its tokens where that is not seen.
        if (rounds.length + acts.length > 0 && !done.challenged && done.asks.length > 0) return undefined;
        isLeft ||= !isHandler && done.asks.length > 0 && world.current?.isOk === false;
        acts.push(done);
      }
      if (stage.isHanded && !isHandler) return "handed";
      if (round === 0 && (!stage.hasReached || acts.every(({ asks }) => asks.length === 0))) return undefined;
      rounds.push(acts);
      after.push(world.held);
    }
  } catch (error) {
    // A stack that overflows is code that is too deep to be played.
    if (error instanceof Stuck || error instanceof RangeError || error instanceof Thrown) return undefined;
    throw error;
  }
  const { initial } = stage;
  const elsewhere = rounds.flat().some(({ failure }) => failure === "throws" || failure === "declines")
    ? changedElsewhere(stage)
    : undefined;
  return {
    rounds,
    held: after,
    begins: !initial ? "nowhere" : initial.value instanceof Unknown ? "given" : beginning(initial.value),
    assumed: [...stage.assumed],
    ...(elsewhere && { elsewhere }),
  };
}

const asksFor = (asked: string, { needs }: Operation): boolean => asked.split(" ").includes(needs);

const beginning = (value: Value): Performance["begins"] =>
  isNullish(value) || value === "" ? "empty" : typeof value === "string" ? { scope: value } : "nowhere";

/** Plays one operation. */
function act(stage: Stage, operation: Operation, enter: () => Value): Act {
  const { world } = stage;
  world.begin(operation);
  let failure: Failure | undefined;
  try {
    if (stage.isHandler) handle(stage, enter);
    else once(stage, enter);
    for (let next = stage.later.shift(); next; next = stage.later.shift()) stage.enter(next, undefined, []);
  } catch (error) {
    stage.later.length = 0;
    if (error instanceof Thrown) failure = "throws";
    else if (error instanceof Endless) failure = "endless";
    else throw error;
  }
  const { first, asks } = world;
  if (!failure && asks.length === 0 && first && !first.isOk) failure = "declines";
  return {
    ...(first && !first.isOk && { challenged: first.status as 401 | 403 }),
    asks,
    ...(failure && { failure }),
  };
}

/** Gives a handler one answer after the other, for as long as it asks for another token. */
function handle(stage: Stage, enter: () => Value): void {
  for (;;) {
    if (stage.world.answer().isOk) return;
    const before = stage.world.asks.length;
    once(stage, enter);
    if (stage.world.asks.length === before) return;
  }
}

/** Lets the client run once; what it keeps is asked for where it is not seen to ask by itself. */
function once(stage: Stage, enter: () => Value): void {
  stage.sinkValue = undefined;
  stage.requested = undefined;
  const before = stage.world.asks.length;
  enter();
  if (stage.part.authorizations.length === 0 && stage.world.asks.length === before && stage.sinkValue !== undefined) {
    stage.world.ask(stage.requested ?? stage.sinkValue);
  }
}

/** How a function is entered: a method on a client that is made for it. */
function entryOf(stage: Stage, door: FunctionNode): () => Value {
  const { code, root } = stage;
  const args = (fn: FunctionNode): Value[] =>
    fn.params.map((each, index) => {
      const value = argumentFor(each, fn !== door);
      // Another object each time, but the same key.
      if (value instanceof Unknown) stage.name(value, `parameter ${index}`);
      return value;
    });
  const around = code.tree.classAround(door);
  if (!around) {
    const holder = code.tree.parent(door);
    const made = door.type === "ObjectMethod" && holder ? stage.evaluate(holder, root) : new Rec(true);
    const fn = new Fn(door, root, { value: made });
    return () => stage.enter(fn, made, args(door));
  }
  const klass = makeClass(stage, around, root);
  const own = around.body.body.find((member) => member.type === "ClassMethod" && member.kind === "constructor");
  const isStatic = around.body.body.some((member) => covers(member, door) && "static" in member && member.static);
  const self: Value = isStatic ? klass : stage.construct(klass, own && isFunction(own) ? args(own) : []);
  const kept =
    self instanceof Rec
      ? [...self.members.values()].find((each) => each instanceof Fn && each.node === door)
      : undefined;
  const fn = kept instanceof Fn ? kept : new Fn(door, klass.names, { value: self });
  return () => stage.enter(fn, self, args(door));
}

/** What is given for a parameter: something, or nothing where it has a default, or a request goes without it. */
function argumentFor(parameter: Node, isOfMaker: boolean): Value {
  if (parameter.type === "AssignmentPattern") return undefined;
  const inner = parameter.type === "TSParameterProperty" ? parameter.parameter : parameter;
  if (inner.type === "AssignmentPattern" || (inner.type === "Identifier" && inner.optional && !isOfMaker))
    return undefined;
  return new Unknown(false);
}
