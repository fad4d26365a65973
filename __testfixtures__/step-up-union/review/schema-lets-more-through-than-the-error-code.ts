import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import * as v from "valibot";
import { z } from "zod";

const Problem = z.object({ error: z.enum(["insufficient_scope", "invalid_token"]), scope: z.string().optional() });
const Refusal = v.object({ error: v.optional(v.literal("insufficient_scope")), scope: v.string() });
const Widened = z.object({ error: z.literal("insufficient_scope"), scope: z.string() }).extend({ error: z.string() });
const Several = z.object({ error: z.literal(["insufficient_scope", "invalid_token"]), scope: z.string() });
declare const checks: typeof z;
const OfAnother = checks.object({ error: checks.literal("insufficient_scope"), scope: z.string() });
const Part = z.object({ error: z.literal("insufficient_scope"), scope: z.string() });
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
    this.scope = problem.data.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async onRefusal(body: unknown) {
    const refusal = v.safeParse(Refusal, body);
    if (refusal.success) await auth(this.provider, { serverUrl: this.url, scope: refusal.output.scope }); // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
  }

  async onWidened(body: { last: unknown }) {
    const found = Widened.safeParse(body);
    if (found.success) await auth(this.provider, { serverUrl: this.url, scope: found.data.scope }); // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
  }

  async onSeveral(body: { last: unknown }) {
    const found = Several.safeParse(body);
    if (found.success) await auth(this.provider, { serverUrl: this.url, scope: found.data.scope }); // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
  }

  async onOfAnother(body: { last: unknown }) {
    const found = OfAnother.safeParse(body);
    if (found.success) await auth(this.provider, { serverUrl: this.url, scope: found.data.scope }); // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
  }

  async onPart(body: { last: unknown }) {
    const found = Part.safeParse(body.last);
    if (found.success) await auth(this.provider, { serverUrl: this.url, scope: found.data.scope }); // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
  }

  async onOther(body: unknown) {
    const other = Other.safeParse(body);
    if (other.success) await auth(this.provider, { serverUrl: this.url, scope: other.data.scope });
  }
}
