/** The helper cannot be put where it belongs. The message says what is in the way, where, and what to do. */
export class PlacementError extends Error {
  override readonly name = "PlacementError";
}
