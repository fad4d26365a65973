/** Up to so many characters are analysed before code that V8 has optimized for them pays. */
const FEW = 100_000;
/** Ten times what V8 has by default; more gains nothing. */
const BUDGET = 700_000;

/**
 * Has V8 wait longer before it optimizes what runs often, where little is to be analysed.
 *
 * Only in Node 20: newer ones have no such flag, and would complain.
 */
export function optimizeLaterFor(characters: number): void {
  if (characters > FEW || !process.versions.v8.startsWith("11.")) return;
  process.getBuiltinModule("node:v8").setFlagsFromString(`--interrupt-budget=${BUDGET}`);
}
