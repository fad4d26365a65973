import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
import { ref } from "vue";
const shared = ref("read");
export function useAsked(provider, url) {
  const asked = ref(shared);
  return async (challenge) => {
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return;
    asked.value = challenge.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(provider, { serverUrl: url, scope: asked.value });
  };
}
