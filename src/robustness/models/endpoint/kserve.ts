// The Open Inference Protocol, version 2 (KServe, Triton, MLServer, OpenVINO Model Server, TorchServe):
// https://kserve.github.io/website/docs/concepts/architecture/data-plane/v2-protocol , with Triton's binary extension.
import { z } from "zod";
import { halfOf } from "../../../formats/numpy/elements.ts";
import { countOf, sizeOf } from "../../batch.ts";
import { repliesOf, repliesOfTensor, type Replies } from "./answers.ts";
import { failed, jsonOf, type Answer, type Body, type Sender } from "./http.ts";
import type { Protocol } from "./protocols.ts";
import type { Endpoint } from "./schema.ts";

const tensorInfo = z.object({ name: z.string(), datatype: z.string(), shape: z.array(z.number()) });
const metadataSchema = z.object({
  inputs: z.array(tensorInfo).default([]),
  outputs: z.array(tensorInfo).default([]),
});
type TensorInfo = z.output<typeof tensorInfo>;
const answerSchema = z.object({
  outputs: z
    .array(
      z.object({
        name: z.string(),
        datatype: z.string(),
        shape: z.array(z.number()).default([]),
        data: z.array(z.unknown()).optional(),
        parameters: z.object({ binary_data_size: z.number().optional() }).optional(),
      }),
    )
    .min(1),
});
type Output = z.output<typeof answerSchema>["outputs"][number];

const headerLength = "inference-header-content-length";
const floating = /^(?:FP|BF)/;

/** Bytes of one element, and how it is read: little-endian. */
const binaryTypes: Readonly<
  Record<string, readonly [width: number, read: (bytes: Buffer, at: number) => number]>
> = {
  FP64: [8, (bytes, at) => bytes.readDoubleLE(at)],
  FP32: [4, (bytes, at) => bytes.readFloatLE(at)],
  FP16: [2, (bytes, at) => halfOf(bytes.readUInt16LE(at))],
  INT64: [8, (bytes, at) => Number(bytes.readBigInt64LE(at))],
  INT32: [4, (bytes, at) => bytes.readInt32LE(at)],
  UINT8: [1, (bytes, at) => bytes[at]!],
};

function baseOf(url: URL, { model, version }: Endpoint): URL {
  const path = url.pathname.replace(/\/infer$/, "").replace(/\/+$/, "");
  const hasName = /\/v2\/models\/[^/]+/.test(path);
  if (!hasName && model === undefined)
    throw failed(
      "the name of the model is not stated",
      "State `model`, or an address that ends with /v2/models/NAME.",
    );
  const root = hasName
    ? path
    : `${path.replace(/\/v2(?:\/models)?$/, "")}/v2/models/${encodeURIComponent(model!)}`;
  const whole =
    version === undefined || /\/versions\//.test(root)
      ? root
      : `${root}/versions/${encodeURIComponent(version)}`;
  return new URL(whole + url.search, url.origin);
}

/** The output of that name; else the one of floats, of several the one with an axis of classes. */
function chosen<
  T extends { readonly name: string; readonly datatype: string; readonly shape: readonly number[] },
>(outputs: readonly T[], wanted: string | undefined): T | undefined {
  if (wanted !== undefined) {
    const found = outputs.find(({ name }) => name === wanted);
    if (found === undefined && outputs.length > 0)
      throw failed(
        `the model has no output ${wanted}`,
        `Its outputs are ${outputs.map(({ name }) => name).join(", ")}.`,
      );
    return found;
  }
  const scores = outputs.filter(({ datatype }) => floating.test(datatype));
  return scores.find(({ shape }) => shape.length === 2) ?? scores[0] ?? outputs[0];
}

function packed(value: Float32Array, datatype: string): Buffer | undefined {
  if (datatype === "FP32") return Buffer.from(Float32Array.from(value).buffer);
  if (datatype === "FP64") return Buffer.from(Float64Array.from(value).buffer);
  if (datatype === "UINT8") return Buffer.from(value.map(Math.round));
  return undefined;
}

interface OutputBytes {
  readonly output: Output;
  /** What the binary extension sent for it. */
  readonly rest: Buffer;
}

