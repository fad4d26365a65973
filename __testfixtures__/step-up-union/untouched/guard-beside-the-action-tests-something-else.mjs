// The entry with the guard of the error code shows what is missing; the one that replaces the scope runs at the
// user's wish.
const takeWanted = (context, event) => {
  context.wanted = event.scope;
};

const explain = (context, event) => {
  context.note = `You lack ${event.scope}.`;
};

const lacksScope = (context, event) => event.error === "insufficient_scope";

const chart = {
  REFUSED: [
    { when: lacksScope, to: "ready", do: [explain] },
    { when: (context, event) => event.retry, to: "asking", do: [] },
  ],
  CHOSEN: [{ when: (context, event) => event.scope !== context.wanted, to: "asking", do: [takeWanted] }],
};

export function sharing(services) {
  const current = { wanted: "base", note: "" };

  return async function send(event) {
    const edge = chart[event.type].find((each) => !each.when || each.when(current, event));
    for (const action of edge.do) action(current, event);
    if (edge.to === "asking") await services.authorize(current.wanted);
  };
}
