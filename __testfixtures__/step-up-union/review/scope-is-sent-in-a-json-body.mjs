export async function api(path) {
  const r = await fetch(path);
  if (r.status === 403) {
    const b = await r.json();
    if (b.error === "insufficient_scope") {
      const s = await fetch("/oauth/start", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ client_id: "web", redirect_uri: location.origin, scope: b.scope }), // expect: review unfit-sink
      });
      location.href = (await s.json()).url;
    }
  }
  return r;
}
