// TensorFlow Serving: https://www.tensorflow.org/tfx/serving/api_rest .
import { z } from "zod";
import { countOf } from "../../batch.ts";
import { nested, repliesOf } from "./answers.ts";
import { failed, jsonOf, type Sender } from "./http.ts";
import type { Protocol } from "./protocols.ts";
import type { Endpoint } from "./schema.ts";

const tensorSchema = z.object({
  dtype: z.string().optional(),
  tensor_shape: z
    .object({
      dim: z.array(z.object({ size: z.coerce.number() })).default([]),
      unknown_rank: z.boolean().optional(),
    })
    .optional(),
});
const metadataSchema = z.object({
  metadata: z.object({
    signature_def: z.object({
      signature_def: z.record(
        z.string(),
        z.object({ inputs: z.record(z.string(), tensorSchema).default({}) }),
      ),
    }),
  }),
});

function pathOf(url: URL, { model, version }: Endpoint): string {
  const path = url.pathname.replace(/:predict$/, "").replace(/\/+$/, "");
  const hasName = /\/v1\/models\/[^/]+/.test(path);
  if (!hasName && model === undefined)
    throw failed(
      "the name of the model is not stated",
      "State `model`, or an address that ends with /v1/models/NAME.",
    );
  const root = hasName
    ? path
    : `${path.replace(/\/v1(?:\/models)?$/, "")}/v1/models/${encodeURIComponent(model!)}`;
  return version === undefined || /\/versions\//.test(root)
    ? root
    : `${root}/versions/${encodeURIComponent(version)}`;
}

/** Asks as TensorFlow Serving is asked, by rows. */
export async function openTensorflow(
  url: URL,
  endpoint: Endpoint,
  sender: Sender,
): Promise<Protocol> {
  const path = pathOf(url, endpoint);
  const signature = endpoint.signature ?? "serving_default";
  const told = await sender.find(new URL(`${path}/metadata${url.search}`, url.origin));
  const metadata =
    told === undefined ? undefined : metadataSchema.safeParse(jsonOf(told, url.host)).data;
  const inputs = Object.entries(
    metadata?.metadata.signature_def.signature_def[signature]?.inputs ?? {},
  );
  const input =
    endpoint.input === undefined ? inputs[0] : inputs.find(([name]) => name === endpoint.input);
  if (endpoint.input === undefined && inputs.length > 1)
    throw failed(
      `the model has ${inputs.length} inputs: ${inputs.map(([name]) => name).join(", ")}`,
      "Models that need more than one cannot be asked.",
    );
  const dims = input?.[1].tensor_shape?.dim.map(({ size }) => size).slice(1);
  const inputShape =
    dims !== undefined && dims.length > 0 && dims.every((length) => length > 0) ? dims : undefined;
  const isWhole = /INT/.test(input?.[1].dtype ?? "");
  const predict = new URL(`${path}:predict${url.search}`, url.origin);

  return {
    described: {
      name: decodeURIComponent(/\/v1\/models\/([^/]+)/.exec(path)![1]!),
      ...(inputShape && { inputShape }),
    },
    async ask(batch) {
      const instances = nested(isWhole ? batch.data.map(Math.round) : batch.data, batch.shape);
      const bytes = JSON.stringify({
        ...(endpoint.signature === undefined ? {} : { signature_name: signature }),
        instances,
      });
      const got = jsonOf(
        await sender.send(predict, { bytes, headers: { "content-type": "application/json" } }),
        url.host,
      );
      const parsed = z.object({ predictions: z.array(z.unknown()) }).safeParse(got);
      if (!parsed.success)
        throw failed(
          `${url.host} answers without predictions`,
          "Check the address: /v1/models/NAME:predict.",
          parsed.error,
        );
      return repliesOf(
        parsed.data.predictions.map((each) => pick(each, endpoint.output)),
        countOf(batch),
        endpoint.classNames,
      );
    },
  };
}

/** With several outputs each prediction is an object of them. */
function pick(value: unknown, output: string | undefined): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const fields = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(fields);
  const name =
    output ??
    names.find((each) => /prob|score|logit|predict/i.test(each) && Array.isArray(fields[each])) ??
    (names.length === 1 ? names[0] : undefined);
  if (name === undefined || !Object.hasOwn(fields, name))
    throw failed(
      `the model's outputs are ${names.join(", ")}`,
      "Name the one with the scores with `output`.",
    );
  return fields[name];
}
