import { relative } from "node:path";
import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import { PaviseError } from "../core/index.ts";
import { nearest } from "./nearest.ts";

type Path = readonly PropertyKey[];
/** Counts from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}
/** Finds where a value, or a key of a map, is written. */
export type Locate = (path: Path, key?: string) => Place;

function locator(document: Document, lines: LineCounter): Locate {
  function offset(path: Path, key?: string): number {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (key !== undefined && isMap(node)) {
        const pair = node.items.find(
          (item) => isPair(item) && isScalar(item.key) && item.key.value === key,
        );
        if (pair !== undefined && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
      }
      if (isNode(node) && node.range) return node.range[0];
    }
    return 0;
  }
  return (path, key) => {
    const { line, col } = lines.linePos(offset(path, key));
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
}

/** `gate.rules[0].fail-on`. */
function nameOf(path: Path): string {
  return path
    .map((step, at) =>
      typeof step === "number" ? `[${step}]` : `${at > 0 ? "." : ""}${String(step)}`,
    )
    .join("");
}

/** The keys a map may have, from the schema itself. */
function keysAt(path: Path, root: z.core.$ZodType): readonly string[] {
  let schema: z.core.$ZodType | undefined = root;
  const unwrap = (type: z.core.$ZodType | undefined): z.core.$ZodType | undefined => {
    const inner = (type as { unwrap?: () => z.core.$ZodType } | undefined)?.unwrap;
    return typeof inner === "function" && (type as z.ZodType).type === "optional"
      ? inner.call(type)
      : type;
  };
  for (const step of path) {
    const open = unwrap(schema) as
      | { shape?: Record<string, z.core.$ZodType>; element?: z.core.$ZodType }
      | undefined;
    schema = typeof step === "number" ? open?.element : open?.shape?.[String(step)];
  }
  return Object.keys((unwrap(schema) as { shape?: object } | undefined)?.shape ?? {});
}

/** A file that the user wrote. */
export interface WrittenFile {
  readonly text: string;
  /** Its path. */
  readonly file: string;
  /** What to do where nothing better is known. */
  readonly help: string;
}

/** One thing that is wrong. */
export interface Complaint extends Place {
  readonly message: string;
  readonly hint?: string;
}

function complaintsOf(
  issue: z.core.$ZodIssue,
  { locate, schema }: { readonly locate: Locate; readonly schema: z.core.$ZodType },
): readonly Complaint[] {
  const where = nameOf(issue.path);
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const known = keysAt(path, schema);
      const guess = nearest(key, known);
      const inside = where === "" ? "" : ` in ${where}`;
      const hint =
        guess === undefined ? `Known here: ${known.join(", ")}.` : `Did you mean \`${guess}\`?`;
      return { ...locate(path, key), message: `unknown key "${key}"${inside}`, hint };
    });
  }
  const missing = issue.code === "invalid_type" && issue.input === undefined;
  if (missing) {
    const key = String(path.at(-1));
    return [
      {
        ...locate(path.slice(0, -1)),
        message: `"${key}" is missing in ${nameOf(path.slice(0, -1)) || "the file"}`,
      },
    ];
  }
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String);
    const guess = typeof issue.input === "string" ? nearest(issue.input, values) : undefined;
    const message = `${where} must be ${values.length === 1 ? values[0] : `one of ${values.join(", ")}`}`;
    return [
      {
        ...locate(path),
        message,
        hint: guess === undefined ? undefined : `Did you mean \`${guess}\`?`,
      },
    ];
  }
  const text = issue.message.replace(/^(?:Invalid input|Too \w+): /, "");
  return [{ ...locate(path), message: `${where === "" ? "the file" : where}: ${text}` }];
}

/** What is wrong with a file that the user wrote, with places and with what to do. */
export function invalidFile(
  { file, help }: Pick<WrittenFile, "file" | "help">,
  complaints: readonly Complaint[],
): PaviseError {
  const inside = relative(process.cwd(), file);
  const shown = inside === "" || inside.startsWith("..") ? file : inside;
  const lines = complaints.map(
    ({ line, column, message }) => `${shown}:${line}:${column}: ${message}`,
  );
  const hint = complaints.find((complaint) => complaint.hint !== undefined)?.hint;
  return new PaviseError("config-invalid", lines.join("\n"), {
    hint: hint ?? help,
  });
}

/** What a value is once it was made ready for its schema, and where that did not work. */
export interface Prepared {
  readonly value: unknown;
  /** What the schema says of these places is not told as well. */
  readonly problems: readonly {
    readonly path: Path;
    readonly message: string;
    readonly hint?: string;
  }[];
}

/** A YAML file that fits its schema, with where everything is written. */
export interface YamlFile<T> {
  readonly data: T;
  readonly locate: Locate;
}

/**
 * Reads YAML that the user wrote and holds it to a schema, after `prepare`. Throws `config-invalid` with every place
 * that is wrong; where the schema has nothing to say, the problems of `prepare` are the caller's.
 */
export function readYaml<S extends z.ZodType>(
  written: WrittenFile,
  schema: S,
  prepare: (value: unknown) => Prepared = (value) => ({ value, problems: [] }),
): YamlFile<z.infer<S>> {
  const { text } = written;
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: true });
  const locate = locator(document, lineCounter);
  if (document.errors.length > 0) {
    throw invalidFile(
      written,
      document.errors.map((error) => {
        const { line, col } = lineCounter.linePos(error.pos[0]);
        return { line, column: col, message: error.message, hint: "This is not valid YAML." };
      }),
    );
  }
  let value: unknown;
  try {
    // Aliases that unfold into more than a hundred nodes are an attack and no configuration.
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw invalidFile(written, [{ line: 1, column: 1, message: String(error) }]);
  }
  const prepared = prepare(value ?? {});
  const { problems } = prepared;
  const result = schema.safeParse(prepared.value, { reportInput: true });
  if (result.success) return { data: result.data, locate };
  const known = new Set(problems.map(({ path }) => nameOf(path)));
  const issues = result.error.issues.filter(({ path }) => !known.has(nameOf(path)));
  throw invalidFile(written, [
    ...problems.map(({ path, ...problem }) => ({ ...locate(path), ...problem })),
    ...issues.flatMap((issue) => complaintsOf(issue, { locate, schema })),
  ]);
}
