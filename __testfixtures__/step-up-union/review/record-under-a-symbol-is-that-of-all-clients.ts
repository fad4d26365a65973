import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Slot {
  scope?: string | undefined;
}

const kSlot = Symbol.for("acme.mcp.stepup");
const root = globalThis as typeof globalThis & { [kSlot]?: Slot };
root[kSlot] ??= {};

export class HotTransport {
  private readonly [kSlot]: Slot = root[kSlot] as Slot;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    if (scope) this[kSlot].scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this[kSlot].scope });
  }
}
