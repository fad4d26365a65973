import type * as mcp from "@modelcontextprotocol/client";
import { auth } from "@modelcontextprotocol/client";

export class RefusalHandler {
  private requested?: string;

  constructor(private readonly provider: mcp.OAuthClientProvider, private readonly serverUrl: string) {}

  async handle({ requiredScope }: mcp.InsufficientScopeError): Promise<void> {
    this.requested = requiredScope; // expect: review unproven-step-up (advice scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.requested, forceReauthorization: true });
  }
}
