"use strict";

/** A client without a store of tokens: the device asks for a new code each time. */
exports.createDevice = function createDevice(server, requestCode) {
  let scope;
  return async function call(operation) {
    const response = await server.call(operation);
    const { error, scope: wanted } = server.challengeOf(response);
    if (error === "insufficient_scope") {
      scope = wanted;
      await requestCode({ client_id: "device", scope });
    }
    return response;
  };
};
