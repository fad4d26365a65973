export async function onRefused(response, client) {
  const body = await response.json();
  if (body.error === "insufficient_scope") {
    await client.connect({ ...body });
    client.store.saveToken({ ...body, token: client.token });
    return { ok: false, ...body };
  }
}
