import type * as t from "@babel/types";
import type { Range } from "../model/site.ts";
import type { Code } from "../parse/code.ts";
import type { FunctionNode, Node } from "../parse/tree.ts";
import type { Fn, Klass, Names, Rec, Unknown, Value } from "./values.ts";
import type { World } from "./world.ts";

/** How a statement ends that does not lead to the next one. */
export type Ending =
  | { readonly kind: "return"; readonly value: Value }
  | { readonly kind: "break" | "continue"; readonly label: string | undefined };

/** Thrown for what the code throws. */
export class Thrown extends Error {
  readonly value: Value;

  constructor(value: Value) {
    super("the played code throws");
    this.value = value;
  }
}

/** The places of the text by which a site is played. */
export interface Part {
  /** The write of the site. */
  readonly site: Range;
  /** The challenged scope as it reaches the sink. */
  readonly challenged: Range;
  /** Where the response or the challenge arrives: a parameter, or a variable with what fetches. */
  readonly arrival: Range | undefined;
  /** The calls that ask for what the sink is given. */
  readonly authorizations: readonly Range[];
  /** The text of the sink. */
  readonly sink: string;
  /** Whether the sink is a variable, which its name tells where it is read. */
  readonly isVariable: boolean;
  /** The function by which the change joins scopes. */
  readonly helper: string | undefined;
}

/** A function that the text hands to code that is not seen: that may call it once, or for every answer. */
export interface HandedFunction {
  readonly node: FunctionNode;
  /** The function that hands it over. */
  readonly within: FunctionNode | undefined;
  /** What it is handed to: `http` of `http.on("answer", handler)`. */
  readonly to: Value;
  /** Whether that function gives back what works on with it, so that it is made once. */
  isMadeOnce: boolean;
}

/** What plays code; its parts know each other by this. */
export interface Player {
  readonly code: Code;
  readonly part: Part;
  readonly world: World;
  /** The texts of what is handed to the authorization first: the client has such a provider, else it could not ask. */
  readonly providers: ReadonlySet<string>;
  /** The text of what is called where the answer arrives: whatever that is, it sends a request. */
  readonly sending: string | undefined;
  /** What leads on: where a test is not known, it lets these be reached. */
  readonly targets: readonly Range[];
  /** The tests that were taken to let the code go on, without being known. */
  readonly assumed: Set<Node>;
  /** What was assumed of what stays unknown, so that it is the same each time. */
  readonly assumptions: Map<Unknown, boolean>;
  /** The names of the members that the text writes. */
  readonly written: ReadonlySet<string>;
  /** The names that code has changed while it was played. */
  readonly changed: Set<string>;
  /** The functions that were entered. */
  readonly entered: Set<Node>;
  /** The parameters of functions around the one that is entered, which may be others each time. */
  readonly captured: Set<Value>;
  /** What timers wait for. */
  readonly later: Fn[];
  /** What the sink holds in the beginning where its makers give it something that is not seen. */
  readonly given: string;
  /** The functions that were handed to code that is not seen, as far as they lead on. */
  readonly handed: HandedFunction[];
  /** What the sink's variable is known by; absent where the sink is none. */
  readonly sinkKey: string | undefined;
  /** What the sink got. */
  sinkValue: Value;
  /** The text in which a request of the client's own asks for it: `openid read`, say; absent where none is seen. */
  requested: string | undefined;
  /** Whether answers are given to the code: what it fetches before it asks is something else. */
  readonly isHandler: boolean;
  /** Whether the answer arrived without a request: the code is given it by others. */
  isHanded: boolean;
  /** Whether the challenged scope has reached the sink. */
  hasReached: boolean;
  /** Whether the sink was written to. */
  isWritten: boolean;
  /** What the sink held before anything was played; absent where it has not been read. */
  initial: { readonly value: Value } | undefined;
  /** Counts what is done. @throws where that is too much */
  step(): void;
  evaluate(node: Node, names: Names): Value;
  execute(node: Node, names: Names): Ending | undefined;
  executeAll(nodes: readonly Node[], names: Names): Ending | undefined;
  /** Binds a pattern's names. @param isVar whether they hold for the whole function */
  bind(pattern: Node, value: Value, names: Names, isVar?: boolean): void;
  /** Writes to what stands on the left of an assignment. */
  assign(target: Node, value: Value, names: Names): void;
  enter(fn: Fn, self: Value, args: readonly Value[]): Value;
  call(callee: Value, self: Value, args: readonly Value[]): Value;
  construct(klass: Klass, args: readonly Value[]): Rec;
  /** Lets the class above make its part of an object. */
  raise(self: Rec, args: readonly Value[]): void;
  read(object: Value, name: string): Value;
  /** Whether a test holds. */
  decide(test: Node, value: Value): boolean;
  /** What an identifier is known by. */
  keyOf(identifier: t.Identifier): string;
  /** A name for what is not known, as the key of a record. */
  nameOf(unknown: Unknown): string;
  lookUp(identifier: t.Identifier, names: Names): Value;
}

/** Whether a node is what stands at a place. */
export const isAt = ({ start, end }: Node, place: Range | undefined): boolean =>
  place !== undefined && start === place.start && end === place.end;

/** Whether a node holds a place that leads on. */
export const leadsOn = ({ targets }: Player, { start, end }: Node): boolean =>
  targets.some((target) => (start ?? 0) <= target.start && target.end <= (end ?? 0));
