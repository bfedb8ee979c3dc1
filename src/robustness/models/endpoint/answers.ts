// What servers answer, as rows of scores.
import { failed } from "./http.ts";

/** Answers to a batch: a row of scores or one label each. */
export type Replies =
  | { readonly kind: "scores"; readonly rows: readonly Float32Array[] }
  | { readonly kind: "labels"; readonly labels: readonly number[] };

/** A batch as lists within lists. */
export function nested(data: Float32Array, shape: readonly number[]): unknown {
  const [length = 1, ...rest] = shape;
  if (shape.length === 0) return data[0];
  if (rest.length === 0) return Array.from(data);
  const size = data.length / length;
  return Array.from({ length }, (_, index) =>
    nested(data.subarray(index * size, (index + 1) * size), rest),
  );
}

const wrong = (what: string): Error =>
  failed(
    `the model's answer ${what}`,
    "Check `output` or `scores`: one row of scores, or one label, is wanted for each input.",
  );

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A row of scores of what a server says of one input: numbers, or names with scores. */
function rowOf(value: unknown, classNames: readonly string[] | undefined): Float32Array | number {
  if (typeof value === "number") return value;
  if (typeof value === "string") {
    const place = classNames?.indexOf(value) ?? -1;
    if (place < 0)
      throw wrong(`names a class "${value.slice(0, 60)}" that is not in \`classNames\``);
    return place;
  }
  if (isFields(value) && Object.values(value).every((each) => typeof each === "number"))
    return named(Object.entries(value) as [string, number][], classNames);
  if (!Array.isArray(value) || value.length === 0) throw wrong("has something else than scores");
  if (value.every((each) => typeof each === "number")) return Float32Array.from(value);
  const pairs = value.map((each): [string, number] => {
    if (isFields(each) && typeof each["score"] === "number") {
      const label = each["label"] ?? each["class"] ?? each["name"];
      if (typeof label === "string") return [label, each["score"]];
    }
    throw wrong("has something else than scores");
  });
  return named(pairs, classNames);
}

/** Scores by names, in any order, such as Hugging Face's pipelines answer. Classes that are left out score 0. */
function named(
  pairs: readonly (readonly [string, number])[],
  classNames: readonly string[] | undefined,
): Float32Array {
  if (classNames === undefined)
    throw failed(
      "the model names its classes, and their order is not known",
      "State `classNames` in the order of the labels.",
    );
  const row = new Float32Array(classNames.length);
  for (const [label, score] of pairs) {
    const place = classNames.indexOf(label);
    if (place < 0)
      throw wrong(`names a class "${label.slice(0, 60)}" that is not in \`classNames\``);
    row[place] = score;
  }
  return row;
}

/** Answers to `count` inputs of a list with one entry each. */
export function repliesOf(
  values: readonly unknown[],
  count: number,
  classNames: readonly string[] | undefined,
): Replies {
  if (values.length !== count) throw wrong(`has ${values.length} entries for ${count} inputs`);
  const rows = values.map((value) =>
    rowOf(
      Array.isArray(value) && value.length === 1 && Array.isArray(value[0]) ? value[0] : value,
      classNames,
    ),
  );
  if (rows.every((row) => typeof row === "number")) {
    if (rows.every(Number.isInteger) && !rows.some((label) => label < 0))
      return { kind: "labels", labels: rows };
    return { kind: "scores", rows: rows.map((score) => Float32Array.of(score)) };
  }
  if (rows.some((row) => typeof row === "number")) throw wrong("has scores for some inputs only");
  return checked(rows as readonly Float32Array[]);
}

/** Rows of one flat tensor. */
export function repliesOfTensor(data: ArrayLike<number>, count: number, isLabel: boolean): Replies {
  if (data.length === 0 || data.length % count !== 0)
    throw wrong(`has ${data.length} numbers for ${count} inputs`);
  const width = data.length / count;
  if (isLabel && width === 1) return { kind: "labels", labels: Array.from(data) };
  return checked(
    Array.from({ length: count }, (_, item) =>
      Float32Array.from({ length: width }, (__, k) => data[item * width + k]!),
    ),
  );
}

function checked(rows: readonly Float32Array[]): Replies {
  for (const row of rows) {
    if (row.length !== rows[0]!.length) throw wrong("has rows of different lengths");
    if (row.some((score) => !Number.isFinite(score))) throw wrong("has a score that is no number");
  }
  return { kind: "scores", rows };
}

/** Follows a path such as `a.b[0].c[*]`; `[*]` gives each of a list. */
export function follow(value: unknown, path: string): unknown {
  const steps = [...path.matchAll(/\[(\*|-?\d+)\]|\["([^"]+)"\]|([^.[\]]+)/g)];
  let here: readonly unknown[] = [value];
  let isList = false;
  for (const [, place, quoted, plain] of steps) {
    if (plain === "$") continue;
    const next: unknown[] = [];
    for (const each of here) {
      if (place === "*") {
        if (!Array.isArray(each)) throw wrong(`has no list at \`${path}\``);
        for (const one of each) next.push(one);
        continue;
      }
      const key = quoted ?? plain ?? "";
      const found: unknown =
        place !== undefined
          ? Array.isArray(each)
            ? each.at(Number(place))
            : undefined
          : isFields(each) && Object.hasOwn(each, key)
            ? each[key]
            : undefined;
      if (found === undefined) throw wrong(`has nothing at \`${path}\``);
      next.push(found);
    }
    isList ||= place === "*";
    here = next;
  }
  return isList ? here : here[0];
}
