import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

declare function it(title: string, run: () => Promise<void>): void;
declare function expect(value: unknown): { toBe(wanted: unknown): void };
declare const provider: OAuthClientProvider;

it("asks for the challenged scope after insufficient_scope", async () => {
  const asked: { scope?: string } = {};
  const server = (url: URL): Response => {
    const scope = url.searchParams.get("scope") ?? undefined;
    asked.scope = scope;
    if (scope === "admin") return new Response("ok");
    return new Response("", { status: 403, headers: { "www-authenticate": 'Bearer error="insufficient_scope"' } });
  };
  await auth(provider, { serverUrl: "https://mcp.example", scope: "admin" });
  expect(server(new URL("https://mcp.example/?scope=admin")).status).toBe(200);
  expect(asked.scope).toBe("admin");
});
