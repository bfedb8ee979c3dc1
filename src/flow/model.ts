/**
 * What is known of the world outside a program, as data: where text comes from that its reader does
 * not control, where text does something, and what makes it harmless on the way. `pavise.yaml`
 * takes the same form for a project's own functions.
 */

/** Whose text it is. */
export const sourceKinds = {
  "model-output": "what a model answered",
  "tool-input": "what a model chose to call a tool with",
  "tool-result": "what a tool or a tool server returned",
  retrieved: "what a search or a vector store returned",
  "user-input": "what a user or a client of the service sent",
  download: "what a URL or a file from outside holds",
  hub: "what a model hub or a data set hub served",
  "local-input": "what the person at the keyboard says",
  environment: "what the environment says",
  secret: "a secret of the program",
  "personal-data": "personal data",
} as const;
export type SourceKind = keyof typeof sourceKinds;

/** What the text does where it arrives. */
export const sinkKinds = {
  code: "is run as code",
  shell: "is run by a shell",
  program: "chooses a program or its arguments",
  sql: "is run as SQL",
  request: "chooses where a request goes",
  path: "chooses a file",
  html: "becomes part of a page",
  template: "is rendered as a template",
  deserialize: "is deserialised into objects",
  import: "chooses a module, a function or a tool",
  "system-prompt": "becomes an instruction to a model",
  "tool-description": "describes a tool to a model",
  prompt: "is sent to a model",
  log: "is written to a log",
} as const;
export type SinkKind = keyof typeof sinkKinds;

/**
 * A qualified name as the views resolve it: `subprocess.run`, `openai.OpenAI().responses.create`
 * (the method of what the call returned), `flask.request.args`, `dspy.Predict()` (a call of what
 * the call returned). `*.chat.completions.create` fits whatever stands before; `langchain*.Tool`
 * fits any name that begins and ends so; `hashlib.*` fits all that is below. A pattern names its
 * last part whole, or its first (`match.ts` finds it by one of them).
 */
export type NamePattern = string;

/**
 * An argument by position, by keyword, or both: `[0, "sql"]`. `"this"` is what a method is called
 * on, `"*"` each argument that has no keyword, `"**"` each that has one. A key within an argument
 * that is an object is written with a dot: `"config.systemInstruction"`.
 */
export type ArgumentRef = number | string | readonly [number, string];

/** What an argument must look like, where it is written out. */
export interface Looks {
  readonly argument: ArgumentRef;
  /**
   * A regular expression over its text: of a string that is constant, of the constant strings that
   * a list begins with (joined by blanks), of the qualified name (`yaml.SafeLoader`), or the source
   * of a literal regular expression. Of what is read with a constant key, argument 0 is the key.
   */
  readonly pattern: string;
  /** True where only the text of a constant counts, and not the name of a variable. */
  readonly isWritten?: true;
  /** True where the case of letters counts: `\S` is not `\s`. */
  readonly isCased?: true;
}

/** What else must hold of a call, where its name says too little. */
export interface When {
  /** Arguments (in JavaScript also keys of an object argument) of which one must be given. */
  readonly given?: readonly ArgumentRef[];
  /** Arguments of which none may be given. */
  readonly absent?: readonly ArgumentRef[];
  /** Keywords that must be a constant of this value; `true` also where the position is given so. */
  readonly is?: Readonly<Record<string, string | number | boolean | null>>;
  /** Keywords that must not be a constant of this value. */
  readonly isNot?: Readonly<Record<string, string | number | boolean | null>>;
  /** Modules of which the file must import one: a prefix such as `langchain`. */
  readonly imports?: readonly string[];
  /**
   * What the last word before the method must look like, as a regular expression whose case does
   * not count: `llm|chain`.
   */
  readonly on?: string;
  /** What it must not look like, neither in the name nor as it is written. */
  readonly notOn?: string;
  /** Each of these arguments must look so; one whose text is not known does not. */
  readonly matches?: readonly Looks[];
  /** None of these arguments may look so; one whose text is not known may. */
  readonly unlike?: readonly Looks[];
  /** These arguments must not be written as an object or a list. */
  readonly plain?: readonly ArgumentRef[];
}

