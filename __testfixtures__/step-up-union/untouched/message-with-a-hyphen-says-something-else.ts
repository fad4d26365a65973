interface Page {
  send(channel: string, message: { scope: string }): void;
}

export async function request(page: Page, url: string): Promise<Response> {
  const response = await fetch(url);
  if (response.status === 403) {
    const body = (await response.json()) as { error?: string; scope?: string };
    if (body.error === "insufficient_scope" && body.scope) page.send("step-back", { scope: body.scope });
  }
  return response;
}
