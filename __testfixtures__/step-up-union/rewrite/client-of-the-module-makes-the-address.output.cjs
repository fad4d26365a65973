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
  wanted = unionScopes(wanted, scope);
  await connect();
  return response;
};

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 *
 * @param {...(string | undefined)} scopes
 * @returns {string | undefined}
 */
function unionScopes(...scopes) {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
