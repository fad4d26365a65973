import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { defineStore } from "pinia";
import { provider } from "./provider.mjs";

const serverUrl = "https://mcp.example";

export const useInvoices = defineStore("invoices", {
  state: () => ({ rows: [], scope: undefined }),
  actions: {
    async onForbidden(response) {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope" && scope) {
        this.$reset();
        this.scope = scope; // expect: review unfit-sink
        await auth(provider, { serverUrl, scope: this.scope });
      }
    },
  },
});
