import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import workerpool from "workerpool";
import { Worker } from "node:worker_threads";

const pool = workerpool.pool();

/** In the worker there is no import of this file, and so no helper. */
async function read(serverUrl, provider, body) {
  let requested;
  for (let attempt = 0; attempt < 2; attempt++) {
    const response = await fetch(serverUrl, { method: "POST", body });
    if (response.status !== 403) return response.text();
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) break;
    requested = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(provider, { serverUrl, scope: requested });
  }
  throw new Error("forbidden");
}

export const crawl = (serverUrl, provider, bodies) =>
  Promise.all(bodies.map((body) => pool.exec(read, [serverUrl, provider, body])));

async function listen(serverUrl, provider) {
  let asked;
  for (let attempt = 0; attempt < 2; attempt++) {
    const response = await fetch(serverUrl);
    if (response.status !== 403) return response.text();
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) break;
    asked = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(provider, { serverUrl, scope: asked });
  }
  throw new Error("forbidden");
}

export const start = () => new Worker(`(${listen})()`, { eval: true });

/** A page is sent what it runs. */
export const inPage = (page, serverUrl, provider) =>
  page.evaluate(async (url) => {
    let wanted;
    for (let attempt = 0; attempt < 2; attempt++) {
      const response = await fetch(url);
      if (response.status !== 403) return response.text();
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error !== "insufficient_scope" || !scope) break;
      wanted = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(provider, { serverUrl: url, scope: wanted });
    }
    throw new Error("forbidden");
  }, serverUrl);
