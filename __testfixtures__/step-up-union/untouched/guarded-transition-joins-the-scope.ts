export function uploader({ createMachine, assign, fromPromise }: any, deps: any) {
  const needsConsent = ({ event }: any) => event.error.status === 403 && event.error.code === "insufficient_scope";
  return createMachine({
    context: { scope: "base" },
    states: {
      signingIn: {
        invoke: {
          src: fromPromise(({ input }: any) => deps.signIn(input)),
          input: ({ context }: any) => context.scope,
        },
      },
      calling: {
        invoke: {
          src: fromPromise(({ input }: any) => deps.call(input)),
          onError: [
            {
              guard: needsConsent,
              target: "signingIn",
              actions: assign({ scope: ({ context, event }: any) => `${context.scope} ${event.error.scope}` }),
            },
          ],
        },
      },
    },
  });
}
