import { expect, test } from "vitest";
import { type LinkedFile, linkedSites } from "../../src/link/linked-sites.ts";
import { analyzeOnce } from "../fixtures/analyze-once.ts";
import { discoverFixtures, type Fixture } from "../fixtures/discover.ts";
import { byTurn } from "../thoroughness.ts";

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

/** Where the sites of some files are found by themselves, and where together, and as what. */
function places(files: readonly LinkedFile[]): { alone: string[]; together: string[] } {
  const alone = files.flatMap(({ path, file, source }) =>
    analyzeOnce(source, file).sites.map(({ start, verdict }) => `${path}:${start} ${verdict}`),
  );
  const together = linkedSites(files, () => undefined).map(({ path, start, verdict }) => `${path}:${start} ${verdict}`);
  return { alone, together };
}

/** Another fixture of the same language, not always the same one. */
function partnerOf(fixture: Fixture): Fixture {
  const alike = able.filter(({ extension }) => isTypeScript(extension) === isTypeScript(fixture.extension));
  const [step = 1] = byTurn(fixture.name, [1, 7, 41, 97]);
  return alike[(alike.indexOf(fixture) + step) % alike.length] as Fixture;
}

const isTypeScript = (extension: string) => extension === ".ts";

test.each(able.map((fixture) => [fixture.name, fixture] as const))(
  "joined with a file that it has nothing to do with, each is judged as by itself: %s",
  (_, fixture) => {
    const { alone, together } = places([fixture, partnerOf(fixture)].map(fileOf));
    expect(together.sort()).toEqual(alone.sort());
  },
);