function tensorOf(
  { output, rest }: OutputBytes,
  count: number,
  classNames: readonly string[] | undefined,
): Replies {
  const { datatype, data } = output;
  const isLabel = !floating.test(datatype);
  if (data !== undefined) {
    const flat = data.flat(Infinity);
    if (datatype === "BYTES") return repliesOf(flat, count, classNames);
    if (!flat.every((each): each is number => typeof each === "number"))
      throw failed(
        `the output ${output.name} has what is no number`,
        "Look at the model with the server's own client.",
      );
    return repliesOfTensor(flat, count, isLabel);
  }
  const type = binaryTypes[datatype];
  if (type === undefined)
    throw failed(
      `the output ${output.name} is of ${datatype}, which is not read as bytes`,
      "Turn `binary` off.",
    );
  const [width, read] = type;
  const length = Math.floor(rest.length / width);
  return repliesOfTensor(
    Float64Array.from({ length }, (_, index) => read(rest, index * width)),
    count,
    isLabel,
  );
}

/** Asks by the Open Inference Protocol; the model's shapes are read from the server. */
export async function openKserve(url: URL, endpoint: Endpoint, sender: Sender): Promise<Protocol> {
  const base = baseOf(url, endpoint);
  const told = await sender.find(base);
  const metadata =
    told === undefined ? undefined : metadataSchema.safeParse(jsonOf(told, url.host)).data;
  const inputs = metadata?.inputs ?? [];
  const input: TensorInfo | undefined =
    endpoint.input === undefined ? inputs[0] : inputs.find(({ name }) => name === endpoint.input);
  if (endpoint.input === undefined && inputs.length > 1)
    throw failed(
      `the model has ${inputs.length} inputs: ${inputs.map(({ name }) => name).join(", ")}`,
      "Name the one to attack with `input`; models that need more than one cannot be asked.",
    );
  // Servers that describe nothing may still have an output of that name.
  const output =
    chosen(metadata?.outputs ?? [], endpoint.output) ??
    (endpoint.output === undefined ? undefined : { name: endpoint.output });
  const datatype = input?.datatype ?? "FP32";
  const inputName = input?.name ?? endpoint.input ?? "input";
  // Models that Triton batches itself leave N out of their shapes only in its configuration, not here.
  const axes = input?.shape.slice(1);
  const inputShape =
    axes !== undefined && axes.length > 0 && axes.every((length) => length > 0) ? axes : undefined;
  const isWhole = /INT/.test(datatype);

  function request(data: Float32Array, shape: readonly number[]): Body {
    const outputs =
      output === undefined
        ? undefined
        : [
            {
              name: output.name,
              ...(endpoint.binary === true ? { parameters: { binary_data: true } } : {}),
            },
          ];
    const bytes = endpoint.binary === true ? packed(data, datatype) : undefined;
    const tensor = { name: inputName, datatype, shape };
    if (bytes === undefined) {
      const values = isWhole ? Array.from(data, Math.round) : Array.from(data);
      return {
        bytes: JSON.stringify({
          inputs: [{ ...tensor, data: values }],
          ...(outputs && { outputs }),
        }),
        headers: { "content-type": "application/json" },
      };
    }
    const head = Buffer.from(
      JSON.stringify({
        inputs: [{ ...tensor, parameters: { binary_data_size: bytes.length } }],
        ...(outputs && { outputs }),
      }),
    );
    return {
      bytes: Uint8Array.from(Buffer.concat([head, bytes])),
      headers: { "content-type": "application/octet-stream", [headerLength]: String(head.length) },
    };
  }

  function answer(got: Answer, count: number): Replies {
    const length = Number(got.headers.get(headerLength) ?? got.bytes.length);
    const parsed = answerSchema.safeParse(
      jsonOf({ ...got, bytes: got.bytes.subarray(0, length) }, url.host),
    );
    if (!parsed.success)
      throw failed(
        `${url.host} does not answer as the protocol says`,
        "Check the address: /v2/models/NAME/infer.",
        parsed.error,
      );
    const { outputs } = parsed.data;
    const one = chosen(outputs, endpoint.output) ?? outputs[0]!;
    let at = length;
    for (const each of outputs) {
      const size = each.parameters?.binary_data_size ?? 0;
      if (each === one)
        return tensorOf(
          { output: one, rest: got.bytes.subarray(at, at + size) },
          count,
          endpoint.classNames,
        );
      at += size;
    }
    throw failed("the answer has no output", "Check `output`.");
  }

  const infer = new URL(`${base.pathname}/infer${base.search}`, base.origin);
  return {
    described: {
      name: decodeURIComponent(/\/v2\/models\/([^/]+)/.exec(base.pathname)![1]!),
      ...(inputShape && { inputShape }),
    },
    ...(input !== undefined && input.shape[0] === 1 ? { maxBatch: 1 } : {}),
    async ask(batch) {
      const got = await sender.send(
        infer,
        request(batch.data.subarray(0, sizeOf(batch.shape)), batch.shape),
      );
      return answer(got, countOf(batch));
    },
  };
}
