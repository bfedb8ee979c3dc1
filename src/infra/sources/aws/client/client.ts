// One call of an API: signed, sent within the limits of the pace, tried again where that helps, and
// answered with what it means for an audit. A refusal is an answer of its own: it is never "nothing".
import { AwsV4Signer } from "aws4fetch";
import { messageOf, PaviseError } from "../../../../core/index.ts";
import { textOfAnswer } from "../../live/body.ts";
import type { Json } from "../../live/json.ts";
import type { Attempt, Pace } from "../../live/pace.ts";
import type { CredentialSource } from "../credentials/credentials.ts";
import { decode, errorOf, type Reply, type ServiceError } from "./decode.ts";
import { encode } from "./encode.ts";
import { permissionOf, type Operation, type Parameters } from "./operation.ts";
import { endpointOf, isRegion, partitionOf, serviceOf, type Environment } from "./services.ts";

/** What a call came to. */
export type Answer =
  | { readonly kind: "told"; readonly value: Json }
  /** The service says that there is nothing. */
  | { readonly kind: "absent" }
  /** The region does not have the service, or the service not the call. */
  | { readonly kind: "unavailable"; readonly missing: string }
  /** We were not let in, or the call failed; `missing` says which call and how. */
  | { readonly kind: "unread"; readonly missing: string };

/** Calls APIs for one account. */
export interface Client {
  readonly call: (
    operation: Operation,
    asked: { readonly region: string; readonly parameters?: Parameters },
  ) => Promise<Answer>;
}

/** What a client needs. */
export interface ClientOptions {
  readonly credentials: CredentialSource;
  readonly env: Environment;
  readonly pace: Pace;
  /** Told of every call that is made, once each, not of the tries. */
  readonly onCall?: (operation: Operation, region: string) => void;
}

const maxAnswer = 64 * 1024 * 1024;

const throttled =
  /^(?:Throttling|Throttled|RequestThrottled|EC2Throttled|RequestLimitExceeded|TooManyRequests|SlowDown|ProvisionedThroughputExceeded|BandwidthLimitExceeded|PriorRequestNotComplete|LimitExceededException$)/;
const expired = /^(?:ExpiredToken|RequestExpired|TokenRefreshRequired)/;
const unavailable =
  /^(?:UnknownOperation|InvalidAction|OptInRequired|UnsupportedOperation|SubscriptionRequired)/;
const notHere = /not (?:supported|available|enabled) in (?:this|the|your) (?:\S+ )?region/i;

/** Makes a client. */
export function createClient(options: ClientOptions): Client {
  const { credentials, env, pace, onCall } = options;
  /** Signing keys, which change once a day. */
  const signing = new Map<string, ArrayBuffer>();

  async function send(
    operation: Operation,
    { region, parameters }: { readonly region: string; readonly parameters: Parameters },
  ): Promise<Reply> {
    const service = serviceOf(operation.service);
    const endpoint = endpointOf(operation.service, { region, env });
    const { method, url, headers, body } = encode(operation, { parameters, endpoint });
    const { accessKeyId, secretAccessKey, sessionToken } = await credentials.current();
    const signer = new AwsV4Signer({
      method,
      url: url.href,
      headers: { ...headers },
      body,
      accessKeyId,
      secretAccessKey,
      sessionToken,
      service: service.signing ?? service.host,
      region: service.isGlobal === true ? partitionOf(region).home : region,
      cache: signing,
    });
    const signed = await signer.sign();
    signed.headers.set("user-agent", "pavise");
    return within(pace, async (signal) => {
      const { headers } = signed;
      const init = { method, headers, body, redirect: "manual", signal } as const;
      const response = await fetch(signed.url, init);
      return {
        status: response.status,
        headers: response.headers,
        text: await textOfAnswer(response, maxAnswer),
      };
    });
  }

  async function attempt(
    operation: Operation,
    asked: {
      readonly region: string;
      readonly parameters: Parameters;
      /** True where a bucket was asked for in the wrong region before. */
      readonly isMoved?: true;
    },
  ): Promise<Attempt<Answer>> {
    const permission = permissionOf(operation);
    const unread = (how: string): Answer => ({ kind: "unread", missing: `${permission} (${how})` });
    let reply: Reply;
    try {
      reply = await send(operation, asked);
    } catch (error) {
      pace.signal?.throwIfAborted();
      if (error instanceof PaviseError) throw error;
      return ofNetwork(error, unread);
    }
    if (reply.status >= 200 && reply.status < 300) {
      const value = decode(operation, reply);
      if (value !== undefined) return { kind: "done", value: { kind: "told", value } };
      const broken = unread("an answer that is not what its protocol says");
      return { kind: "again", value: broken, isThrottled: false };
    }
    const elsewhere = reply.headers.get("x-amz-bucket-region");
    if (operation.service === "s3" && elsewhere !== null && asked.isMoved !== true) {
      if (elsewhere !== asked.region && isRegion(elsewhere))
        return attempt(operation, { ...asked, region: elsewhere, isMoved: true });
    }
    const error = errorOf(reply);
    const how = `${reply.status} ${error.code}`;
    if (isAbsent(operation, error)) return { kind: "done", value: { kind: "absent" } };
    if (expired.test(error.code)) {
      credentials.expire();
      return { kind: "again", value: unread(how), isThrottled: false, waitMs: 0 };
    }
    const isThrottled = reply.status === 429 || throttled.test(error.code);
    if (isThrottled || (reply.status >= 500 && reply.status !== 501)) {
      const said = Number(reply.headers.get("retry-after") ?? Number.NaN) * 1000;
      const waitMs = Number.isFinite(said) && said >= 0 ? said : undefined;
      return { kind: "again", value: unread(how), isThrottled, waitMs };
    }
    if (unavailable.test(error.code) || notHere.test(error.message))
      return { kind: "done", value: { kind: "unavailable", missing: `${permission} (${how})` } };
    return { kind: "done", value: unread(how) };
  }

  return {
    call: async (operation, { region, parameters = {} }) => {
      onCall?.(operation, region);
      return pace.run(`${operation.service} ${region}`, () =>
        attempt(operation, { region, parameters }),
      );
    },
  };
}

/**
 * Ends work that takes too long, or that nobody waits for any more. Signals that Node makes for a time live
 * on until it has passed, and there would be thousands of them.
 */
async function within<T>(
  { timeoutMs, signal }: Pace,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const late = (): void => stop.abort(new DOMException("no answer in time", "TimeoutError"));
  const ended = (): void => stop.abort(signal?.reason);
  const timer = setTimeout(late, timeoutMs);
  signal?.addEventListener("abort", ended, { once: true });
  try {
    signal?.throwIfAborted();
    return await work(stop.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", ended);
  }
}

/** A host that does not exist is a service that the region does not have. */
function ofNetwork(error: unknown, unread: (how: string) => Answer): Attempt<Answer> {
  const { cause, name } = error as Error;
  const code = (cause as { readonly code?: string } | undefined)?.code;
  const how = name === "TimeoutError" ? "no answer in time" : (code ?? messageOf(cause ?? error));
  const answer = unread(how);
  if (code === "ENOTFOUND" && answer.kind === "unread")
    return { kind: "done", value: { kind: "unavailable", missing: answer.missing } };
  return { kind: "again", value: answer, isThrottled: false };
}

function isAbsent({ absent = [] }: Operation, { code, message }: ServiceError): boolean {
  return absent.some((each) => {
    const colon = each.indexOf(":");
    if (colon < 0) return code === each;
    return code === each.slice(0, colon) && message.includes(each.slice(colon + 1));
  });
}
