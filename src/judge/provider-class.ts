import { classesAbove } from "../find/functions.ts";
import { isClass } from "../find/shells.ts";
import { propertyKey, typeNamed } from "../find/type-names.ts";
import { declaredType } from "../find/types.ts";
import type { Code } from "../parse/code.ts";
import type { FunctionNode, Node } from "../parse/tree.ts";

/** Whether a method may be that of a provider, as far as its declared type tells: of its class, or of one that is like it. */
export function mayBeOf(code: Code, method: FunctionNode, provider: Node): boolean {
  const owner = method.type === "ClassMethod" ? code.tree.classAround(method) : undefined;
  const type = declaredType(code, provider);
  if (!owner || type?.annotation === undefined || type.annotation.type !== "TSTypeReference") return true;
  const above = classesAbove(code, owner);
  const isAllSeen = [owner, ...above].at(-1)?.superClass == null;
  if (!isAllSeen || (owner.implements?.length ?? 0) > 0) return true;
  const named = typeNamed(code, type.annotation.typeName, provider);
  if (named && "type" in named && isClass(named)) return named === owner || above.includes(named);
  // Of another type, what is given has all its members: the SDK's has more than `tokens()` to be given.
  const own = [owner, ...above].flatMap(({ body }) => body.body.map((part) => propertyKey(code, part)));
  return type.members ? type.members.every((name) => own.includes(name)) : own.includes("saveTokens");
}
