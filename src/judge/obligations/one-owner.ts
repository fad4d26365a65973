import { met, type Obligation } from "./obligation.ts";

export const oneOwner: Obligation = {
  id: "one-owner",
  why: "A union must not carry the scopes of one server, account or resource to another's authorization server.",
  ask: () => met(),
};
