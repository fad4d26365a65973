/** An object of a configuration file. */
export type Settings = Readonly<Record<string, unknown>>;

/** A value, if it is an object with properties. */
export function asSettings(value: unknown): Settings | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Settings) : undefined;
}
