import type * as t from "@babel/types";
import { factsAt } from "../find/dominance.ts";
import type { Test } from "../find/facts.ts";
import { isStepUp } from "../find/kinds.ts";
import { partsNamed } from "../find/parts.ts";
import { classGiven } from "../find/shells.ts";
import { constantText, isCall, isMember, memberName, unwrap } from "../find/syntax.ts";
import { classesBelow, usesOf } from "../find/uses.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { valuesGiven } from "./owners/fresh.ts";

/**
 * Where an error of a class of this file is made without an insufficient_scope challenge: by a check before the request,
 * by a policy of its own. The class then tells of no challenge. Undefined where each is made of one, where none is made
 * here, or where something else was tested as well.
 */
export function thrownElsewhere(code: Code, tests: readonly Test[]): Node | undefined {
  const byClass = tests.filter(({ kind }) => kind === "error-class");
  const isOther = (test: Test) => test.ofErrorCode && !test.doubt && !byClass.includes(test);
  if (byClass.length === 0 || tests.some((test) => isOther(test) && !isOfClass(code, test, byClass))) return undefined;
  for (const test of byClass) {
    const owner = classTested(code, test.node);
    const made = owner && madeElsewhere(code, owner);
    if (made) return made;
  }
  return undefined;
}

/** Whether a test asks for what every object of a tested class has: `readonly code = "insufficient_scope"`. */
function isOfClass(code: Code, test: Test, byClass: readonly Test[]): boolean {
  const node = unwrap(test.node);
  const sides = node.type === "BinaryExpression" ? [node.left, node.right].map(unwrap) : [];
  const names = sides.flatMap((side) => (isMember(side) ? (memberName(code, side) ?? []) : []));
  const classes = byClass.flatMap((each) => classTested(code, each.node) ?? []);
  return names.some((name) =>
    classes.every((owner) => {
      const values = [owner, ...classesBelow(code, owner)].flatMap((each) => valuesOf(code, each, name));
      return values.length > 0 && new Set(values.map((value) => constantText(code, value) ?? value)).size === 1;
    }),
  );
}

/** What a field of a class is given, of its objects or its own. */
function valuesOf(code: Code, owner: t.Class, name: string): readonly Node[] {
  const fixed = partsNamed(code, owner, name).flatMap((part) =>
    part.type === "ClassProperty" && part.static && part.value ? [part.value] : [],
  );
  return fixed.length > 0 ? fixed : (valuesGiven(code, owner, name) ?? []);
}

/** The class of this file of which a value is tested to be: `error instanceof X`, `X.isInstance(error)`. */
export function classTested(code: Code, test: Node): t.Class | undefined {
  const node = unwrap(test);
  const callee = isCall(node) ? unwrap(node.callee) : undefined;
  const named = node.type === "BinaryExpression" ? node.right : isMember(callee) ? callee.object : undefined;
  return classGiven(code, named);
}

function madeElsewhere(code: Code, owner: t.Class): Node | undefined {
  for (const each of [owner, ...classesBelow(code, owner)]) {
    for (const making of makingsOf(code, each)) {
      if (!isStepUp(factsAt(code, making).proved)) return making;
    }
  }
  return undefined;
}

/** Where objects of a class are made. */
function makingsOf(code: Code, owner: t.Class): Node[] {
  return (usesOf(code, owner)?.mentions ?? []).flatMap((mention) => {
    const parent = code.tree.parent(mention);
    return parent?.type === "NewExpression" && parent.callee === mention ? [parent] : [];
  });
}
