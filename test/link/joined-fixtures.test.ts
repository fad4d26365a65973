import { expect, test } from "vitest";
import { type LinkedFile, linkedSites } from "../../src/link/linked-sites.ts";
import { analyzeOnce } from "../fixtures/analyze-once.ts";
import { discoverFixtures, type Fixture } from "../fixtures/discover.ts";
import { byTurn, hasItsTurn, IS_THOROUGH } from "../thoroughness.ts";

const { fixtures } = discoverFixtures();

/** Those that can share a text: of one language, without options, and no script. */
const able = fixtures.filter(
  ({ extension, options, input }) =>
    Object.keys(options).length === 0 && /^\.(?:ts|mjs|js)$/.test(extension) && /\b(?:import|export)\b/.test(input),
);

const fileOf = ({ kind, name, extension, input }: Fixture): LinkedFile => {
  const file = `${kind}/${name}${extension}`;
  return { path: `/${file}`, file, source: input };
};

/** What sites of some files are by themselves, and together, by where they are. */
function places(files: readonly LinkedFile[]): { alone: Map<string, string>; together: Map<string, string> } {
  const alone = files.flatMap(({ path, file, source }) =>
    analyzeOnce(source, file).sites.map(({ start, verdict }) => [`${path}:${start}`, verdict] as const),
  );
  const together = linkedSites(files).map(({ path, start, verdict }) => [`${path}:${start}`, verdict] as const);
  return { alone: new Map(alone), together: new Map(together) };
}

/** Another fixture of the same language, not always the same one. */
function partnerOf(fixture: Fixture): Fixture {
  const alike = able.filter(({ extension }) => isTypeScript(extension) === isTypeScript(fixture.extension));
  const [step = 1] = byTurn(fixture.name, [1, 7, 41, 97]);
  return alike[(alike.indexOf(fixture) + step) % alike.length] as Fixture;
}

const isTypeScript = (extension: string) => extension === ".ts";

/** Those whose turn it is. */
const taken = able.filter(({ name }) => hasItsTurn(name, 8));
let differing = 0;

test.each(taken.map((fixture) => [fixture.name, fixture] as const))(
  "joined with a file that it has nothing to do with, each is judged as by itself, or left to a person: %s",
  (_, fixture) => {
    const { alone, together } = places([fixture, partnerOf(fixture)].map(fileOf));
    const others = [...together].filter(([place, verdict]) => alone.get(place) !== verdict);
    if (others.length > 0) differing++;
    expect([...alone.keys()].filter((place) => !together.has(place))).toEqual([]);
    expect(others.filter(([, verdict]) => verdict !== "review")).toEqual([]);
  },
);

test("and nearly all as by itself: names that two files have by chance change hardly anything", () => {
  expect(differing).toBeLessThan(taken.length / (IS_THOROUGH ? 50 : 20) + 1);
});

test("a fault of the engine is told, and no file without a site", () => {
  const [first, second] = able.slice(0, 2).map(fileOf) as [LinkedFile, LinkedFile];
  const broken: LinkedFile = {
    ...second,
    get source(): string {
      throw new TypeError("a fault");
    },
  };
  expect(() => linkedSites([first, broken])).toThrow("a fault");
  expect(linkedSites([first, second, { path: "/b.ts", file: "b.ts", source: "const = ;" }])).toEqual([]);
});
