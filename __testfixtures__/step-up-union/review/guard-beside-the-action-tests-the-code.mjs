// The entry runs its actions only where its guard holds, which tests the error code; one of them replaces what the
// login asks for.
const takeWanted = (context, event) => {
  context.wanted = event.scope; // expect: review scope-side-channel
};

const count = (context) => {
  context.tries += 1;
};

const lacksScope = (context, event) => event.error === "insufficient_scope" && context.tries < 2;

const chart = {
  REFUSED: [
    { when: lacksScope, to: "asking", do: [count, takeWanted] },
    { to: "ready", do: [] },
  ],
};

export function sharing(services) {
  const current = { wanted: "base", tries: 0 };
  let state = "ready";

  return async function send(event) {
    const edge = chart[event.type].find((each) => !each.when || each.when(current, event));
    for (const action of edge.do) action(current, event);
    state = edge.to;
    if (state === "asking") await services.authorize(current.wanted);
    return state;
  };
}
