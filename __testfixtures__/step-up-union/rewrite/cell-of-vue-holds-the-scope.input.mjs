import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { ref } from "vue";

const SERVER = "https://forms.example.net/mcp";

export function useForms(provider) {
  const requested = ref("forms:list");

  return async function send(path) {
    const response = await fetch(SERVER + path);
    if (response.status !== 403) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    requested.value = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(provider, { serverUrl: SERVER, scope: requested.value });
    return response;
  };
}
