import { withoutCommands } from "../ci-commands.ts";
import { columnsOf } from "../glyphs.ts";
import { counted, messageLines, placeOf } from "../layout.ts";
import { type Colors, NO_COLORS } from "../paint.ts";
import { visible } from "../safe-text.ts";
import { type Checkout, findingsIn, type Overview, type OverviewFinding } from "./overview.ts";
import { commitText, countsText, dayText, OVERVIEW } from "./words.ts";

/** So many places of a finding are told; the other formats have them all. */
const MOST_PLACES = 3;

/**
 * An overview for people: the repositories in which something is to be done, and the findings.
 *
 * @returns lines that end with a line feed
 */
export function tableReport(overview: Overview, { colors = NO_COLORS }: { readonly colors?: Colors } = {}): string {
  const { bold } = colors;
  const { checkouts, findings } = overview;
  const telling = checkouts.filter((each) => findingsIn(each) + each.undecided.length > 0);
  const silent = checkouts.length - telling.length;
  const sections = [
    ...(telling.length > 0 ? [rowsOf(telling, colors).join("\n")] : []),
    ...(silent > 0 && telling.length > 0
      ? [`${counted(silent, "repository", "repositories")} without findings (csv, html and json list them).`]
      : []),
    ...undecidedOf(checkouts, colors),
    ...(findings.length > 0 ? [bold(`${OVERVIEW.findings}:`)] : []),
    ...findings.map((each) => blockOf(each, checkouts, colors)),
    bold(countsText(overview)),
  ];
  return withoutCommands(`${sections.join("\n\n")}\n`);
}

function rowsOf(checkouts: readonly Checkout[], { bold }: Colors): string[] {
  const cells = checkouts.map((each) => {
    const { rewrite, review, advice } = each.counts;
    const counts = [findingsIn(each), rewrite, review, advice, each.undecided.length].map(String);
    return [...counts, visible(commitText(each)), visible(dayText(each)), visible(each.name)];
  });
  const all = [OVERVIEW.columns.map(String), ...cells];
  const widths = OVERVIEW.columns.map((_, column) => Math.max(...all.map((row) => columnsOf(row[column] ?? ""))));
  const lines = all.map((row) =>
    row
      .map((cell, column) => {
        const blanks = " ".repeat((widths[column] ?? 0) - columnsOf(cell));
        return column < 5 ? blanks + cell : cell + blanks;
      })
      .join("  ")
      .trimEnd(),
  );
  const [head = "", ...rows] = lines;
  return [bold(head), ...rows];
}

/** Why not all of a checkout could be decided. */
function undecidedOf(checkouts: readonly Checkout[], { bold }: Colors): string[] {
  const lines = checkouts.flatMap(({ name, undecided }) => {
    const more = undecided.length - MOST_PLACES;
    const told = undecided.slice(0, MOST_PLACES).map((failure) => {
      const place = failure.file === undefined ? [] : [placeOf({ ...failure, file: failure.file })];
      return [`  ${visible(name)}`, ...place, messageLines(failure.message).join(" ")].join("  ");
    });
    return [...told, ...(more > 0 ? [`  ${visible(name)}  and ${counted(more, "other failure")}`] : [])];
  });
  return lines.length > 0 ? [[bold(OVERVIEW.undecided), ...lines].join("\n")] : [];
}

function blockOf(finding: OverviewFinding, checkouts: readonly Checkout[], { bold, dim }: Colors): string {
  const { verdict, rule, message, fingerprint, places } = finding;
  const more = places.length - MOST_PLACES;
  return [
    `${bold(`${verdict}  ${rule}`)}  ${dim(visible(fingerprint))}  ${messageLines(message).join(" ")}`,
    ...places
      .slice(0, MOST_PLACES)
      .map((place) => `  ${visible(checkouts[place.checkout]?.name ?? "")}  ${placeOf(place)}`),
    ...(more > 0 ? [`  and ${counted(more, "other place")}`] : []),
  ].join("\n");
}
