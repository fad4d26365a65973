import { z } from "zod";
import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
const Body = z.object({ error: z.literal("insufficient_scope"), scope: z.string() });
export class C { private scope?: string; constructor(private provider: OAuthClientProvider, private url: string) {}
  async on(res: Response) {
    const parsed = Body.safeParse(await res.json());
    if (parsed.success) {
      this.scope = parsed.data.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
