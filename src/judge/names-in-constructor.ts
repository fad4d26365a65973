import type * as t from "@babel/types";
import { partsNamed } from "../find/parts.ts";
import { pathOf, unwrap } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";

/**
 * The ids of the constructor's names for what is kept at a path of the class around a place: functions that are made there
 * know it by them. `constructor(private readonly provider)`, `this.provider = given`, `const store = this.provider`.
 */
export function namesInConstructor(code: Code, place: Node, path: string): readonly string[] {
  const owner = path.startsWith("this.") ? code.tree.classAround(place) : undefined;
  return owner ? code.answers.ofBoth(namesInConstructor, owner, path, () => findNames(code, owner, path)) : [];
}

function findNames(code: Code, owner: t.Class, path: string): readonly string[] {
  const [made] = partsNamed(code, owner, "constructor");
  if (made?.type !== "ClassMethod") return [];
  const kept = made.params.flatMap((parameter) => {
    const given = parameter.type === "TSParameterProperty" ? parameter.parameter : undefined;
    const name = given?.type === "AssignmentPattern" ? given.left : given;
    return name?.type === "Identifier" && `this.${name.name}` === path ? [name] : [];
  });
  const assigned = code.tree.own(made.body, "AssignmentExpression").flatMap(({ left, operator, right }) => {
    return operator === "=" && pathOf(code, left) === path ? [unwrap(right)] : [];
  });
  const taken = code.tree.own(made.body, "VariableDeclarator").flatMap(({ id, init }) => {
    return init && pathOf(code, init) === path ? [id] : [];
  });
  return [...kept, ...assigned, ...taken].flatMap((name) =>
    name.type === "Identifier" ? (code.bindings.resolve(name)?.id ?? []) : [],
  );
}
