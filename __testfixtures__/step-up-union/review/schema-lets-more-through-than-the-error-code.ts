import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import * as v from "valibot";
import { z } from "zod";

const Problem = z.object({ error: z.enum(["insufficient_scope", "invalid_token"]), scope: z.string().optional() });
const Refusal = v.object({ error: v.optional(v.literal("insufficient_scope")), scope: v.string() });
const Other = z.object({ error: z.literal("invalid_token"), scope: z.string() });

export class Inbox {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: string,
  ) {}

  async onProblem(response: Response) {
    const problem = Problem.safeParse(await response.json());
    if (!problem.success) return;
    this.scope = problem.data.scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async onRefusal(body: unknown) {
    const refusal = v.safeParse(Refusal, body);
    if (refusal.success) await auth(this.provider, { serverUrl: this.url, scope: refusal.output.scope }); // expect: review unproven-step-up (advice refresh-cannot-widen)
  }

  async onOther(body: unknown) {
    const other = Other.safeParse(body);
    if (other.success) await auth(this.provider, { serverUrl: this.url, scope: other.data.scope });
  }
}
