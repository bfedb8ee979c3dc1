// onnxruntime, loaded when it is first needed: it is an optional package. https://onnxruntime.ai/docs/api/js/
import type * as Ort from "onnxruntime-node";
import { messageOf, PaviseError } from "../../core/errors.ts";
import type { ElementType, OnnxModel } from "../../formats/onnx/model.ts";
import { writeOnnxModel } from "../../formats/onnx/write.ts";

type Runtime = typeof Ort;

/** Where a model runs. */
export type Provider = "cpu" | "cuda" | "webgpu" | "coreml" | "dml";

/** Elements in memory; 64-bit whole numbers are bigints, float16 is bits. */
export type Elements =
  | Float32Array
  | Float64Array
  | Float16Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array
  | BigInt64Array
  | BigUint64Array;

/** What goes into a session and comes out. */
export interface RuntimeTensor {
  readonly type: ElementType;
  readonly dims: readonly number[];
  readonly data: Elements;
}

export interface RuntimeOptions {
  /** The first that is there is taken; CPU is always there. Otherwise CUDA where it was installed, or CPU. */
  readonly providers?: readonly Provider[];
  /** Threads within an operator; otherwise one for each core. */
  readonly threads?: number;
  /** `fast` keeps memory between runs; `small`, the default, gives it back. */
  readonly memory?: "fast" | "small";
  /** `none` for what runs once. */
  readonly optimise?: "all" | "none";
}

/** A model that can be run. It holds memory outside of JavaScript until it is released. */
export interface Session {
  readonly provider: Provider;
  run(
    feeds: Readonly<Record<string, RuntimeTensor>>,
  ): Promise<Readonly<Record<string, RuntimeTensor>>>;
  release(): Promise<void>;
}

let loaded: Promise<Runtime> | undefined;

async function load(): Promise<Runtime> {
  try {
    return await import("onnxruntime-node");
  } catch (error) {
    loaded = undefined;
    throw new PaviseError(
      "model-unsupported",
      `models cannot be run: onnxruntime-node is not there (${messageOf(error).split("\n")[0]})`,
      { hint: "Install it beside Pavise: npm install onnxruntime-node@1.30", cause: error },
    );
  }
}

/** The runtime. Errors: `model-unsupported` where the optional package is not installed. */
async function runtime(): Promise<Runtime> {
  loaded ??= load();
  return loaded;
}

/** Weights from this size on are handed over beside the file, which saves a copy and has no limit of 2 GB. */
const outsideFrom = 64 * 1024;

async function providersOf(
  ort: Runtime,
  { providers }: RuntimeOptions,
): Promise<readonly Provider[]> {
  const there = new Map(ort.listSupportedBackends().map(({ name, bundled }) => [name, bundled]));
  if (providers !== undefined) {
    const wanted = providers.filter((name) => there.has(name));
    return wanted.includes("cpu") ? wanted : [...wanted, "cpu"];
  }
  // What is not bundled may be missing: then making the session fails, and the next is tried.
  return there.has("cuda") && process.env["CUDA_VISIBLE_DEVICES"] !== undefined
    ? ["cuda", "cpu"]
    : ["cpu"];
}

/** Makes a session. Errors: `model-unsupported` with what the runtime says. */
export async function openSession(
  model: OnnxModel,
  options: RuntimeOptions = {},
): Promise<Session> {
  const ort = await runtime();
  const { bytes, outside } = writeOnnxModel(model, { outsideFrom });
  const settings: Ort.InferenceSession.SessionOptions = {
    graphOptimizationLevel: options.optimise === "none" ? "disabled" : "all",
    // An arena spares the system a tenth of the time, and keeps up to twice the memory.
    enableCpuMemArena: options.memory === "fast",
    enableMemPattern: options.memory === "fast",
    logSeverityLevel: 3,
    ...(options.threads === undefined ? {} : { intraOpNumThreads: options.threads }),
    externalData: outside.map(({ location, tensor }) => ({ path: location, data: tensor.bytes() })),
  };
  let failure: unknown;
  for (const provider of await providersOf(ort, options)) {
    try {
      const session = await ort.InferenceSession.create(bytes, {
        ...settings,
        executionProviders: provider === "cpu" ? ["cpu"] : [provider, "cpu"],
      });
      return sessionOf(ort, session, provider);
    } catch (error) {
      failure = error;
    }
  }
  throw new PaviseError("model-unsupported", `the runtime refuses the model: ${said(failure)}`, {
    hint: "Check that the model runs in onnxruntime 1.30; export it again with a newer opset where it does not.",
    cause: failure,
  });
}

/** What the runtime said, in one line. */
function said(failure: unknown): string {
  return messageOf(failure).replaceAll(/\s+/g, " ").slice(0, 500);
}

function sessionOf(ort: Runtime, session: Ort.InferenceSession, provider: Provider): Session {
  return {
    provider,
    async run(feeds) {
      const given = Object.fromEntries(
        Object.entries(feeds).map(([name, { type, dims, data }]) => [
          name,
          new ort.Tensor(type as Ort.Tensor.Type, data as Ort.Tensor.DataType, dims),
        ]),
      );
      let found: Ort.InferenceSession.ReturnType;
      try {
        found = await session.run(given);
      } catch (error) {
        throw new PaviseError("model-unsupported", `the model cannot be run: ${said(error)}`, {
          hint: "Check that the inputs are of the shape that the model takes.",
          cause: error,
        });
      }
      return Object.fromEntries(
        Object.entries(found).map(([name, { type, dims, data }]) => [
          name,
          { type, dims, data: data as Elements },
        ]),
      );
    },
    release: async () => session.release(),
  };
}
