import { setTimeout as sleep } from "node:timers/promises";
import type { Refusal, Surface } from "../surface.ts";
import { callUpstream, isAnswer, type UpstreamAnswer, type UpstreamFailure } from "./call.ts";
import { outgoingHeaders, type Headers } from "./headers.ts";
import { defaultRetries, type UpstreamSettings } from "./settings.ts";
import { openUpstream, type Upstream } from "./upstream.ts";

/** A request that was judged and may go to a model. */
export interface UpstreamRequest {
  readonly provider: Surface["provider"];
  /** Empty for what is no model's: stored responses, conversations. */
  readonly model: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Headers;
  /** The body for an upstream that knows the model by this name. */
  readonly body: (model: string) => Buffer | string | null;
  /** Ids that it refers to: who gave them out must be asked. */
  readonly references: readonly string[];
  /** Called with what cancels, whenever that changes. */
  readonly onCancel: (cancel: () => void) => void;
  readonly isCancelled: () => boolean;
}

/** An upstream's answer, or why there is none. */
export type UpstreamResult =
  | { readonly kind: "answer"; readonly answer: UpstreamAnswer; readonly upstream: string }
  | {
      readonly kind: "failed";
      readonly refusal: Refusal;
      readonly upstream: string;
      /** True where the model may have worked all the same, and costs. */
      readonly wasSent: boolean;
    };

/** The servers of models behind a gateway. */
export interface Upstreams {
  /** Remembers which upstream gave out an id (a stored response, a conversation). */
  readonly remember: (id: string, upstream: string) => void;
  readonly ask: (request: UpstreamRequest) => Promise<UpstreamResult>;
  readonly settings: readonly UpstreamSettings[];
  /** Ends connections once their requests are answered. */
  readonly close: () => Promise<void>;
  readonly destroy: () => Promise<void>;
}

/** One of those of the lowest priority, by weight, and then the others, lowest priority first. */
function inOrder(upstreams: readonly Upstream[]): readonly Upstream[] {
  if (upstreams.length < 2) return upstreams;
  const keyed = upstreams.map((upstream) => ({
    upstream,
    // Exponential keys draw without replacement by weight (Efraimidis and Spirakis, 2006).
    key: -Math.log(1 - Math.random()) / upstream.settings.weight,
  }));
  keyed.sort(
    (a, b) => a.upstream.settings.priority - b.upstream.settings.priority || a.key - b.key,
  );
  return keyed.map(({ upstream }) => upstream);
}

/** An upstream that says that it did not take the request: asking again repeats nothing. */
function isTurnedAway({ status, headers }: UpstreamAnswer): boolean {
  return status === 429 || (status === 503 && headers["retry-after"] !== undefined);
}

function retryAfterMs({ headers }: UpstreamAnswer): number {
  const seconds = Number(headers["retry-after"]);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : Infinity;
}

/** The path with the name that the upstream has for the model, for protocols that have it there. */
function renamed(path: string, from: string, to: string): string {
  if (from === to) return path;
  return path.replace(`/models/${from}:`, `/models/${encodeURIComponent(to)}:`);
}

function failed(upstream: Upstream, failure: UpstreamFailure): UpstreamResult {
  const isLate = failure.kind === "timeout";
  return {
    kind: "failed",
    upstream: upstream.settings.name,
    wasSent: failure.wasSent,
    refusal: {
      status: isLate ? 504 : 502,
      code: isLate ? "upstream_timeout" : "upstream_failed",
      // Addresses and reasons are for the operator's log.
      message: isLate ? "The model's server did not answer in time." : "The model's server failed.",
    },
  };
}

/** Ids that are remembered; beyond that the oldest are forgotten. */
const mostIds = 100_000;

/** Opens the upstreams of a configuration. */
export function openUpstreams(all: readonly UpstreamSettings[]): Upstreams {
  const upstreams = all.map(openUpstream);
  const givers = new Map<string, string>();

  /** Those that can serve a request, in the order in which they are asked. */
  function candidates({ provider, model, references }: UpstreamRequest): readonly Upstream[] {
    const serving = upstreams.filter((upstream) => upstream.serves(provider, model));
    if (serving.length < 2) return serving;
    const giver = references.map((id) => givers.get(id)).find((name) => name !== undefined);
    const known = serving.filter(({ settings }) => settings.name === giver);
    return known.length > 0 ? known : inOrder(serving);
  }

  function send(upstream: Upstream, request: UpstreamRequest): ReturnType<typeof callUpstream> {
    const { provider, headers, model } = request;
    const { settings, pool } = upstream;
    const { credential, headers: extra, timeouts } = settings;
    const name = Object.hasOwn(settings.rename, model) ? settings.rename[model]! : model;
    return callUpstream({
      dispatcher: pool,
      path: upstream.pathFor({
        provider,
        path: renamed(request.path, model, name),
        query: request.query,
      }),
      headers: outgoingHeaders({ headers, provider, credential, extra }),
      method: request.method,
      body: request.body(name),
      timeouts,
      onCancel: request.onCancel,
    });
  }

  async function ask(request: UpstreamRequest): Promise<UpstreamResult> {
    const serving = candidates(request);
    if (serving.length === 0) {
      const message = "No upstream is configured for this model.";
      const refusal = { status: 404, code: "model_not_found", message };
      return { kind: "failed", refusal, upstream: "", wasSent: false };
    }
    const most = serving[0]?.settings.retries.most ?? defaultRetries.most;
    let last: UpstreamResult | undefined;
    let attempts = 0;
    const open = serving.filter(({ breaker }) => breaker.isClosed());
    for (let at = 0; at < open.length && attempts <= most; attempts++) {
      if (request.isCancelled()) break;
      const upstream = open[at]!;
      const result = await send(upstream, request);
      if (!isAnswer(result)) {
        if (result.kind !== "cancelled") upstream.breaker.failed();
        last = failed(upstream, result);
        if (result.wasSent) return last;
        at++;
        continue;
      }
      if (result.status >= 500) upstream.breaker.failed();
      else upstream.breaker.succeeded();
      const answered = {
        kind: "answer",
        answer: result,
        upstream: upstream.settings.name,
      } as const;
      if (!isTurnedAway(result) || attempts >= most) return answered;
      const hasNext = at + 1 < open.length;
      const wait = retryAfterMs(result);
      if (!hasNext && wait > upstream.settings.retries.longestWait) return answered;
      result.cancel();
      if (hasNext) at++;
      else await sleep(wait);
    }
    if (last !== undefined) return last;
    const message = "The model's servers are failing; try again soon.";
    const refusal = { status: 503, code: "upstream_failed", message };
    return { kind: "failed", refusal, upstream: "", wasSent: false };
  }

  return {
    ask,
    remember: (id, upstream) => {
      if (all.length < 2) return;
      givers.delete(id);
      givers.set(id, upstream);
      if (givers.size > mostIds) givers.delete(givers.keys().next().value!);
    },
    settings: all,
    close: async () => {
      await Promise.all(upstreams.map(({ pool }) => pool.close()));
    },
    destroy: async () => {
      await Promise.all(upstreams.map(({ pool }) => pool.destroy()));
    },
  };
}
