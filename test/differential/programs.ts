import { ALIASES } from "../concurrent/aliases.ts";
import { CALLBACKS } from "../concurrent/callbacks.ts";
import { CHECK_AND_SET } from "../concurrent/check-and-set.ts";
import { PLACES } from "../concurrent/places.ts";
import { layoutsOf, type Program, sourceOf } from "../concurrent/programs.ts";
import { REQUESTS } from "../concurrent/requests.ts";
import { RETRIES } from "../concurrent/retries.ts";
import { SHAPES } from "../concurrent/shapes.ts";
import { type Drive, migrate, type Subject } from "./subject.ts";

const ALL = [ALIASES, CALLBACKS, CHECK_AND_SET, PLACES, REQUESTS, RETRIES, SHAPES].flat();

/** The clients of the test on concurrent requests: retry limits that are marked in many ways. */
export const programSubjects = (): Subject[] => ALL.flatMap(layoutsOf).map(programSubject);

/** One of them before and after migration. */
export function programSubject(program: Program): Subject {
  return migrate({
    name: program.name,
    text: sourceOf(program),
    extension: ".mjs",
    manner: { separator: " ", remembers: true, remembersSuccess: true, readsTokens: true },
    modules: () => program.modules?.() ?? {},
    drive,
  });
}

interface Client {
  onRefused(response: object): unknown;
}

const drive: Drive = ({ Client }, world) => {
  const Constructor = Client as new (provider: unknown, url: URL) => Client;
  const clients = world.stores.map(({ provider }, server) => new Constructor(provider, world.url(server)));
  return async (_, server) => {
    for (;;) {
      const response = await world.answer(server);
      if (response.ok) return "done";
      const asked = world.asked;
      const result = await clients[server]?.onRefused(response);
      if (world.asked === asked) return result;
    }
  };
};
