import { Queue, Worker } from "bullmq";

export function listen(bus, flow) {
  bus.on("more-needed", (scope) => {
    flow.start({ scopes: scope.split(" ") });
  });
  bus.on("denied", (scope) => console.info(`${scope} is needed`));
}

export function emits(bus, body) {
  if (body.error === "insufficient_scope") {
    bus.emit("more-needed", body.scope); // expect: review scope-side-channel
    bus.emit("denied", body.scope);
  }
}

window.addEventListener("consent-needed", ({ detail }) => startLogin({ scope: detail.scope }));

export function dispatches(body) {
  if (body.error === "insufficient_scope")
    window.dispatchEvent(new CustomEvent("consent-needed", { detail: { scope: body.scope } })); // expect: review scope-side-channel
}

self.onmessage = ({ data }) => {
  switch (data.kind) {
    case "more":
      authorize({ scope: data.scopes.join(" ") });
  }
};

export function posts(worker, body) {
  if (body.error === "insufficient_scope") worker.postMessage({ kind: "more", scopes: body.scope.split(" ") }); // expect: review scope-side-channel
}

const queue = new Queue("consent");

new Worker("consent", async (job) => {
  const link = new URL("https://server.example/authorize");
  link.searchParams.set("client_id", "calendar");
  link.searchParams.set("scope", job.data.scope);
  await mail(job.data.user, link);
});

export async function queues(user, body) {
  if (body.error === "insufficient_scope") await queue.add("ask", { user, scope: body.scope }); // expect: review scope-side-channel
}

const handlers = { elevate: ({ scope }) => login({ scope }), ping: () => {} };

export const receive = (message) => handlers[message.type](message);

export function sends(bus, body) {
  if (body.error === "insufficient_scope") bus.send({ type: "elevate", scope: body.scope }); // expect: review scope-side-channel
}
