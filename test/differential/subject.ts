import { analyze } from "../../src/analyze.ts";
import type { EngineOptions } from "../../src/model/options.ts";
import type { Site } from "../../src/model/site.ts";
import { compare, type Fault } from "./compare.ts";
import { type Exports, type Loadable, prepare } from "./load.ts";
import type { Scene } from "./scene.ts";
import type { Manner, Trace } from "./trace.ts";
import { World } from "./world.ts";

/** Makes one request by what a module exports; the ends of it are what the request resolves with. */
export type Drive = (exports: Exports, world: World) => (index: number, server: number) => unknown;

/** A client before and after migration. */
export interface Subject {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly manner: Manner;
  /** The same with another text after migration: one that goes wrong, say. */
  readonly changed: (change: (after: string) => string) => Subject;
  /** The same, driven in another way. */
  readonly driven: (name: string, drive: Drive) => Subject;
  /** Loads it into a world. */
  readonly load: (world: World, side?: "before" | "after") => Exports;
  readonly play: (side: "before" | "after", scene: Scene) => Promise<Trace>;
}

/** What a client is, besides its text. */
export interface Description {
  readonly name: string;
  readonly text: string;
  readonly extension: string;
  readonly options?: Partial<EngineOptions>;
  readonly manner: Manner;
  readonly drive: Drive;
  /** Modules that it imports, besides the known ones. */
  readonly modules?: (world: World) => Exports;
}

const INLINE: Partial<EngineOptions> = { helper: { reuse: true, add: { kind: "inline" }, moduleKind: "esm" } };

/** Migrates a client. */
export function migrate(description: Description): Subject {
  const { text, extension, options = INLINE } = description;
  const { text: after, sites } = analyze(text, `src/client${extension}`, options);
  const readsTokens = description.manner.readsTokens && !sites.some(isWithoutGranted);
  return pair({ ...description, manner: { ...description.manner, readsTokens } }, after);
}

/** A client before and after a change that is given. */
export function pair(description: Description, after: string): Subject {
  const { name, text, extension, manner, drive, modules } = description;
  const loaded = new Map<string, Loadable>();
  const load = (source: string): Loadable => {
    const known = loaded.get(source) ?? prepare(source, extension);
    loaded.set(source, known);
    return known;
  };
  const loadInto = (world: World, side: "before" | "after" = "before"): Exports =>
    load(side === "before" ? text : after)(world, modules?.(world));
  const play = async (side: "before" | "after", scene: Scene): Promise<Trace> => {
    const world = new World(scene, manner);
    return world.play(drive(loadInto(world, side), world));
  };
  const driven = (door: string, other: Drive): Subject => pair({ ...description, name: door, drive: other }, after);
  const changed = (change: (after: string) => string): Subject => pair(description, change(after));
  return { load: loadInto, changed, driven, name, before: text, after, manner, play };
}

const isWithoutGranted = ({ verdict, advice }: Site): boolean =>
  verdict === "rewrite" && advice.some(({ rule }) => rule === "granted-scope-unknown");

export const isRewritten = ({ before, after }: Subject): boolean => before !== after;

/** What came of one scene. */
export interface Comparison {
  readonly before: Trace;
  readonly after: Trace;
  readonly fault: Fault | undefined;
}

/** Plays one scene before and after. */
export async function confront(subject: Subject, scene: Scene): Promise<Comparison> {
  const before = await subject.play("before", scene);
  const after = await subject.play("after", scene);
  return { before, after, fault: compare(before, after, scene, subject.manner) };
}
