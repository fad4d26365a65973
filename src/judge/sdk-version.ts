import type * as t from "@babel/types";
import { moduleOf } from "../find/imported.ts";
import type { Call } from "../find/syntax.ts";
import type { SdkVersion } from "../model/site.ts";
import type { Code } from "../parse/code.ts";

const VERSIONS: Readonly<Record<string, SdkVersion>> = {
  "@modelcontextprotocol/sdk": 1,
  "@modelcontextprotocol/client": 2,
};

/** The version of the SDK that a call is imported from; undefined where it is from elsewhere. */
export const versionOfSdk = (code: Code, call: Call | t.NewExpression): SdkVersion | undefined =>
  VERSIONS[moduleOf(code, call)?.match(/^@modelcontextprotocol\/(?:client|sdk)\b/)?.[0] ?? ""];
