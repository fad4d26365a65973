import { bookOf } from "../books.ts";
import { otherReader } from "../readers.ts";
import { readsOf } from "../sink-reads.ts";
import { met, type Obligation, open } from "./obligation.ts";

export const noOtherReader: Obligation = {
  id: "no-other-reader",
  why: "What else reads the sink, as a key or as a text for people, would read the union instead of the challenge.",
  ask: ({ code, candidate }) => {
    if (candidate.use === "unseen" || candidate.mayChange) return open("unknown-sink", candidate.node);
    const reads = readsOf(code, candidate);
    for (const read of reads) {
      const reader = otherReader(code, read);
      if (reader) return open("other-reader", read, reader);
    }
    const book = bookOf(code, candidate);
    return book ? open("other-reader", candidate.target, book) : met(...reads);
  },
};
