import { InsufficientScopeError, type Client } from "@modelcontextprotocol/client";
export async function call(connect: (scope: string) => Promise<Client>, name: string) {
  let client = await connect("read");
  try {
    return await client.callTool({ name, arguments: {} });
  } catch (error) {
    if (!(error instanceof InsufficientScopeError) || !error.requiredScope) throw error;
    const scope = error.requiredScope;
    client = await connect(scope); // expect: review scope-side-channel
    return client.callTool({ name, arguments: {} });
  }
}
