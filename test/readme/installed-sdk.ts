/** The folder of an installed SDK. */
export const SDK = "node_modules/@modelcontextprotocol/sdk";

/** The files of an SDK that is installed and replaces the requested scope, for a project. */
export const REPLACING_SDK: Readonly<Record<string, string | object>> = {
  [`${SDK}/package.json`]: { name: "@modelcontextprotocol/sdk", version: "1.32.2", type: "module" },
  [`${SDK}/dist/transport.js`]: `import { auth, extractWWWAuthenticateParams } from "./auth.js";
export class Transport {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
`,
};
