import type { z } from "zod";
import { PaviseError } from "../../core/index.ts";
import { ask, askJson, basicAuthorization, below, serverOf, unreachable } from "../http.ts";
import type { ReaderContext } from "./record.ts";

const loginHint =
  "Give MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD.";

/** What a name of MLflow means. */
export type Entry =
  | { readonly kind: "version"; readonly name: string; readonly version: string }
  | { readonly kind: "alias"; readonly name: string; readonly alias: string }
  | { readonly kind: "logged"; readonly id: string };

/** Reads a name: `models:/NAME/VERSION`, `models:/NAME@ALIAS`, `models:/m-ID`. Throws `usage`. */
export function entryOf(text: string, option: string): Entry {
  const path = text.replace(/^models:\/+/, "");
  const logged = /^(m-[0-9a-f]+)$/.exec(path);
  if (logged !== null) return { kind: "logged", id: logged[1]! };
  const alias = /^([^/]+)@([^/@]+)$/.exec(path);
  if (alias !== null) return { kind: "alias", name: alias[1]!, alias: alias[2]! };
  const version = /^([^/]+)\/(\d+)$/.exec(path);
  if (version !== null) return { kind: "version", name: version[1]!, version: version[2]! };
  throw new PaviseError("usage", `${option}${text.slice(0, 200)}: no version of a model`, {
    hint: "models:/NAME/VERSION, models:/NAME@ALIAS or models:/m-ID is needed. Stages can be moved by anybody and are not followed.",
  });
}

/** The API of one server. */
export interface Api {
  readonly base: URL;
  readonly authorization?: string;
  readonly signal?: AbortSignal;
}

/** Opens the server that is named. Throws `usage`. */
export function openMlflow({
  mlflowUri,
  env,
  signal,
}: Pick<ReaderContext, "mlflowUri" | "env" | "signal">): Api {
  const uri = mlflowUri ?? env["MLFLOW_TRACKING_URI"];
  if (uri === undefined || uri === "")
    throw new PaviseError("usage", "MLflow: no server is named", {
      hint: "Name it with --mlflow-uri URL, or in MLFLOW_TRACKING_URI.",
    });
  const { base, authorization } = serverOf(uri, "--mlflow-uri");
  const user = env["MLFLOW_TRACKING_USERNAME"];
  const password = env["MLFLOW_TRACKING_PASSWORD"];
  const token = env["MLFLOW_TRACKING_TOKEN"]?.trim();
  // In the order in which MLflow's own client takes them.
  if (user !== undefined && password !== undefined)
    return { base, signal, authorization: basicAuthorization(`${user}:${password}`) };
  if (token !== undefined && token !== "")
    return { base, signal, authorization: `Bearer ${token}` };
  return { base, signal, authorization };
}

/** Reads from the API; undefined where there is no such thing. Throws `record-unreachable`. */
export async function get<T>(
  { base, authorization, signal }: Api,
  path: string,
  question: { readonly query?: Readonly<Record<string, string>>; readonly schema: z.ZodType<T> },
): Promise<T | undefined> {
  const url = below(base, `api/2.0/mlflow/${path}`);
  for (const [key, value] of Object.entries(question.query ?? {})) url.searchParams.set(key, value);
  const reply = await askJson(
    { url, authorization, signal },
    {
      hint: loginHint,
      // Of an alias that is not there MLflow says that the parameter is wrong.
      absent: question.query?.["alias"] === undefined ? 404 : 400,
    },
  );
  if (reply === undefined) return undefined;
  const read = question.schema.safeParse(reply.value);
  if (!read.success) throw unreachable(url, "its answer is not that of MLflow");
  return read.data;
}

/** Writes to the API. Throws `record-unreachable` where it is refused. */
export async function post(
  { base, authorization, signal }: Api,
  path: string,
  body: Readonly<Record<string, string>>,
): Promise<void> {
  const url = below(base, `api/2.0/mlflow/${path}`);
  const sent = { type: "application/json", body: JSON.stringify(body) };
  const { status } = await ask({
    url,
    accept: "application/json",
    authorization,
    signal,
    sent,
  });
  if (status === 401 || status === 403)
    throw unreachable(url, `it does not let us write (${status})`, { hint: loginHint });
  if (status === 404)
    throw unreachable(url, "it has no such version", { hint: "Register the version first." });
  if (status !== 200) throw unreachable(url, `it answers with the status ${status}`);
}
