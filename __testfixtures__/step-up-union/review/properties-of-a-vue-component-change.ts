import { ref } from "vue";
import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export default {
  setup(props: { serverUrl: string; provider: OAuthClientProvider }) {
    const requested = ref<string>();
    async function onForbidden(response: Response) {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error !== "insufficient_scope" || !scope) return;
      requested.value = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(props.provider, { serverUrl: props.serverUrl, scope: requested.value });
    }
    return { onForbidden };
  },
};
