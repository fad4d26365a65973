import { arch, cpus, loadavg, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { measureBundle } from "./bundle.ts";
import { measureCheck } from "./check.ts";
import { measureScaling } from "./scaling.ts";
import { measureStartup } from "./startup.ts";
import { holds, type Row } from "./table.ts";
import { measureTrees } from "./tree.ts";

const PARTS = {
  startup: measureStartup,
  bundle: measureBundle,
  tree: measureTrees,
  check: measureCheck,
  scaling: measureScaling,
} as const;

const HELP = `npm run bench [-- options]

  --check        exit with 1 when a requirement is not met
  --only=<part>  ${Object.keys(PARTS).join(", ")} alone
  --rounds=<n>   how often each thing is measured (5)
`;

const { values } = parseArgs({
  options: {
    check: { type: "boolean", default: false },
    only: { type: "string" },
    rounds: { type: "string", default: "5" },
    help: { type: "boolean", default: false },
  },
});

async function main(): Promise<void> {
  const rounds = Number(values.rounds);
  const parts = Object.entries(PARTS).filter(([name]) => !values.only || values.only === name);
  if (values.help || parts.length === 0 || !(Number.isInteger(rounds) && rounds >= 1)) {
    console.log(HELP);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  console.log(`${machine()}\n`);
  const rows: Row[] = [];
  for (const [, measurePart] of parts) rows.push(...(await measurePart(rounds, console.log)));
  const broken = rows.filter((row) => !holds(row));
  console.log(
    broken.length === 0 ? "All requirements are met." : `Not met: ${broken.map(({ label }) => label).join("; ")}.`,
  );
  if (values.check && broken.length > 0) process.exitCode = 1;
}

/** What the figures were measured on, and how busy it was before. */
function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()[0]?.toFixed(1);
  return `Node ${process.version}, ${arch()}, ${cpus().length} cores, ${memory} GB, load ${load} at the start`;
}

await main();
