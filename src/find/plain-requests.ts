import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { PLAIN_REQUEST_OPTIONS, PLATFORM_FETCH, SENDING_FUNCTIONS_OF } from "../rules/names-beside.ts";
import { importedFrom } from "./imported.ts";
import { type Call, isCall, pathOf, propertyName, unwrap } from "./syntax.ts";

/**
 * The options of a request that is sent and forgotten: by the `fetch` of the platform, or a function of a module that is
 * known to be one, to an address of its own, with nothing but a method, headers and a body. No cookie, no cache and no
 * client keeps anything of it.
 */
export function optionsOfRequest(code: Code, call: Node): t.ObjectExpression | undefined {
  if (!isCall(call) || !isSender(code, call) || call.arguments.length !== 2) return undefined;
  const [address, options] = call.arguments;
  const record = options && unwrap(options);
  if (!address || isOfPage(address) || record?.type !== "ObjectExpression") return undefined;
  const isPlain = record.properties.every(
    (part) =>
      part.type === "ObjectProperty" && PLAIN_REQUEST_OPTIONS.test(propertyName(code, part.key, part.computed) ?? ""),
  );
  return isPlain ? record : undefined;
}

function isSender(code: Code, { callee }: Call): boolean {
  const name = unwrap(callee);
  if (PLATFORM_FETCH.test(pathOf(code, name) ?? "")) return true;
  const from = importedFrom(code, name);
  return from !== undefined && SENDING_FUNCTIONS_OF.test(`${from.module} ${from.name}`);
}

/** Whether an address is relative to a page, whose cookies go along. */
function isOfPage(address: Node): boolean {
  const node = unwrap(address);
  const text =
    node.type === "StringLiteral"
      ? node.value
      : node.type === "TemplateLiteral"
        ? node.quasis[0]?.value.raw
        : undefined;
  return text !== undefined && text !== "" && !/^https?:\/\//.test(text);
}
