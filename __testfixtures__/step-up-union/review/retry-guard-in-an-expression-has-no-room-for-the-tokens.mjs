import { auth } from "./auth.js";

let last;
let requested;

export const onForbidden = async (provider, url, { error, scope }) =>
  error === "insufficient_scope" && last !== scope && ((requested = scope), (last = scope), await auth(provider, { serverUrl: url, scope: requested }));
