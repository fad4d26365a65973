import { z } from "zod";
import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
const Body = z.object({ error: z.literal("insufficient_scope"), scope: z.string() });
export class C { private scope?: string; constructor(private provider: OAuthClientProvider, private url: string) {}
  async on(res: Response) {
    const parsed = Body.safeParse(await res.json());
    if (parsed.success) {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, parsed.data.scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 * Typed as a string where the last part is one, as a scope is never blank; of blanks alone, the union is undefined.
 */
function unionScopes(...scopes: [...Array<string | undefined>, string]): string;
function unionScopes(...scopes: Array<string | undefined>): string | undefined;
function unionScopes(...scopes: Array<string | undefined>): string | undefined {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
