import { parseArgs } from "node:util";
import { emptyTally, examine, type Found, report, search, type Tally } from "./campaign.ts";
import { FIXTURE_EXCEPTIONS } from "./fixture-exceptions.ts";
import { fixtureSubjects, rewriteFixtures } from "./fixtures.ts";
import type { Dimension, Features } from "./grammar/features.ts";
import { holds, isKnownFaulty, KNOWN_FAULTY } from "./known-faulty.ts";
import { programSubjects } from "./programs.ts";
import { installedTransports, publishedTransports } from "./published.ts";
import type { Subject } from "./subject.ts";

const HELP = `npm run differential [-- options]

  --minutes=<n>  how long generated clients are tried (20)
  --seed=<n>     where to begin (the time)
  --all          those as well that are known to go wrong
  --known        only what is known to go wrong: which of it still does?
  --generated    generated clients alone, without fixtures and published packages
  --quiet        the kinds of faults, without texts and traces
`;

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "20" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    all: { type: "boolean", default: false },
    known: { type: "boolean", default: false },
    generated: { type: "boolean", default: false },
    quiet: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

/** How many clients are drawn at once; after a fault, the next are drawn without what that one is about. */
const BATCH = 200;

/** How many scenes each client that is not generated gets. */
const SCENES = 150;

const found: Found[] = [];

async function main(): Promise<void> {
  const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
  if (values.help || !(minutes > 0) || !Number.isInteger(seed)) {
    console.log(HELP);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  console.log(`seed ${seed}`);
  if (values.known) return checkKnown(seed);
  if (!values.generated) {
    await examineAll(
      "published transports",
      [...(await installedTransports()), ...(await publishedTransports())],
      seed,
    );
    await examineAll("small clients with limits", programSubjects(), seed);
    await examineFixtures(seed);
  }
  await searchGenerated(seed, Date.now() + minutes * 60_000);
  summarize();
}

async function examineAll(name: string, subjects: readonly Subject[], seed: number): Promise<void> {
  const tally = emptyTally();
  for (const subject of subjects) note(await examine(subject, seed, SCENES, tally));
  tell(name, tally);
}

async function examineFixtures(seed: number): Promise<void> {
  const tally = emptyTally();
  const ran = new Set<string>();
  const fixtures = rewriteFixtures();
  for (const fixture of fixtures) {
    if (!values.all && fixture.name in FIXTURE_EXCEPTIONS) continue;
    for (const subject of subjectsOf(fixture)) {
      const before = tally.stepUps;
      note(await examine(subject, seed, SCENES, tally));
      if (tally.stepUps > before) ran.add(fixture.name);
    }
  }
  tell(`${ran.size} of ${fixtures.length} fixtures`, tally);
}

/** What can be driven of a fixture: nothing where its text or its imports can't be loaded here. */
function subjectsOf(fixture: Parameters<typeof fixtureSubjects>[0]): readonly Subject[] {
  try {
    return fixtureSubjects(fixture);
  } catch {
    return [];
  }
}

async function searchGenerated(first: number, end: number): Promise<void> {
  const tally = emptyTally();
  const isLeftOut = (each: Features) => (!values.all && isKnownFaulty(each)) || found.some((one) => isAbout(one, each));
  for (let seed = first; Date.now() < end; seed++) {
    const fault = await search(seed, BATCH, tally, isLeftOut);
    note(fault);
    // The plainest client is wrong: so are all.
    if (fault && Object.keys(fault.odd).length === 0) break;
  }
  tell("generated clients", tally);
}

/** Whether a client has all that a fault is about, and so would be found for it again. */
function isAbout({ odd }: Found, each: Features): boolean {
  const features = Object.entries(odd);
  return features.length > 0 && features.every(([dimension, value]) => each[dimension as Dimension] === value);
}

async function checkKnown(seed: number): Promise<void> {
  for (const known of KNOWN_FAULTY) {
    const fault = await search(seed, BATCH, emptyTally(), (each) => !holds(known, each));
    console.log(
      `${fault ? "still wrong" : "right by now"}: ${known.reason}${fault ? `\n  ${fault.subject.name}` : ""}`,
    );
  }
}

function note(fault: Found | undefined): void {
  if (!fault) return;
  found.push(fault);
  console.log(values.quiet ? `${fault.comparison.fault?.kind}: ${fault.subject.name}` : `\n${report(fault)}\n`);
}

function tell(name: string, { clients, rewritten, missed, sequences, authorizations, stepUps }: Tally): void {
  const plainly = missed.size > 0 ? `, ${missed.size} plain ones missed` : "";
  console.log(`${name}: ${clients} clients, ${rewritten} rewritten${plainly}`);
  console.log(`  ${sequences} sequences, ${authorizations} authorizations, ${stepUps} of them caused by a step-up`);
}

function summarize(): void {
  const kinds = new Map<string, number>();
  for (const { comparison } of found) {
    const kind = comparison.fault?.kind ?? "";
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  console.log(found.length === 0 ? "No faults." : "Faults:");
  for (const [kind, count] of kinds) console.log(`  ${count} ${kind}`);
  if (found.length > 0) process.exitCode = 1;
}

await main();
