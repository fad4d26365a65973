import type * as t from "@babel/types";
import { calleeName } from "../../find/calls.ts";
import { partsNamed } from "../../find/parts.ts";
import { type Call, isCall, isMember, pathOf, unwrap } from "../../find/syntax.ts";
import { isThisMember } from "../../find/this.ts";
import { type Binding, boundNames } from "../../parse/bindings.ts";
import type { Code } from "../../parse/code.ts";
import { isFunction, type Node } from "../../parse/tree.ts";
import {
  FOLLOWING_COMPONENT,
  KEPT_BY_COMPONENT,
  REACTIVE,
  SET_BY_SIGNAL,
  SET_FROM_OUTSIDE,
} from "../../rules/names.ts";

/*
 * A component is a function that runs again whenever what it is given changes, or an object whose properties are
 * changed from outside. What it keeps lives on meanwhile: it belongs to another server then than what is given. That
 * something looks like a component is no proof of it, but enough to doubt.
 */

/** The call that makes what a variable of a component keeps: `const [state] = useState({})`, `const ref = useRef()`. */
export function keepingCall(code: Code, { declaration }: Binding): Call | undefined {
  const made = declaration.type === "VariableDeclarator" && declaration.init ? unwrap(declaration.init) : undefined;
  const call = made && isMember(made) ? unwrap(made.object) : made;
  return call && isCall(call) && KEPT_BY_COMPONENT.test(calleeName(code, call) ?? "") ? call : undefined;
}

/** The paths by whose change what a call keeps is made anew: `useMemo(() => ({}), [serverUrl, provider])`. */
export function dependenciesOf(code: Code, call: Call): readonly string[] {
  const [, given] = call.arguments;
  const list = given && unwrap(given);
  return list?.type === "ArrayExpression" ? list.elements.flatMap((each) => (each && pathOf(code, each)) || []) : [];
}

/**
 * Whether a variable follows what its component is given: a property, a context, a state that is set elsewhere. Most
 * such variables are the same for one run of the component; others change while it goes on.
 */
export function followsComponent(code: Code, { declaration }: Binding, isOneRun: boolean): boolean {
  const made = declaration.type === "VariableDeclarator" && declaration.init ? unwrap(declaration.init) : undefined;
  if (!made || !isCall(made) || declaration.type !== "VariableDeclarator") return false;
  const name = calleeName(code, made) ?? "";
  if (isOneRun || REACTIVE.test(name)) return REACTIVE.test(name);
  return KEPT_BY_COMPONENT.test(name) ? isSet(code, declaration.id) : FOLLOWING_COMPONENT.test(name);
}

/** Whether what a state hook gives for setting it is used: `const [server, setServer] = useState(first)`. */
function isSet(code: Code, pattern: Node): boolean {
  const setter = pattern.type === "ArrayPattern" ? pattern.elements[1] : undefined;
  return (
    !!setter &&
    boundNames(setter).some((name) => {
      const binding = code.bindings.resolve(name);
      return binding !== undefined && (code.bindings.references(binding) ?? []).some((each) => each !== name);
    })
  );
}

/** Whether a member is a property that a component is given anew: `this.props.provider`, `props.provider` in a `setup`. */
export function isGivenAnew(code: Code, member: t.MemberExpression | t.OptionalMemberExpression): boolean {
  const path = pathOf(code, member);
  if (path !== undefined && isThisMember(path)) {
    const owner = code.tree.classAround(member);
    const name = /^this(?:@[^.]*)?\.([^.]*)/.exec(path)?.[1];
    return (
      owner !== undefined && ((name === "props" && owner.superClass != null) || isSetFromOutside(code, owner, name))
    );
  }
  const object = unwrap(member.object);
  const binding = object.type === "Identifier" ? code.bindings.resolve(object) : undefined;
  const { declaration, kind } = binding ?? {};
  if (kind !== "parameter" || !declaration || !isFunction(declaration)) return false;
  return declaration.type === "ObjectMethod" && pathOf(code, declaration.key) !== undefined && isSetup(declaration);
}

const isSetup = ({ key, computed }: t.ObjectMethod): boolean =>
  !computed && key.type === "Identifier" && key.name === "setup";

function isSetFromOutside(code: Code, owner: t.Class, name: string | undefined): boolean {
  return partsNamed(code, owner, name ?? "").some((part) => {
    if (part.type !== "ClassProperty" && part.type !== "ClassAccessorProperty") return false;
    const value = part.value ? unwrap(part.value) : undefined;
    if (value && isCall(value) && SET_BY_SIGNAL.test(calleeName(code, value) ?? "")) return true;
    return (part.decorators ?? []).some(({ expression }) => {
      const called = unwrap(isCall(expression) ? expression.callee : expression);
      return called.type === "Identifier" && SET_FROM_OUTSIDE.test(called.name);
    });
  });
}
