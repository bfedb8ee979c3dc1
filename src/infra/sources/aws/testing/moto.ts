// moto's server: an account of AWS that somebody else wrote, filled and read by its API.
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { decode } from "../client/decode.ts";
import { encode } from "../client/encode.ts";
import type { JsonObject } from "../../live/json.ts";
import { serviceOf, type ServiceId } from "../client/services.ts";

const program =
  process.env["PAVISE_MOTO_SERVER"] ??
  join(import.meta.dirname, "../../../../../.pavise/tools/bin/moto_server");

export const hasMoto = spawnSync(program, ["--help"]).status === 0;
export const motoNote = hasMoto
  ? ""
  : " (skipped: moto_server is not installed, see PAVISE_MOTO_SERVER)";

/** A running server, and how its account is filled. */
export interface Moto {
  readonly url: string;
  /** The environment that leads to it. */
  readonly env: Readonly<Record<string, string>>;
  /** Makes something by a call of JSON, form or REST. Throws what the server says is wrong. */
  readonly make: (
    service: ServiceId,
    name: string,
    asked?: JsonObject & { readonly http?: string; readonly region?: string },
  ) => Promise<JsonObject>;
  /** `PUT` of S3. */
  readonly put: (
    path: string,
    asked?: { body?: string; headers?: Record<string, string> },
  ) => Promise<void>;
  readonly stop: () => void;
}

function authorization(service: string, region: string): string {
  return `AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=x`;
}

/** Starts it, and waits until it answers. */
export async function startMoto(region = "eu-west-1"): Promise<Moto> {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const server = spawn(program, ["-H", "127.0.0.1", "-p", String(port)], {
    stdio: "ignore",
    // Those that AWS wrote, so that they can be attached.
    env: { ...process.env, MOTO_IAM_LOAD_MANAGED_POLICIES: "true" },
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    try {
      await fetch(`${url}/moto-api/`);
      break;
    } catch (error) {
      if (tries > 900) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  async function send(question: {
    url: string | URL;
    method: string;
    headers: Record<string, string>;
    body?: string;
  }): Promise<Response> {
    const { url: to, ...rest } = question;
    const response = await fetch(to, rest);
    if (response.ok) return response;
    throw new Error(`${String(to)}: ${response.status} ${(await response.text()).slice(0, 500)}`);
  }
  return {
    url,
    env: {
      AWS_ACCESS_KEY_ID: "AKIAEXAMPLE",
      AWS_SECRET_ACCESS_KEY: "x",
      AWS_ENDPOINT_URL: url,
      AWS_REGION: region,
      HOME: "/nowhere",
    },
    make: async (service, name, { http, region: where = region, ...parameters } = {}) => {
      const operation = { service, name, http };
      const { method, headers, body, ...question } = encode(operation, {
        parameters,
        endpoint: new URL(url),
      });
      const { signing, host } = serviceOf(service);
      const response = await send({
        url: question.url,
        method,
        body,
        headers: { ...headers, authorization: authorization(signing ?? host, where) },
      });
      const text = await response.text();
      return (decode(operation, { status: 200, headers: response.headers, text }) ??
        {}) as JsonObject;
    },
    put: async (path, { body = "", headers = {} } = {}) => {
      await send({
        url: `${url}/${path}`,
        method: "PUT",
        body,
        headers: { ...headers, authorization: authorization("s3", region) },
      });
    },
    stop: () => void server.kill(),
  };
}
