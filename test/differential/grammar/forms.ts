/** The parts of a client that a class or a function is made of. */
export interface Body {
  /** The `extends` clause, where there is one. */
  readonly base: string;
  readonly parameters: string;
  readonly fields: readonly string[];
  readonly constructing: readonly string[];
  readonly members: readonly string[];
}

/** A client as a class. */
export function asClass({ base, parameters, fields, constructing, members }: Body): string[] {
  return [
    `export class Client${base} {`,
    ...fields,
    "",
    `constructor(${parameters}) {`,
    ...(base ? ["super();"] : []),
    ...constructing,
    "}",
    "",
    ...members,
    "}",
  ];
}

/** What only a class has: accessors, a superclass, itself as a value, static fields. */
const CLASS_ONLY = /\b(?:[gs]et \w+\(|static |super\b|Client\.|this\[)|\.(?:call|bind)\(this/;

/** A field as a variable. */
function variable(field: string): string {
  return field
    .replace(/^(?:private |readonly |#)*/, "let ")
    .replace(/^let (\w+)\?: ([^;=]*);/, "let $1: $2 | undefined;");
}

/** A client as a function that gives its methods, or as a class where it has what only a class can have. */
export function asFunction(body: Body): string[] {
  const { base, parameters, fields, constructing, members } = body;
  const all = [...fields, ...constructing, ...members].join("\n");
  if (base || CLASS_ONLY.test(all)) return asClass(body);
  const given = parameters.split(", ").map((each) => each.replace(/:.*/, ""));
  const isGiven = (field: string) => given.some((name) => new RegExp(`\\b${name}:`).test(field));
  const free = (text: string): string => text.replace(/\bthis\.#?/g, "");
  return [
    `export function Client(${parameters}) {`,
    ...fields.filter((field) => !isGiven(field)).map((field) => free(variable(field))),
    ...constructing.map(free).filter((line) => !/^(\w+) = \1;$/.test(line)),
    "",
    ...members.map((member) => free(member.replace(/^(?:private )?(async )?/, "$1function "))),
    "return { send };",
    "}",
  ];
}
