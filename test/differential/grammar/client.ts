import { transformSync } from "esbuild";
import type { Manner } from "../trace.ts";
import { NO_CONTAINER } from "./containers.ts";
import type { Features } from "./features.ts";
import { asClass, asFunction } from "./forms.ts";
import { handlerOf } from "./handler.ts";
import { indented } from "./indented.ts";
import { ownersOf } from "./owners.ts";
import type { Piece } from "./pieces.ts";
import { FORMS, PROVIDERS, type Provider } from "./surroundings.ts";

/** A generated client. */
export interface Client {
  readonly text: string;
  readonly extension: ".ts" | ".mjs";
  readonly manner: Manner;
  readonly given: Provider["given"];
  /** Whether one client serves all servers, and so gets all of their providers. */
  readonly servesAll: boolean;
}

/** The client that has certain features. */
export function clientOf(features: Features): Client {
  const provider = PROVIDERS[features.provider] as Provider;
  const text = inLanguage(features.language, typescriptOf(features, provider));
  return {
    text,
    extension: features.language === "TypeScript" ? ".ts" : ".mjs",
    manner: {
      separator: FORMS[features.form]?.separator ?? " ",
      remembers: features.container !== NO_CONTAINER,
      remembersSuccess: false,
      readsTokens: provider.knowsGranted,
    },
    given: provider.given,
    servesAll: features.servers !== "one for each client",
  };
}

function typescriptOf(features: Features, provider: Provider): string {
  const owner = ownersOf(features.servers, provider.type);
  const { send, pieces } = handlerOf(features, provider, owner);
  const all: readonly Piece[] = [provider, owner, ...pieces];
  const collect = (of: (piece: Piece) => readonly string[] | undefined): string[] => [
    ...new Set(all.flatMap((piece) => of(piece) ?? [])),
  ];
  const modules = collect(({ module }) => (module ? [module] : []));
  const imports = modules.filter((each) => each.startsWith("import "));
  const { name, from } = provider.auth;
  const sdk = "@modelcontextprotocol/sdk/client/auth.js";
  const names = ["extractWWWAuthenticateParams", "type OAuthClientProvider"];
  if (from === sdk) names.unshift(name);
  else imports.push(`import { ${name} } from "${from}";`);
  const base = modules.some((each) => each.startsWith("class Base ")) ? " extends Base" : "";
  const shaped = features.shape === "function" ? asFunction : asClass;
  const text = [
    `import { ${names.join(", ")} } from "${sdk}";`,
    ...imports,
    "",
    "interface Message {\nbody: string;\nurl: URL;\nuser?: string;\nretried?: boolean;\n}",
    ...modules.filter((each) => !each.startsWith("import ")),
    "",
    ...shaped({
      base,
      parameters: owner.parameters,
      fields: collect((piece) => piece.fields),
      constructing: [...owner.keeping, ...collect((piece) => piece.constructing)],
      members: [send, ...collect((piece) => piece.members)],
    }),
    "",
  ].join("\n");
  return indented(
    text.replaceAll("Kept", FORMS[features.form]?.type ?? "string | undefined").replaceAll("$server", owner.url),
  );
}

function inLanguage(language: string, text: string): string {
  if (language === "TypeScript") return text;
  const target = language === "lowered" ? "es2016" : "es2022";
  return transformSync(text, { loader: "ts", format: "esm", target, minify: language === "minified" }).code;
}
