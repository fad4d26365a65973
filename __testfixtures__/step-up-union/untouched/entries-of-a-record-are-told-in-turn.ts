interface Host {
  run(server: string): Promise<{ error?: string; required_scopes?: string[] }>;

}

export async function runAll(host: Host, servers: string[]): Promise<void> {
  const lacking: Record<string, string[]> = {};
  for (const server of servers) {
    const result = await host.run(server);
    if (result.error === "insufficient_scope" && result.required_scopes) lacking[server] = result.required_scopes;
  }
  for (const [server, scopes] of Object.entries(lacking)) {
    console.warn(server, "refused", { scopes });
  }
}
