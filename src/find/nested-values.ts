import type { Node } from "../parse/tree.ts";
import { type Alternative, under } from "./alternatives.ts";
import { memberWrites } from "./constant-members.ts";
import { wayTo } from "./patterns.ts";
import type { Reader } from "./reader.ts";
import { returnedProperties } from "./returned-properties.ts";
import { isMember, isNeverWritten, memberName, unwrap } from "./syntax.ts";

/** More members within each other than a record of results has. */
const MOST_NAMES = 4;

/**
 * The values of a part of a record within what a function of this file gives, or of a record or list of results that a
 * pattern takes apart: `result.error.wanted`, `const [body, refused] = await get(url); refused.scope`.
 */
export function nestedValues({ code, read }: Reader, part: Node): readonly Alternative[] | undefined {
  const names: string[] = [];
  let record: Node = part;
  while (isMember(record)) {
    const name = memberName(code, record);
    if (name === undefined || names.length === MOST_NAMES) return undefined;
    names.unshift(name);
    record = unwrap(record.object);
  }
  const owner = record.type === "Identifier" ? code.bindings.resolve(record) : undefined;
  if (owner && names.length > 0 && memberWrites(code, owner).length > 0) return undefined;
  const { declaration } = owner ?? {};
  const isTaken = declaration?.type === "VariableDeclarator" && /^(?:Object|Array)Pattern$/.test(declaration.id.type);
  if (owner && isTaken && declaration.init && isNeverWritten(code, owner)) {
    const way = wayTo(code, declaration.id, owner.identifier);
    if (!way) return undefined;
    names.unshift(...way);
    record = unwrap(declaration.init);
  }
  if (names.length < 2 && !isTaken) return undefined;
  return returnedProperties(code, record, ...names)?.flatMap(({ value, facts }) => under(facts, read(value)));
}
