var __async = (__this, __arguments, generator) => {
  return new Promise((resolve, reject) => {
    var fulfilled = (value) => {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    };
    var rejected = (value) => {
      try {
        step(generator.throw(value));
      } catch (e) {
        reject(e);
      }
    };
    var step = (x) => x.done ? resolve(x.value) : Promise.resolve(x.value).then(fulfilled, rejected);
    step((generator = generator.apply(__this, __arguments)).next());
  });
};
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
function isSame(a, b) {
  return a === b;
}
function Client(providers) {
  let connections = /* @__PURE__ */ new Map();
  for (const [origin, provider] of providers) {
    connections.set(origin, { provider, url: new URL("/mcp", origin) });
  }
  function send(message) {
    return __async(this, null, function* () {
      const connection = connections.get(message.url.origin);
      if (!connection) throw new Error("no such server");
      const response = yield fetch(connection.url, { method: "POST", body: message.body });
      if (response.ok) {
        return "done";
      }
      if (response.status !== 403) throw new Error(`refused with ${response.status}`);
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope") {
        if (isSame(connection.requested, scope)) throw new Error("refused again");
        return stepUp(scope, response, message);
      }
      throw new Error(`refused with ${response.status}`);
      throw new Error(`refused with ${response.status}`);
    });
  }
  function stepUp(challenged, response, message) {
    return __async(this, null, function* () {
      const connection = connections.get(message.url.origin);
      if (!connection) throw new Error("no such server");
      connection.requested = challenged; // expect: review unfit-sink (advice refresh-cannot-widen, granted-scope-unknown, scope-may-be-missing)
      const result = yield auth(connection.provider, { serverUrl: connection.url, scope: connection.requested });
      if (result !== "AUTHORIZED") throw new Error("unauthorized");
      return send(message);
    });
  }
  return { send };
}
export {
  Client
};
