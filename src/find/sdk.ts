import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { bindingFrom, type Imported, importedFrom } from "./imported.ts";
import { isMember } from "./syntax.ts";

/** The packages of the MCP SDK for clients, all of their entry points. */
const PACKAGE = /^@modelcontextprotocol\/(?:sdk|client)(?:\/|$)/;
/** Where the SDK's own tree, and its forks and copies, keep the authorization of clients. */
const OWN_MODULE = /(?:^\.{1,2}\/(?:.*\/)?|\/client\/)auth(?:\.[cm]?[jt]s)?$/;
/** Where they keep the types of tokens. */
const OWN_TYPES = /(?:^\.{1,2}\/(?:.*\/)?|\/shared\/)auth(?:\.[cm]?[jt]s)?$/;

/** Names that the SDK's module exports beside `auth`, and that hardly another module has. */
const SIBLINGS =
  "OAuthClientProvider UnauthorizedError extractWWWAuthenticateParams extractResourceMetadataUrl AuthResult discoverOAuthMetadata discoverOAuthProtectedResourceMetadata startAuthorization exchangeAuthorization refreshAuthorization".split(
    " ",
  );

/** The SDK's classes that implement its `OAuthClientProvider`. */
const PROVIDER_CLASSES =
  /^(?:ClientCredentialsProvider|PrivateKeyJwtProvider|StaticPrivateKeyJwtProvider|CrossAppAccessProvider)$/;

/** Whether a name is one of the SDK's: of its package, or of its own tree, a fork or a copy of it. */
function isOfSdk(code: Code, { module }: Imported, own: RegExp, isEnough: boolean): boolean {
  return PACKAGE.test(module) || (own.test(module) && (isEnough || hasSiblings(code, module)));
}

/** Whether an imported name is the SDK's `auth`. In a tree of its own, other names of the SDK come along with it. */
export const isAuthOfSdk = (code: Code, imported: Imported): boolean =>
  imported.name === "auth" && isOfSdk(code, imported, OWN_MODULE, false);

export const isPackageOfSdk = ({ module }: Imported): boolean => PACKAGE.test(module);

/** Whether an imported name is a transport of version 1, whose `authProvider` is an OAuth client provider. */
export const isTransportOfSdk = ({ module, name }: Imported): boolean =>
  /^@modelcontextprotocol\/sdk(?:\/|$)/.test(module) && /^(?:StreamableHTTP|SSE)ClientTransport$/.test(name);

/** Whether an imported type is the SDK's provider, or a class of the SDK that is one. */
export const isProviderOfSdk = (code: Code, imported: Imported): boolean =>
  (imported.name === "OAuthClientProvider" && isOfSdk(code, imported, OWN_MODULE, true)) ||
  (PROVIDER_CLASSES.test(imported.name) && PACKAGE.test(imported.module));

/** Whether an imported class asks for the scope of its own metadata alone, in `prepareTokenRequest()`. */
export const hasScopeOfItsOwn = ({ module, name }: Imported): boolean =>
  PROVIDER_CLASSES.test(name) && /^@modelcontextprotocol\/sdk(?:\/|$)/.test(module);

/** Whether an imported type is that of the SDK's tokens. */
export const isTokensOfSdk = (code: Code, imported: Imported): boolean =>
  imported.name === "OAuthTokens" && isOfSdk(code, imported, OWN_TYPES, true);

function hasSiblings(code: Code, module: string): boolean {
  return SIBLINGS.some((name) =>
    (code.bindings.mentions(name, code.tree.program) ?? []).some((mention) => moduleOf(code, mention) === module),
  );
}

/** The module of which a mention takes a name. */
function moduleOf(code: Code, mention: Node): string | undefined {
  const parent = code.tree.parent(mention);
  if (isMember(parent) && parent.property === mention) return importedFrom(code, parent)?.module;
  if (parent?.type === "ImportSpecifier") {
    const declaration = code.tree.parent(parent);
    return declaration?.type === "ImportDeclaration" ? declaration.source.value : undefined;
  }
  if (parent?.type === "ObjectProperty" && parent.value.type === "Identifier") {
    const binding = code.bindings.resolve(parent.value);
    return binding && bindingFrom(code, binding)?.module;
  }
  return undefined;
}
