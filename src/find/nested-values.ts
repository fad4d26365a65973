import type { Node } from "../parse/tree.ts";
import { type Alternative, under } from "./alternatives.ts";
import { memberWrites } from "./constant-members.ts";
import type { Reader } from "./reader.ts";
import { returnedProperties } from "./returned-properties.ts";
import { isMember, type Member, memberName, unwrap } from "./syntax.ts";

/** More members within each other than a record of results has. */
const MOST_NAMES = 4;

/** The values of a member of a record within what a function of this file gives: `result.error.wanted`. */
export function nestedValues({ code, read }: Reader, member: Member): readonly Alternative[] | undefined {
  const names: string[] = [];
  let record: Node = member;
  while (isMember(record)) {
    const name = memberName(code, record);
    if (name === undefined || names.length === MOST_NAMES) return undefined;
    names.unshift(name);
    record = unwrap(record.object);
  }
  const owner = record.type === "Identifier" ? code.bindings.resolve(record) : undefined;
  if (names.length < 2 || (owner && memberWrites(code, owner).length > 0)) return undefined;
  return returnedProperties(code, record, ...names)?.flatMap(({ value, facts }) => under(facts, read(value)));
}
