const { AuthorizationCode } = require("simple-oauth2");
const { waitForCode } = require("./oauth-window.cjs");

const fleet = new AuthorizationCode({
  client: { id: "dispatch", secret: "s" },
  auth: { tokenHost: "https://fleet.example" },
});

let wanted = "vehicles.read";
let bearer;

async function connect() {
  const code = await waitForCode(fleet.authorizeURL({ redirect_uri: "http://localhost/done", scope: wanted }));
  bearer = (await fleet.getToken({ code })).token.access_token;
}

/** The one client of the module makes the address, and knows its server. */
exports.immobilize = async (vin) => {
  const headers = { Authorization: `Bearer ${bearer}` };
  const response = await fetch(`https://fleet.example/vehicles/${vin}/immobilize`, { method: "POST", headers });
  const { error, scope } = await response.json();
  if (response.status !== 403 || error !== "insufficient_scope" || typeof scope !== "string") return response;
  wanted = scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
  await connect();
  return response;
};
