import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Options {
  serverUrl: URL;
  scope?: string;
}

/** What a plugin does with the options is not seen: it may well widen the scope. */
export async function onForbidden(
  provider: OAuthClientProvider,
  serverUrl: URL,
  response: Response,
  plugin: (options: Options) => void,
): Promise<void> {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") {
    const options = { serverUrl, scope }; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    plugin(options);
    await auth(provider, options);
  }
}

/** The second round asks for what the plugin was given in the first. */
export async function onForbiddenTwice(
  provider: OAuthClientProvider,
  serverUrl: URL,
  response: Response,
  plugin: (options: Options) => void,
): Promise<void> {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") {
    const options = { serverUrl, scope }; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    for (let round = 0; round < 2; round++) {
      await auth(provider, options);
      plugin(options);
    }
  }
}
