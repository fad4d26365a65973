import fc from "fast-check";

/** What the resource server answers to one try of one request. Scopes are numbers of names, see `scopeOf`. */
export type Answer =
  | { readonly kind: "success" }
  | { readonly kind: "step-up"; readonly names: readonly number[] }
  | { readonly kind: "unauthorized"; readonly names: readonly number[] }
  /** A 403 that is no step-up. */
  | { readonly kind: "forbidden" }
  | { readonly kind: "error" }
  | { readonly kind: "no connection" };

/** What the authorization server does about one authorization. */
export interface Grant {
  readonly result: "AUTHORIZED" | "REDIRECT" | "failure";
  /** Which scope the token answer names: the requested one, none at all, or less than was asked for. */
  readonly scope: "as requested" | "unnamed" | "first only";
  readonly refresh: boolean;
}

/** One request of a scene. */
export interface Asked {
  readonly server: number;
  readonly answers: readonly Answer[];
  /** What comes after these answers: success, or the last of them forever. */
  readonly afterwards: "success" | "the same";
  /** What the token must allow once the answers are through: until it does, each try is answered by a step-up. */
  readonly needs?: readonly number[];
}

/** What is asked of a client, and how its surroundings answer. */
export interface Scene {
  /**
   * How requests come: each after the one before has ended, some time after it, all at once, or all at once with a
   * token store that takes now longer and now shorter.
   */
  readonly arrival: "one by one" | "in turn" | "at once" | "at once, unsteady";
  readonly gap: number;
  readonly requests: readonly Asked[];
  readonly grants: readonly Grant[];
  /** The names of the tokens in the store at the beginning; `null` where the token answer named none. */
  readonly granted: readonly number[] | null | "no tokens";
  /** Whether the token store can be read. */
  readonly store: "works" | "fails";
  /** How long the token store takes, in ticks. */
  readonly reading: readonly number[];
}

/** The scope of some names of a server: no two servers have a name in common. */
export function scopeOf(server: number, names: readonly number[]): string {
  return names.map((name) => `${"ab"[server]}:${["read", "write", "admin", "audit"][name]}`).join(" ");
}

const names = fc.uniqueArray(fc.nat({ max: 3 }), { minLength: 1, maxLength: 2 });
const stepUp = fc.record({ kind: fc.constant("step-up" as const), names });
const stepUpWithoutScope = fc.constant<Answer>({ kind: "step-up", names: [] });

const answer: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 12, arbitrary: stepUp },
  { weight: 3, arbitrary: fc.constant({ kind: "success" as const }) },
  { weight: 2, arbitrary: stepUpWithoutScope },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("unauthorized" as const), names }) },
  { weight: 1, arbitrary: fc.constant({ kind: "unauthorized" as const, names: [] }) },
  { weight: 1, arbitrary: fc.constant({ kind: "forbidden" as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: "error" as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: "no connection" as const }) },
);

const grant: fc.Arbitrary<Grant> = fc.record({
  result: fc.oneof(
    { weight: 8, arbitrary: fc.constant("AUTHORIZED" as const) },
    { weight: 1, arbitrary: fc.constant("REDIRECT" as const) },
    { weight: 1, arbitrary: fc.constant("failure" as const) },
  ),
  scope: fc.constantFrom("as requested" as const, "as requested", "unnamed", "first only"),
  refresh: fc.boolean(),
});

/** Some sequences have a server repeat its challenge: half of all limits are about that. */
const answers = fc
  .record({ list: fc.array(answer, { minLength: 1, maxLength: 4 }), repeats: fc.nat({ max: 2 }) })
  .map(({ list, repeats }) =>
    [...Array<Answer | undefined>(repeats).fill(list[0]), ...list].filter((each) => each !== undefined),
  );

const request = fc.record({
  server: fc.nat({ max: 1 }),
  answers,
  afterwards: fc.constantFrom("success" as const, "success", "the same"),
});

/** What comes at once begins alike, so that the order in which the requests go on is that in which they came. */
function alike(scene: Scene): Scene {
  if (!scene.arrival.startsWith("at once")) return scene;
  const [first] = scene.requests;
  const head = first?.answers[0];
  if (!first || !head) return scene;
  if (scene.arrival === "at once, unsteady") return { ...scene, requests: scene.requests.map(() => first) };
  const sameKind = (own: Answer | undefined): Answer =>
    own?.kind === head.kind && "names" in own && "names" in head && own.names.length > 0 === head.names.length > 0
      ? own
      : head;
  const requests = scene.requests.map((each) => ({
    ...each,
    answers: [sameKind(each.answers[0]), ...each.answers.slice(1)],
  }));
  return { ...scene, requests };
}

/** Whether a scene begins with a step-up that names a scope: what a few scenes have to be about. */
export function beginsWithStepUp({ requests: [first], store }: Scene): boolean {
  const answer = first?.answers[0];
  return store === "works" && answer?.kind === "step-up" && answer.names.length > 0;
}

/** Random scenes. */
export const scenes: fc.Arbitrary<Scene> = fc
  .record({
    arrival: fc.constantFrom("one by one" as const, "in turn", "at once", "at once, unsteady"),
    gap: fc.integer({ min: 1, max: 5 }),
    requests: fc.array(request, { minLength: 1, maxLength: 4 }),
    grants: fc.array(grant, { minLength: 1, maxLength: 4 }),
    granted: fc.oneof(
      { weight: 6, arbitrary: names },
      { weight: 1, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constant("no tokens" as const) },
    ),
    store: fc.oneof(
      { weight: 15, arbitrary: fc.constant("works" as const) },
      { weight: 1, arbitrary: fc.constant("fails" as const) },
    ),
    reading: fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 4 }),
  })
  .map(alike);
