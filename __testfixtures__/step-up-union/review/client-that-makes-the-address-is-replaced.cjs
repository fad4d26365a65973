const { AuthorizationCode } = require("simple-oauth2");
const { waitForCode } = require("./oauth-window.cjs");

let fleet = new AuthorizationCode(require("./fleets.cjs").first);
exports.turnTo = (options) => {
  fleet = new AuthorizationCode(options);
};

let wanted = "vehicles.read";
let bearer;

async function connect() {
  const code = await waitForCode(fleet.authorizeURL({ redirect_uri: "http://localhost/done", scope: wanted }));
  bearer = (await fleet.getToken({ code })).token.access_token;
}

/** The client that makes the address may be another one later. */
exports.immobilize = async (vin) => {
  const headers = { Authorization: `Bearer ${bearer}` };
  const response = await fetch(`https://fleet.example/vehicles/${vin}/immobilize`, { method: "POST", headers });
  const { error, scope } = await response.json();
  if (response.status !== 403 || error !== "insufficient_scope" || typeof scope !== "string") return response;
  wanted = scope; // expect: review unfit-sink (advice granted-scope-unknown)
  await connect();
  return response;
};
