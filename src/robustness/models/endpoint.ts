// A model behind an address as a black box.
import { PaviseError } from "../../core/index.ts";
import { countOf, sizeOf, sliceOf, type Batch } from "../batch.ts";
import type { Answers, Classifier } from "../classifier.ts";
import type { Replies } from "./endpoint/answers.ts";
import { addressOf, failed, senderOf } from "./endpoint/http.ts";
import { openKserve } from "./endpoint/kserve.ts";
import type { Protocol } from "./endpoint/protocols.ts";
import { endpointSchema, type Endpoint, type EndpointOptions } from "./endpoint/schema.ts";
import { openTemplate } from "./endpoint/template.ts";
import { openTensorflow } from "./endpoint/tensorflow.ts";

function parsed(options: EndpointOptions): Endpoint {
  const result = endpointSchema.safeParse(options);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw failed(
    `the endpoint's \`${issue?.path.join(".") ?? ""}\` is wrong: ${issue?.message ?? ""}`,
    "See the options of an endpoint.",
    result.error,
  );
}

/** Whether rows look like probabilities: none below 0 and a sum of 1 each. */
export function areProbabilities(rows: readonly Float32Array[]): boolean {
  return rows.every((row) => {
    let sum = 0;
    for (const score of row) {
      if (score < -1e-6 || score > 1 + 1e-4) return false;
      sum += score;
    }
    return row.length === 1 || Math.abs(sum - 1) < 1e-2;
  });
}

/** One score is of two classes: p is 1 − p and p, a logit z is 0 and z. */
export function asTwo(score: number, answers: Answers): readonly [number, number] {
  return answers === "probabilities" ? [1 - score, score] : [0, score];
}

interface Shape {
  readonly answers: Answers;
  readonly classes: number;
}

/** What the first answer shows. */
function shapeOf(replies: Replies, { answers, classes, classNames }: Endpoint): Shape {
  if (replies.kind === "labels") {
    const count = classes ?? classNames?.length;
    if (count === undefined)
      throw failed(
        "the model answers with labels only, and the number of classes is not known",
        "State `classes` or `classNames`.",
      );
    if (answers !== undefined && answers !== "labels")
      throw failed(
        `the model answers with labels, not ${answers}`,
        "Name another `output`, or leave `answers` out.",
      );
    return { answers: "labels", classes: count };
  }
  const width = replies.rows[0]!.length;
  const seen = answers ?? (areProbabilities(replies.rows) ? "probabilities" : "logits");
  return { answers: seen, classes: width === 1 ? 2 : width };
}

function write(replies: Replies, { answers, classes }: Shape, into: Float32Array): void {
  if (replies.kind === "labels") {
    for (const [item, label] of replies.labels.entries()) {
      if (!Number.isInteger(label) || label < 0 || label >= classes)
        throw failed(
          `the model answers with class ${label}, and there are ${classes}`,
          "State the right number with `classes`.",
        );
      into[item * classes + label] = 1;
    }
    return;
  }
  for (const [item, row] of replies.rows.entries()) {
    const scores = row.length === 1 && classes === 2 ? asTwo(row[0]!, answers) : row;
    if (scores.length !== classes)
      throw failed(
        `the model answers with ${scores.length} scores, and before with ${classes}`,
        "Check the server.",
      );
    if (answers === "labels") into[item * classes + greatest(scores)] = 1;
    else into.set(scores, item * classes);
  }
}

function greatest(scores: ArrayLike<number>): number {
  let best = 0;
  for (let k = 1; k < scores.length; k++) if (scores[k]! > scores[best]!) best = k;
  return best;
}

async function protocolOf(
  endpoint: Endpoint,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly protocol: Protocol; readonly close: () => void }> {
  const url = addressOf(endpoint.url);
  const sender = senderOf(endpoint, env);
  try {
    const protocol =
      endpoint.protocol === "kserve-v2"
        ? await openKserve(url, endpoint, sender)
        : endpoint.protocol === "tensorflow"
          ? await openTensorflow(url, endpoint, sender)
          : openTemplate(url, endpoint, sender);
    return { protocol, close: () => sender.close() };
  } catch (thrown) {
    sender.close();
    throw thrown;
  }
}

export interface OpenEndpointOptions {
  /** Where `${NAME}` in headers is looked up; the process's own otherwise. */
  readonly env?: NodeJS.ProcessEnv;
  /** Axes of one input where neither the user's options nor the server say them: those of the data. */
  readonly inputShape?: readonly number[];
}

/**
 * Opens a model behind an address. One input in the middle of the range is asked to see what it answers with.
 * Throws PaviseError `endpoint-failed`.
 */
export async function openEndpoint(
  options: EndpointOptions,
  { env = process.env, inputShape: given }: OpenEndpointOptions = {},
): Promise<Classifier> {
  const endpoint = parsed(options);
  const { protocol, close } = await protocolOf(endpoint, env);
  const { described } = protocol;
  const range = endpoint.range ?? [0, 1];
  const batch = Math.min(endpoint.batch, protocol.maxBatch ?? endpoint.batch);
  let queries = 0;

  const shape = endpoint.inputShape ?? described.inputShape ?? given;
  if (shape === undefined) {
    close();
    throw failed(
      "the server does not say what shape its inputs have",
      "State `inputShape`, such as [3, 224, 224].",
    );
  }
  const inputShape = shape;

  async function ask(inputs: Batch): Promise<Replies> {
    const count = countOf(inputs);
    if (endpoint.maxQueries !== undefined && queries + count > endpoint.maxQueries)
      throw failed(
        `the budget of ${endpoint.maxQueries} queries is spent`,
        "Raise `maxQueries`, or attack fewer inputs.",
      );
    queries += count;
    return protocol.ask(inputs);
  }

  let seen: Shape;
  try {
    const middle = new Float32Array(sizeOf(inputShape)).fill((range[0] + range[1]) / 2);
    seen = shapeOf(await ask({ data: middle, shape: [1, ...inputShape] }), endpoint);
  } catch (thrown) {
    close();
    throw thrown;
  }
  const { classes, answers } = seen;

  async function predict(inputs: Batch): Promise<Float32Array> {
    const count = countOf(inputs);
    if (sizeOf(inputs.shape.slice(1)) !== sizeOf(inputShape))
      throw new PaviseError(
        "data-invalid",
        `inputs of ${inputs.shape.slice(1).join(" × ")} do not fit a model that takes ${inputShape.join(" × ")}`,
        { hint: "Check that data and model belong together." },
      );
    const out = new Float32Array(count * classes);
    let next = 0;
    const worker = async (): Promise<void> => {
      while (next < count) {
        const start = next;
        const end = Math.min(count, start + batch);
        next = end;
        const part = sliceOf(inputs, start, end);
        const replies = await ask({ data: part.data, shape: [end - start, ...inputShape] });
        write(replies, seen, out.subarray(start * classes, end * classes));
      }
    };
    const workers = Array.from(
      { length: Math.min(endpoint.concurrency, Math.ceil(count / batch)) },
      worker,
    );
    await Promise.all(workers);
    return out;
  }

  return {
    name: described.name,
    inputShape,
    classes,
    answers,
    range,
    get queries() {
      return queries;
    },
    predict,
    close: async () => close(),
  };
}
