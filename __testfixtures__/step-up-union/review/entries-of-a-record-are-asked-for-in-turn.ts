interface Host {
  run(server: string): Promise<{ error?: string; required_scopes?: string[] }>;
  reconnect(server: string, options: { scopes: string[] }): Promise<void>;
}

export async function runAll(host: Host, servers: string[]): Promise<void> {
  const lacking: Record<string, string[]> = {};
  for (const server of servers) {
    const result = await host.run(server);
    if (result.error === "insufficient_scope" && result.required_scopes) lacking[server] = result.required_scopes; // expect: review scope-side-channel
  }
  for (const [server, scopes] of Object.entries(lacking)) {
    await host.reconnect(server, { scopes });
  }
}
