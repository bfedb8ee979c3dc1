import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { openEndpoint } from "./endpoint.ts";
import type { EndpointOptions } from "./endpoint/schema.ts";

type Reply = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly bytes?: Buffer;
};
interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly bytes: Buffer;
  /** The body, or the JSON before what the binary extension sends. */
  readonly json: Record<string, unknown>;
}

/** A server on the loopback, and what it was asked. */
async function serve(
  answer: (asked: Asked) => Reply | undefined,
): Promise<{ readonly url: string; readonly asked: Asked[] }> {
  const asked: Asked[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const bytes = Buffer.concat(parts);
    const length = Number(request.headers["inference-header-content-length"] ?? bytes.length);
    const one = {
      path: request.url ?? "",
      headers: request.headers,
      bytes,
      json: length === 0 ? {} : (JSON.parse(bytes.toString("utf8", 0, length)) as Asked["json"]),
    };
    asked.push(one);
    const reply = answer(one);
    if (reply === undefined) return;
    response.writeHead(reply.status ?? 200, reply.headers);
    response.end(reply.bytes ?? JSON.stringify(reply.body ?? {}));
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** A model of two features whose three logits are x0, x1 and x0 − x1 − 1. */
const logits = ([a = 0, b = 0]: readonly number[]): readonly number[] => [a, b, a - b - 1];
const inputs = { data: Float32Array.of(1, 2, 3, 4, 5, 6), shape: [3, 2] };
const expected = [1, 2, -2, 3, 4, -2, 5, 6, -2];
const pairs = (flat: readonly number[]): readonly (readonly number[])[] =>
  Array.from({ length: flat.length / 2 }, (_, k) => flat.slice(2 * k, 2 * k + 2));

interface V2Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly datatype: string;
  readonly data: number[];
}

function kserve(asked: Asked): Reply {
  if (asked.bytes.length === 0)
    return {
      body: {
        name: "m",
        platform: "onnx",
        inputs: [{ name: "x", datatype: "FP32", shape: [-1, 2] }],
        outputs: [
          { name: "label", datatype: "INT64", shape: [-1] },
          { name: "scores", datatype: "FP32", shape: [-1, 3] },
        ],
      },
    };
  const [input] = asked.json["inputs"] as V2Tensor[];
  const flat =
    input!.data ??
    Array.from(
      new Float32Array(
        Uint8Array.from(
          asked.bytes.subarray(Number(asked.headers["inference-header-content-length"])),
        ).buffer,
      ),
    );
  const scores = pairs(flat).flatMap(logits);
  const output = { name: "scores", datatype: "FP32", shape: [input!.shape[0]!, 3] };
  if (input!.data !== undefined)
    return { body: { model_name: "m", outputs: [{ ...output, data: scores }] } };
  const bytes = Buffer.from(Float32Array.from(scores).buffer);
  const head = Buffer.from(
    JSON.stringify({ outputs: [{ ...output, parameters: { binary_data_size: bytes.length } }] }),
  );
  return {
    bytes: Buffer.concat([head, bytes]),
    headers: { "inference-header-content-length": String(head.length) },
  };
}

test.each([false, true])("KServe v2, shapes from its metadata; as bytes: %s", async (binary) => {
  const { url, asked } = await serve(kserve);
  const model = await openEndpoint(
    {
      url,
      protocol: "kserve-v2",
      model: "m",
      batch: 2,
      binary,
      headers: { authorization: "Bearer ${KEY}" },
    },
    { env: { KEY: "s3" } },
  );
  expect(model).toMatchObject({
    name: "m",
    inputShape: [2],
    classes: 3,
    answers: "logits",
    queries: 1,
  });
  expect([...(await model.predict(inputs))]).toEqual(expected);
  expect(model.queries).toBe(4);
  expect(asked.map(({ path }) => path)).toEqual([
    "/v2/models/m",
    ...Array<string>(3).fill("/v2/models/m/infer"),
  ]);
  expect(asked[1]!.headers.authorization).toBe("Bearer s3");
  expect(asked[1]!.json["outputs"]).toMatchObject([{ name: "scores" }]);
  await model.close();
});

test("TensorFlow Serving, with several outputs", async () => {
  const { url, asked } = await serve(({ path, json }) => {
    if (path.endsWith("/metadata"))
      return {
        body: {
          metadata: {
            signature_def: {
              signature_def: {
                serving_default: {
                  inputs: {
                    x: {
                      dtype: "DT_FLOAT",
                      tensor_shape: { dim: [{ size: "-1" }, { size: "2" }] },
                    },
                  },
                },
              },
            },
          },
        },
      };
    return {
      body: {
        predictions: (json["instances"] as number[][]).map((each) => ({
          classes: 1,
          probabilities: [0.25, 0.5, each[0]! > 2 ? 0.25 : 0.25],
        })),
      },
    };
  });
  const model = await openEndpoint({
    url: `${url}/v1/models/clothes:predict`,
    protocol: "tensorflow",
  });
  expect(model).toMatchObject({
    name: "clothes",
    inputShape: [2],
    classes: 3,
    answers: "probabilities",
  });
  expect([...(await model.predict(inputs)).subarray(0, 3)]).toEqual([0.25, 0.5, 0.25]);
  expect(asked[1]!.json).toEqual({ instances: [[0.5, 0.5]] });
});

test("a template with one input a request, and names with scores", async () => {
  const { url, asked } = await serve(({ json }) => {
    const [a = 0] = (json["data"] as { x: number[] }).x;
    return {
      body: {
        result: [
          { label: "dog", score: a > 2 ? 0.75 : 0.25 },
          { label: "cat", score: a > 2 ? 0.25 : 0.75 },
        ],
      },
    };
  });
  const model = await openEndpoint({
    url: `${url}/ask`,
    protocol: "template",
    body: { data: { x: "$flat" }, n: "$count" },
    scores: "result",
    inputShape: [2],
    classNames: ["cat", "dog"],
  });
  expect([...(await model.predict(inputs))]).toEqual([0.75, 0.25, 0.25, 0.75, 0.25, 0.75]);
  expect(asked[0]!.json).toEqual({ data: { x: [0.5, 0.5] }, n: 1 });
});

test("a template with the whole batch, one score for two classes", async () => {
  const { url } = await serve(({ json }) => ({
    body: { p: (json["x"] as number[][]).map(([a = 0]) => ({ s: a / 10 })) },
  }));
  const model = await openEndpoint({
    url,
    protocol: "template",
    body: { x: "$inputs" },
    scores: "p[*].s",
    inputShape: [2],
  });
  expect(model).toMatchObject({ classes: 2, answers: "probabilities" });
  expect((await model.predict(inputs))[1]).toBeCloseTo(0.1, 6);
});

test("labels only", async () => {
  const { url } = await serve(({ json }) => ({
    body: (json["x"] as number[][]).map(([a = 0]) => (a > 2 ? 1 : 0)),
  }));
  const model = await openEndpoint({
    url,
    protocol: "template",
    body: { x: "$inputs" },
    inputShape: [2],
    classes: 2,
  });
  expect(model.answers).toBe("labels");
  expect([...(await model.predict(inputs))]).toEqual([1, 0, 0, 1, 0, 1]);
});

test("a busy server is asked again, as late as it says", async () => {
  let count = 0;
  const { url } = await serve((asked) =>
    asked.bytes.length > 0 && ++count % 2 === 1
      ? { status: count % 4 === 1 ? 429 : 503, headers: { "retry-after": "0" } }
      : kserve(asked),
  );
  const model = await openEndpoint({ url, protocol: "kserve-v2", model: "m" });
  expect([...(await model.predict(inputs))]).toEqual(expected);
  expect(count).toBe(4);
});

test("no more requests a second than allowed, and no more queries than the budget", async () => {
  const { url } = await serve(kserve);
  const started = performance.now();
  const model = await openEndpoint({
    url,
    protocol: "kserve-v2",
    model: "m",
    batch: 1,
    perSecond: 20,
    maxQueries: 4,
  });
  await model.predict(inputs);
  // Five requests: the first at once.
  expect(performance.now() - started).toBeGreaterThan(150);
  await expect(model.predict(inputs)).rejects.toThrow(/budget of 4 queries is spent/);
});

test("redirects lead to the same server only", async () => {
  const other = await serve(kserve);
  const { url } = await serve((asked) =>
    asked.path.startsWith("/new")
      ? kserve(asked)
      : {
          status: 307,
          headers: { location: asked.path.startsWith("/away") ? other.url : `/new${asked.path}` },
        },
  );
  const model = await openEndpoint({ url, protocol: "kserve-v2", model: "m" });
  expect([...(await model.predict(inputs))]).toEqual(expected);
  await expect(
    openEndpoint({
      url: `${url}/away/v2/models/m`,
      protocol: "kserve-v2",
      headers: { "x-key": "secret" },
    }),
  ).rejects.toThrow(/sends us on to http/);
  expect(other.asked).toEqual([]);
});

const simple: Omit<EndpointOptions, "url"> = {
  protocol: "template",
  body: "$inputs",
  inputShape: [2],
  retries: 0,
};
test.each<readonly [string, () => Reply | undefined, RegExp]>([
  [
    "an error",
    () => ({ status: 500, body: { error: "out of\nmemory" } }),
    /answers 500 to \/: \{"error":"out of/,
  ],
  ["no JSON", () => ({ bytes: Buffer.from("<html>") }), /what is no JSON: <html>/],
  [
    "rows for others",
    () => ({
      body: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    }),
    /something else than scores/,
  ],
  ["texts", () => ({ body: [["a", "b"]] }), /something else than scores/],
  ["null for NaN", () => ({ body: [[null, 1]] }), /something else than scores/],
  ["silence", () => undefined, /does not answer within 300 ms/],
])("%s: an error that says what to do", async (_, answer, message) => {
  const { url } = await serve(answer);
  await expect(openEndpoint({ ...simple, url, timeoutMs: 300 })).rejects.toMatchObject({
    code: "endpoint-failed",
    message: expect.stringMatching(message),
    hint: expect.stringMatching(/\w/),
  });
});

test.each<readonly [string, RegExp]>([
  ["file:///etc/passwd", /no address of http/],
  ["http://user:pass@host/", /holds a password/],
  ["http://127.0.0.1:1/", /cannot be reached/],
])("%s is refused", async (url, message) => {
  await expect(openEndpoint({ ...simple, url })).rejects.toMatchObject({
    code: "endpoint-failed",
    message: expect.stringMatching(message),
  });
});

test("a key that is not in the environment is asked for", async () => {
  await expect(
    openEndpoint({ ...simple, url: "http://127.0.0.1:1/", headers: { a: "${NOPE}" } }, { env: {} }),
  ).rejects.toThrow(/needs NOPE/);
});
