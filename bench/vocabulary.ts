import type { Random } from "./random.ts";

/** The words of one generated module. */
export interface Vocabulary {
  readonly nouns: readonly string[];
  readonly verbs: readonly string[];
  readonly suffixes: readonly string[];
  /** What sentences consist of, beside verbs. */
  readonly plain: readonly string[];
  readonly numbers: readonly number[];
  /** What a response's status is compared with. */
  readonly statuses: readonly number[];
}

/** What a module may be about, and in what share of modules: words beside the usual ones. */
interface Subject extends Partial<Vocabulary> {
  readonly share: number;
}

/** Most have nothing to do with authorization. The others each lack something that the text test asks for. */
const SUBJECTS: readonly Subject[] = [
  { share: 0.68 },
  { share: 0.14, nouns: ["scope", "scopes", "telescope"], plain: ["scope", "insufficiently", "out-of-scope"] },
  { share: 0.08, verbs: ["authorize", "authenticate"], nouns: ["author", "authHeader"], plain: ["auth", "authority"] },
  { share: 0.06, nouns: ["scope", "wwwAuthenticateHeader"], verbs: ["authorize"], plain: ["scope", "insufficiently"] },
  { share: 0.03, statuses: [403], nouns: ["refusal"], plain: ["403", "forbidden"] },
  { share: 0.01, statuses: [403], verbs: ["authorize"], plain: ["403", "WWW-Authenticate"] },
];

const NOUNS =
  words(`account address agent archive asset audit badge balance batch branch bucket buffer build cache calendar
  card cart catalog channel chart checkout client cluster column command comment commit config contact container content
  counter coupon course cursor customer dashboard dataset delivery deployment device dialog document domain draft driver
  editor element endpoint event export feature field filter folder form frame gateway graph group handler history hook image
  import index inventory invoice issue item job journal kernel key label layer layout ledger level license link list loader
  locale location log loop machine mailbox manifest map member menu message metric migration mirror model module monitor
  namespace network node note notification object offer option order outlet owner packet page panel parcel parser partner patch
  payload payment permit person photo pipeline plan player plugin point policy pool portal position preview price printer
  process product profile project prompt property proxy queue quota range reader receipt record region registry release
  reminder render report request resource result review role route row rule sample schedule schema screen script section
  segment sensor server session shard sheet shipment signal slot snapshot socket source stack stage state statement storage
  store stream string style subject summary survey switch symbol table tag target task team template tenant text theme thread
  ticket timer token tool topic trace track transfer tree trigger tunnel upload usage user value variant vendor version view
  volume wallet warehouse watcher webhook widget window worker workspace zone`);

const VERBS =
  words(`add append apply archive assign attach bind build cancel check clear close collect compare compute connect
  convert copy count create decode delete detach dispatch drain emit encode ensure expand extract fetch filter find flush
  format gather group handle hide import index insert inspect join keep limit list load lock map mark merge move normalize
  notify open parse pause pick print publish push read rebuild record reduce refresh register release reload remove rename
  render replace report reset resolve restore resume retry reverse rotate save scan schedule search select send serialize set
  show skip sort split start stop store stream submit subscribe swap sync tag take track transform trim unlock update upload
  validate verify visit wait watch wrap write`);

const SUFFIXES =
  words(`id name count list map set entry info state options props kind status index total label path url size
  limit value mode token ref key date page group cursor handler service store factory`);

const PLAIN = words(`a after all already an and another are as at back be because before both but by can changed current
  does each empty end every existing first for from given has here if in instead into is it its last later left long may
  missing more most must never new next no not nothing of old on once one only or other over own same several short since so
  some still than that the their then there these they this those time to too twice two under until unless up used was what
  when where whether which while who whole with without would yet`);

/** In one module of ten, as elsewhere: text that is not ASCII is read and searched more slowly. */
const FOREIGN = words("© „naïve” größer 日本語 → …");
const FOREIGN_SHARE = 0.1;

/** The words of a module on a random subject. No subject lets the text test pass. */
export function vocabularyFor(random: Random): Vocabulary {
  const subject = subjectAt(random.fraction());
  const some = (all: readonly string[], count: number) => Array.from({ length: count }, () => random.pick(all));
  return {
    nouns: [...some(NOUNS, 30), ...(subject.nouns ?? [])],
    verbs: [...some(VERBS, 20), ...(subject.verbs ?? [])],
    suffixes: some(SUFFIXES, 14),
    plain: [...PLAIN, ...some(NOUNS, 40), ...(subject.plain ?? []), ...(random.chance(FOREIGN_SHARE) ? FOREIGN : [])],
    numbers: Array.from({ length: 12 }, () => wholeNumber(random)),
    statuses: [200, 204, 301, 400, 404, 409, 429, 500, 503, ...(subject.statuses ?? [])],
  };
}

function subjectAt(fraction: number): Partial<Vocabulary> {
  let left = fraction;
  for (const subject of SUBJECTS) {
    left -= subject.share;
    if (left < 0) return subject;
  }
  return {};
}

/** Any number but one that looks like a refusal. */
function wholeNumber(random: Random): number {
  const number = random.below(10 ** (1 + random.below(6)));
  return String(number).includes("403") ? 404 : number;
}

function words(text: string): string[] {
  return text.split(/\s+/);
}
