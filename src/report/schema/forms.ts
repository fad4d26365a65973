import Type, { type Static, type TProperties, type TSchema } from "typebox";

// The few forms of which the documents are made. Each says what it describes, and lets nothing else pass.

/** A record with these properties and no others. */
export const record = <Properties extends TProperties>(description: string, properties: Properties) => {
  const object = Type.Object(properties);
  const { type, required } = object;
  return Type.Unsafe<Static<typeof object>>({ description, type, additionalProperties: false, required, properties });
};

/** A property that may be absent. */
export const optional = Type.Optional;

interface TextRules {
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: "uri" | "date-time";
}

export const text = (description: string, rules: TextRules = {}) =>
  Type.Unsafe<string>({ description, type: "string", ...rules });

/** A whole number, by default one that counts. */
export const number = (description: string, minimum = 0) =>
  Type.Unsafe<number>({ description, type: "integer", minimum });

export const duration = (description: string) => Type.Unsafe<number>({ description, type: "number", minimum: 0 });

export const truth = (description: string) => Type.Unsafe<boolean>({ description, type: "boolean" });

/** A list that its reader is not to change. */
export const list = <Item extends TSchema>(
  description: string,
  items: Item,
  rules: { readonly minItems?: number } = {},
) => Type.Unsafe<readonly Static<Item>[]>({ description, type: "array", ...rules, items });

/** The one value that there is. */
export const only = <const Value extends string | number | boolean>(description: string, value: Value) =>
  Type.Unsafe<Value>({ description, const: value });

/** One of some texts. */
export const oneOf = <const Value extends string>(description: string, values: readonly Value[]) =>
  Type.Unsafe<Value>({ description, type: "string", enum: values });

/** One of some numbers. */
export const numberOf = <const Value extends number>(description: string, values: readonly Value[]) =>
  Type.Unsafe<Value>({ description, enum: values });

/** One of all members of a union of the model: the compiler refuses a list that lacks one, or has one too many. */
export const member = <Member extends string>(description: string, all: Readonly<Record<Member, unknown>>) =>
  oneOf(description, keysOf(all));

/** How many there are of each. */
export const counts = <Name extends string>(
  description: string,
  names: readonly Name[],
  describe: (name: Name) => string,
) =>
  Type.Unsafe<Readonly<Record<Name, number>>>(
    record(description, Object.fromEntries(names.map((name) => [name, number(describe(name))]))),
  );

/** One of several forms. */
export const variants = <Forms extends readonly TSchema[]>(description: string, ...forms: Forms) =>
  Type.Unsafe<Static<Forms[number]>>({ description, oneOf: forms });

/** A part that a document describes once, under `$defs`. */
export interface Part<Form extends TSchema = TSchema> {
  readonly name: string;
  readonly form: Form;
}

export const part = <Form extends TSchema>(name: string, form: Form): Part<Form> => ({ name, form });

/** What a part describes, where it occurs. */
export const ref = <Form extends TSchema>({ name }: Part<Form>, description?: string) =>
  Type.Unsafe<Static<Form>>({ ...(description !== undefined && { description }), $ref: `#/$defs/${name}` });

/** The keys of a record that has no others. */
export const keysOf = <Key extends string>(all: Readonly<Record<Key, unknown>>): Key[] => Object.keys(all) as Key[];

/** The schema of a document as it is published. */
export const published = (
  command: string,
  version: number,
  form: TSchema,
  parts: readonly Part[] = [],
): Readonly<Record<string, unknown>> => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: `urn:step-up-union:${command}:${version}`,
  title: `step-up-union ${command} --format=json`,
  ...form,
  ...(parts.length > 0 && { $defs: Object.fromEntries(parts.map(({ name, form: each }) => [name, each])) }),
});
