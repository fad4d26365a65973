import { assign, createActor, setup } from "xstate";

const machine = setup({
  actions: {
    count: assign({ refusals: ({ context }) => context.refusals + 1 }),
  },
}).createMachine({
  context: { refusals: 0 },
  initial: "on",
  states: { on: { on: { FORBIDDEN: { actions: "count" } } } },
});

export const meter = createActor(machine).start();

export async function call(url) {
  const response = await fetch(url);
  const header = response.headers.get("www-authenticate") ?? "";
  const scope = header.match(/scope="([^"]+)"/)?.[1];
  if (response.status !== 403 || !header.includes('error="insufficient_scope"') || !scope) return response;
  meter.send({ type: "FORBIDDEN", scope });
  return response;
}
