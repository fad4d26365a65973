const HOST = "https://studio.example.com";

const account = { scope: "projects.view" };

declare function open(address: string): Promise<void>;

export async function call(path: string): Promise<Response> {
  const response = await fetch(HOST + path);
  const body: any = await response.json();
  if (response.status === 403 && body.error === "insufficient_scope" && typeof body.scope === "string") {
    account.scope = body.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
    await open(`${HOST}/authorize?${new URLSearchParams({ client_id: "studio", scope: account.scope })}`);
  }
  return response;
}
