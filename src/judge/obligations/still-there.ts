import { met, type Obligation } from "./obligation.ts";

export const stillThere: Obligation = {
  id: "still-there",
  why: "What was cleared on the way is no part of the union, which then is the challenge alone, with a reassuring name.",
  ask: () => met(),
};
