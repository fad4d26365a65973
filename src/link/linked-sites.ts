import { dirname, join as joinPaths } from "node:path";
import { type Analysis, analyze } from "../analyze.ts";
import { isGenerated } from "../judge/generated.ts";
import { isHandedElsewhere } from "../judge/side-channel.ts";
import { isOfCode } from "../judge/suppressions.ts";
import { leftToPerson } from "../judge/withdrawn.ts";
import type { OutsideFacts } from "../model/facts.ts";
import type { Verdict } from "../model/rule-ids.ts";
import type { Advice, Excerpt, FileLine, Location, Range, Reasons, Site } from "../model/site.ts";
import { Lines } from "../parse/lines.ts";
import { SourceSyntaxError } from "../parse/syntax-error.ts";
import { endOf, startOf } from "../parse/tree.ts";
import { type Joined, join } from "./join.ts";
import { type Module, readModule } from "./modules.ts";
import type { Resolve } from "./names.ts";
import { fileMeant } from "./neighbours.ts";
import { functionsCalled } from "./receivers.ts";

/** A file that is analysed along with others. */
export interface LinkedFile {
  /** Absolute. */
  readonly path: string;
  /** As reports name it. */
  readonly file: string;
  readonly source: string;
}

/** A line of another file. */
export interface PlaceElsewhere extends FileLine {
  /** Absolute. */
  readonly path: string;
}

/** A site that is seen in some files together, where it is in its own. */
export interface LinkedSite {
  readonly path: string;
  /** Where it begins in its file. */
  readonly start: number;
  /** As what it is seen together. */
  readonly verdict: Verdict;
  /** As it is reported; absent where it is a union. */
  readonly review?: Site;
  /** Where in other files its challenge is looked at. */
  readonly testedAt: readonly PlaceElsewhere[];
  /** Where functions of other files stand that are called what hands the scope on calls. */
  readonly receivedAt: readonly PlaceElsewhere[];
}

/**
 * Analyses files as one text, in which a scope that passes between them is seen from one end to the other. What is found
 * so is a review: its change would rest on other files.
 *
 * @param facts what is known of what they import from elsewhere
 * @returns none where a file does not parse, or they can't be read as one
 * @throws what is a fault of the engine
 */
export function linkedSites(files: readonly LinkedFile[], facts?: OutsideFacts): readonly LinkedSite[] {
  try {
    const modules = files.map(({ path, source }, index) => readModule(path, source, index));
    const byPath = new Map(modules.map((module) => [module.path, module]));
    const find: Resolve = (from, specifier) =>
      specifier.startsWith(".")
        ? byPath.get(fileMeant(joinPaths(dirname(from.path), specifier), (path) => byPath.has(path)) ?? "")
        : undefined;
    const joined = join(modules, find);
    const analysis = analyze(joined.text, `joined${extensionFor(files)}`, {}, facts);
    return sitesOf(analysis, joined, modules, new Map(files.map((each) => [each.path, each])));
  } catch (error) {
    // What is wrong with a file is told where that is analysed by itself.
    if (error instanceof SourceSyntaxError) return [];
    throw error;
  }
}

/** The kind of text that all of the files are. */
function extensionFor(files: readonly LinkedFile[]): string {
  const isAny = (pattern: RegExp) => files.some(({ path }) => pattern.test(path));
  if (!isAny(/\.[cm]?tsx?$/)) return ".jsx";
  return isAny(/\.[jt]sx$/) ? ".tsx" : ".ts";
}

function sitesOf(
  { sites }: Analysis,
  joined: Joined,
  modules: readonly Module[],
  files: ReadonlyMap<string, LinkedFile>,
): readonly LinkedSite[] {
  return sites.flatMap((site) => {
    const place = joined.placeOf(site);
    if (!place) return [];
    // In the text that is joined, the head of a file is its head no more.
    const verdict = site.verdict === "rewrite" && isGenerated(place.module.code) ? "review" : site.verdict;
    const isFault = verdict !== "already-union";
    const review = isFault ? new Back(joined, place.module).site(leftToPerson(site)) : undefined;
    const placed = (module: Module, range: Range): PlaceElsewhere[] => {
      const file = files.get(module.path);
      if (!file || module === place.module) return [];
      return [{ path: file.path, file: file.file, line: new Lines(file.source).locate(range).line }];
    };
    const { evidence, challenged } = site.reasons;
    const tests = [...evidence, challenged].flatMap((each) => joined.placeOf(each) ?? []);
    const testedAt = tests.flatMap(({ module, range }) => placed(module, range));
    const called =
      review && isHandedElsewhere(review) ? functionsCalled(place.module, review.reasons.sink, modules) : [];
    const receivedAt = called.flatMap(({ module, node }) => placed(module, { start: startOf(node), end: endOf(node) }));
    const { path } = place.module;
    return { path, start: place.range.start, verdict, ...(review && { review }), testedAt, receivedAt };
  });
}

/** Leads what is said of a joined text back to one of its files. */
class Back {
  readonly #joined: Joined;
  readonly #module: Module;
  readonly #lines: Lines;

  constructor(joined: Joined, module: Module) {
    this.#joined = joined;
    this.#module = module;
    this.#lines = new Lines(module.code.source);
  }

  site(site: Site): Site | undefined {
    const at = this.#location(site);
    if (!at) return undefined;
    const { edits: _, suppressed, ...rest } = site;
    const symbols = site.identity.symbols.map((each) => this.#joined.inOwnNames(each));
    return {
      ...rest,
      ...at,
      message: this.#joined.inOwnNames(site.message),
      reasons: this.#reasons(site.reasons, at),
      proof: site.proof.map((each) => ({ ...each, evidence: this.#excerpts(each.evidence) })),
      advice: site.advice.filter(isOfCode).map((each) => this.#advice(each, at)),
      identity: { symbols, code: this.#joined.inOwnNames(site.identity.code) },
      ...(suppressed && { suppressed: { ...suppressed, at: this.#location(suppressed.at) ?? at } }),
    };
  }

  #advice({ rule, message, suppressed }: Advice, at: Location): Advice {
    return {
      rule,
      message: this.#joined.inOwnNames(message),
      ...(suppressed && { suppressed: { ...suppressed, at: this.#location(suppressed.at) ?? at } }),
    };
  }

  #reasons({ sink, challenged, evidence, doubt, proof }: Reasons, at: Location): Reasons {
    const here = { ...at, text: this.#module.code.source.slice(at.start, at.end) };
    return {
      evidence: this.#excerpts(evidence),
      sink: this.#excerpt(sink) ?? { ...sink, ...here },
      challenged: this.#excerpt(challenged) ?? here,
      ...(doubt && { doubt }),
      ...(proof && { proof }),
    };
  }

  #excerpts<Of extends Excerpt>(excerpts: readonly Of[]): Of[] {
    return excerpts.flatMap((each) => this.#excerpt(each) ?? []);
  }

  #excerpt<Of extends Excerpt>(excerpt: Of): Of | undefined {
    const at = this.#location(excerpt);
    return at && { ...excerpt, ...at, text: this.#module.code.source.slice(at.start, at.end) };
  }

  /** Where a range of the joined text is in the file. */
  #location(range: Location): Location | undefined {
    const place = this.#joined.placeOf(range);
    return place?.module === this.#module ? this.#lines.locate(place.range) : undefined;
  }
}
