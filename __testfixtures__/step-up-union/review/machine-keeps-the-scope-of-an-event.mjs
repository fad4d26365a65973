import { assign, createActor, setup } from "xstate";

const machine = setup({
  actions: {
    remember: assign({ scope: ({ event }) => event.scope }),
  },
}).createMachine({
  context: { scope: "" },
  initial: "out",
  states: {
    out: { on: { CONNECT: { target: "asking", actions: "remember" } } },
    asking: { on: { FORBIDDEN: { target: "asking", actions: "remember" } } },
  },
});

export const login = createActor(machine).start();

export async function call(url) {
  const response = await fetch(url);
  const header = response.headers.get("www-authenticate") ?? "";
  const scope = header.match(/scope="([^"]+)"/)?.[1];
  if (response.status !== 403 || !header.includes('error="insufficient_scope"') || !scope) return response;
  login.send({ type: "FORBIDDEN", scope }); // expect: review scope-side-channel
  return response;
}
