import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { Mutex } from "async-mutex";

export class Vault {
  constructor(file) {
    this.file = file;
    this.mutex = new Mutex();
  }

  tokens() {
    return this.mutex.runExclusive(() => this.file.read());
  }
}

export function steppingUp(serverUrl, vault) {
  let requested;
  return async (response) => {
    const release = await vault.mutex.acquire();
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") {
      release();
      return;
    }
    if (scope) requested = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    release();
    await auth(vault, { serverUrl, scope: requested });
  };
}
