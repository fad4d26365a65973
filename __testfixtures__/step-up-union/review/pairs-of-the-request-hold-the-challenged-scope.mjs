export async function recover(issuer, response, refuse) {
  const { error, scope } = await response.json();
  if (response.status !== 403 || error !== "insufficient_scope") return refuse(error);
  const body = new URLSearchParams([
    ["grant_type", "client_credentials"],
    ["scope", scope], // expect: review unfit-sink
  ]);
  return (await fetch(issuer, { method: "POST", body })).json();
}

export async function restart(issuer, response) {
  const { error, scope } = await response.json();
  if (error !== "insufficient_scope") return undefined;
  const query = Object.fromEntries([
    ["response_type", "code"],
    ["scope", scope], // expect: review unfit-sink
  ]);
  return `${issuer}?${new URLSearchParams(query)}`;
}
