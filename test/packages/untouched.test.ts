import { expect, test } from "vitest";
import { fetchPackage } from "./fetch.ts";
import { UNTOUCHED_PACKAGES } from "./published.ts";
import { analyzePackage, findings } from "./source-files.ts";

for (const published of UNTOUCHED_PACKAGES) {
  test(`${published.name} ${published.version} has nothing to migrate`, async () => {
    const all = await analyzePackage(await fetchPackage(published));
    expect(all.length).toBeGreaterThan(20);
    const found = all.flatMap(({ file, analysis }) =>
      findings(analysis).map(({ rule, verdict, line }) => ({ file, rule, verdict, line })),
    );
    expect(found).toEqual([]);
    const changed = all.filter(({ source, analysis }) => analysis.edits.length > 0 || analysis.text !== source);
    expect(changed.map(({ file }) => file)).toEqual([]);
  });
}
