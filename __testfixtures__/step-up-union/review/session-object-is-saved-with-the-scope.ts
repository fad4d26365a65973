import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

interface Session {
  accessToken?: string;
  requestedScope?: string;
  save(): Promise<void>;
}

/** The route for the login is in another file: it reads what is saved here. */
export async function relay(request: Request & { session: Session }): Promise<Response> {
  const upstream = await fetch("https://api.example.com/mcp", request);
  if (upstream.status !== 403) return upstream;
  const challenge = extractWWWAuthenticateParams(upstream);
  if (challenge.error !== "insufficient_scope") return upstream;
  request.session.requestedScope = challenge.scope; // expect: review unproven-step-up (advice granted-scope-unknown, scope-may-be-missing)
  await request.session.save();
  return Response.json({ error: "consent_needed" }, { status: 403 });
}
