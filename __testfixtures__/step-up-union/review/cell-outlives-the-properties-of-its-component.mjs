import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
import { ref } from "vue";

export function useAsked(props) {
  const asked = ref("read");
  return async (challenge) => {
    const { provider, url } = props;
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return;
    asked.value = challenge.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(provider, { serverUrl: url, scope: asked.value });
  };
}
