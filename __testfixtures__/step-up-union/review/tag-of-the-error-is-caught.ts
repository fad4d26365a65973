import { Effect } from "effect";
import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
export const run = (provider: OAuthClientProvider, url: string, call: any) =>
  call.pipe(
    Effect.catchTag("insufficient_scope", (e: { scope?: string }) =>
      Effect.promise(() => auth(provider, { serverUrl: url, scope: e.scope })), // expect: review unproven-step-up (advice refresh-cannot-widen, granted-scope-unknown, scope-may-be-missing)
    ),
  );
