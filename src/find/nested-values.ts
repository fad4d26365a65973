import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import type { Alternative } from "./alternatives.ts";
import { leavesMember } from "./constant-members.ts";
import { wayTo } from "./patterns.ts";
import { valuesOfPart } from "./read-together.ts";
import type { Reader } from "./reader.ts";
import { returnedProperties } from "./returned-properties.ts";
import { isMember, isNeverWritten, memberName, unwrap } from "./syntax.ts";
import { unread } from "./unread.ts";

/** More members within each other than a record of results has. */
const MOST_NAMES = 4;

/**
 * The values of a part of a record within what a function of this file gives, or of a record or list of results that a
 * pattern takes apart: `result.error.wanted`, `const [body, refused] = await get(url); refused.scope`.
 */
export function nestedValues(reader: Reader, part: Node): readonly Alternative[] | undefined {
  const { code } = reader;
  const names: string[] = [];
  let record: Node = part;
  while (isMember(record)) {
    const name = memberName(code, record);
    if (name === undefined || names.length === MOST_NAMES) return undefined;
    names.unshift(name);
    record = unwrap(record.object);
  }
  const owner = record.type === "Identifier" ? code.bindings.resolve(record) : undefined;
  const [base, first] = [record, names[0]];
  const { declaration } = owner ?? {};
  const isTaken = declaration?.type === "VariableDeclarator" && /^(?:Object|Array)Pattern$/.test(declaration.id.type);
  if (owner && isTaken && declaration.init && isNeverWritten(code, owner)) {
    const way = wayTo(code, declaration.id, owner.identifier);
    if (!way) return undefined;
    names.unshift(...way);
    record = unwrap(declaration.init);
  }
  if (names.length < 2 && !isTaken) return undefined;
  const made = returnedProperties(code, record, ...names)?.flatMap((each) => valuesOfPart(reader, record, each));
  return made && asLeft(code, record, names[0], asLeft(code, base, first, made));
}

/** The values of a member, as far as nothing else was put into it since its record was made: then they are not known to be. */
export function asLeft(
  code: Code,
  record: Node,
  name: string | undefined,
  made: readonly Alternative[],
): readonly Alternative[] {
  const node = unwrap(record);
  const owner = name !== undefined && node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
  return owner === undefined || leavesMember(code, owner, name) ? made : unread(record, made);
}
