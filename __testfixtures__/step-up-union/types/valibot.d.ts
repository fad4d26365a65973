interface Schema<Of> {
  readonly output: Of;
}
type Given<Entries> = { [Name in keyof Entries]: Entries[Name] extends Schema<infer Of> ? Of : never };

export declare function literal<const Of>(value: Of): Schema<Of>;
export declare function optional<Of>(schema: Schema<Of>): Schema<Of | undefined>;
export declare function object<Entries>(entries: Entries): Schema<Given<Entries>>;
export declare function string(): Schema<string>;
export declare function safeParse<Of>(
  schema: Schema<Of>,
  value: unknown,
): { readonly success: true; readonly output: Of } | { readonly success: false; readonly output: unknown };
