import { ordered, splice } from "../../edit/splice.ts";
import type { Site } from "../../model/site.ts";
import { type Code, readCode } from "../../parse/code.ts";
import { SourceSyntaxError } from "../../parse/syntax-error.ts";
import { movedBy, partOf } from "../../play/parts.ts";
import { type Performance, rehearse } from "../../play/rehearse.ts";
import { SITE_RULES } from "../../rules/table.ts";
import { type Cast, castFor } from "./cast.ts";

/** A longer text is a bundle: to parse it again takes longer than what it would tell is worth. */
const LONGEST = 300_000;

/** A site's code, played as it is and as it is after its change; absent where what it does cannot be told. */
export interface Played {
  /** The operations, with the code's own scopes; absent where the rule's are played. */
  readonly cast?: Cast;
  readonly before?: { readonly performance: Performance; readonly code: Code };
  readonly after?: { readonly performance: Performance; readonly code: Code };
}

/** Plays the sites of one file. */
export class Playbill {
  readonly #source: string;
  readonly #file: string;
  readonly #rewrites: readonly Site[];
  readonly #codes = new Map<string, Code | undefined>();

  /**
   * @param source the text in which the sites were found
   * @param file its name, for the extension
   * @param sites all sites of the file: what is rewritten is so in every example
   */
  constructor(source: string, file: string, sites: readonly Site[]) {
    this.#source = source;
    this.#file = file;
    this.#rewrites = sites.filter(({ verdict, suppressed }) => verdict === "rewrite" && !suppressed);
  }

  /** Plays the operations of a site's rule. */
  play(site: Site): Played {
    if (this.#source.length > LONGEST) return {};
    const { play } = SITE_RULES[site.rule];
    const part = partOf(site);
    const perform = (code: Code | undefined, where: typeof part, { start, operations }: Cast) => {
      const performance = code && rehearse(code, where, operations, start.held);
      return performance && { performance, code };
    };
    const source = this.#codeOf(this.#source);
    const first = perform(source, part, play);
    const cast = castFor(play, first?.performance.begins);
    const before = cast ? perform(source, part, cast) : first;
    const known = { ...(before && { before }), ...(before && cast && { cast }) };
    // What the code does after a change is told beside what it does before.
    if (!before || !site.edits || site.edits.length === 0) return known;
    const edits = ordered([...this.#rewrites, site].flatMap((each) => each.edits ?? []));
    const after = perform(this.#codeOf(this.#changed(edits)), movedBy(edits, part), cast ?? play);
    return { ...known, ...(after && { after }) };
  }

  #changed(edits: Parameters<typeof splice>[1]): string | undefined {
    try {
      return splice(this.#source, edits);
    } catch (error) {
      // Two changes of the same code: a suggestion that takes the place of another.
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  #codeOf(text: string | undefined): Code | undefined {
    if (text === undefined) return undefined;
    if (!this.#codes.has(text)) this.#codes.set(text, this.#read(text));
    return this.#codes.get(text);
  }

  #read(text: string): Code | undefined {
    try {
      return readCode(text, this.#file);
    } catch (error) {
      if (error instanceof SourceSyntaxError) return undefined;
      throw error;
    }
  }
}
