/**
 * Whether to colour what is written to a stream.
 *
 * @param asked what `--color` and `--no-color` say; undefined where neither is given
 * @param env `NO_COLOR` (any text: no colour), then `FORCE_COLOR` (`0` or `false`: none; else colour), then `TERM`
 * @see https://no-color.org
 */
export function wantsColor(
  asked: boolean | undefined,
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  if (asked !== undefined) return asked;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return !["0", "false"].includes(env.FORCE_COLOR);
  return stream.isTTY === true && env.TERM !== "dumb";
}