/** A place where text comes in. Exactly one of `call`, `read`, `item` and `parameters` is given. */
export interface SourceModel {
  readonly kind: SourceKind;
  /** The result of this call. */
  readonly call?: NamePattern | readonly NamePattern[];
  /** A name or an attribute that is read: `sys.argv`, `flask.request.form`. */
  readonly read?: NamePattern | readonly NamePattern[];
  /** An item or a column whose constant key is one of these: `row["ssn"]`; case does not count. */
  readonly item?: readonly string[];
  /** The parameters of a function that has this decorator, or is given to this call. */
  readonly parameters?: {
    /** The decorator without its call: `mcp.server.fastmcp.FastMCP().tool` for `@mcp.tool()`. */
    readonly decorator?: NamePattern | readonly NamePattern[];
    /** The function is this argument of this call: a callback. `"*"`: any function among them. */
    readonly callback?: {
      readonly call: NamePattern | readonly NamePattern[];
      readonly argument: ArgumentRef;
    };
    /** The method of a class that derives from one of these; `self` is not counted. */
    readonly method?: {
      readonly base: NamePattern | readonly NamePattern[];
      readonly name: string | readonly string[];
    };
    /** Functions of these names at the top of a file, which a platform looks up by name. */
    readonly named?: readonly string[];
    /** Only parameters of these names, or at these positions. */
    readonly only?: readonly (string | number)[];
    /** Parameters that the framework fills in itself. */
    readonly except?: readonly (string | number)[];
    /** The same by their annotation or by the call in their default: `fastapi.Depends`. */
    readonly filled?: readonly NamePattern[];
    /** Arguments of the call or decorator that may be the schema by which they were checked. */
    readonly schemas?: readonly ArgumentRef[];
    /** Not the parameter itself but only these attributes of it: `body`, `query`. */
    readonly below?: readonly string[];
  };
  /**
   * Where the schema is that the answer was checked against. Its numbers and its closed choices
   * are harmless then; a field that is free text is not.
   */
  readonly schema?: ArgumentRef;
  readonly when?: When;
  /** How a person would name it: "OpenAI's answer". */
  readonly label?: string;
}

/** A place where text does something. */
export interface SinkModel {
  readonly kind: SinkKind;
  readonly call?: NamePattern | readonly NamePattern[];
  /** An attribute that is written: `*.innerHTML`. Its value counts as the first argument. */
  readonly write?: NamePattern | readonly NamePattern[];
  /**
   * A key of an object literal, or an attribute of JSX: `dangerouslySetInnerHTML`. In `when` the
   * other keys of the object count as keywords.
   */
  readonly key?: string;
  /** What a function returns that has this decorator, or is this argument of this call. */
  readonly returned?: {
    readonly decorator?: NamePattern | readonly NamePattern[];
    readonly callback?: {
      readonly call: NamePattern | readonly NamePattern[];
      readonly argument: ArgumentRef;
    };
  };
  /**
   * Which arguments of the call. For `write`, `key` and `returned` it is the value, which `when`
   * calls argument 0; its keywords are those of the object that a key stands in, and those of the
   * decorator.
   */
  readonly arguments?: readonly ArgumentRef[];
  readonly when?: When;
  readonly label?: string;
}

/**
 * A call whose result is harmless for some sinks, whatever went in, or an attribute that is so
 * whatever it is read from (`*.status_code`); `all` where it is for each. One of both is given.
 */
export interface SanitizerModel {
  readonly call?: NamePattern | readonly NamePattern[];
  readonly read?: NamePattern | readonly NamePattern[];
  readonly for: readonly SinkKind[] | "all";
  readonly when?: When;
  /** Where the schema is that it checks against: free text of the schema stays what it was. */
  readonly schema?: ArgumentRef;
}

/** A condition that holds only for harmless values: `x.isdigit()`, `is_relative_to(base)`. */
export interface GuardModel {
  readonly call: NamePattern | readonly NamePattern[];
  readonly for: readonly SinkKind[] | "all";
  /** Which value it speaks for; the first argument where it is not said. */
  readonly argument?: ArgumentRef;
  readonly when?: When;
  /** True where it throws for a harmful value, so that what follows needs no condition. */
  readonly throws?: boolean;
  /** Where the schema is that it checks against: free text of the schema stays what it was. */
  readonly schema?: ArgumentRef;
}

/** A call that hands a value on in a way that its form does not show. */
export interface PassModel {
  readonly call: NamePattern | readonly NamePattern[];
  readonly from: readonly ArgumentRef[];
  /** What it ends up in; the result where it is not said. */
  readonly to?: ArgumentRef;
  /** A function among the arguments that is called with what `from` names: `map`, `to_thread`. */
  readonly into?: ArgumentRef;
  readonly when?: When;
}

/** Everything that is known for one language. */
export interface FlowModels {
  readonly sources: readonly SourceModel[];
  readonly sinks: readonly SinkModel[];
  readonly sanitizers: readonly SanitizerModel[];
  readonly guards: readonly GuardModel[];
  readonly passes: readonly PassModel[];
  /**
   * Annotations of which no value does harm, where a framework or a schema checks by them: `int`,
   * `uuid.UUID`, `typing.Literal`.
   */
  readonly harmlessTypes: readonly NamePattern[];
}
