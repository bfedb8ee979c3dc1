import type { Dispatcher } from "undici";
import type { UpstreamTimeouts } from "./settings.ts";

/** Who hears the body of an answer; each is called once at most but `data`. */
export interface BodySink {
  readonly data: (chunk: Buffer) => void;
  readonly end: () => void;
  readonly error: (failure: UpstreamFailure) => void;
}

/** An answer whose headers have come. */
export interface UpstreamAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Hears the body, also what came before this was called. */
  readonly read: (sink: BodySink) => void;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Cancels the answer; the upstream sees its connection closed. */
  readonly cancel: () => void;
}

/** Why there is no answer, or no end of one. */
export interface UpstreamFailure {
  readonly kind: "unreachable" | "timeout" | "broken" | "cancelled";
  /** False where the request cannot have reached the upstream, so that asking again repeats nothing. */
  readonly wasSent: boolean;
  readonly message: string;
}

export interface CallGiven {
  readonly dispatcher: Dispatcher;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly method: string;
  /** Null where there is none. */
  readonly body: Buffer | string | null;
  readonly timeouts: UpstreamTimeouts;
  /** Called with what cancels, as long as there is something to cancel. */
  readonly onCancel: (cancel: () => void) => void;
}

const timeoutCodes: ReadonlySet<string> = new Set([
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "UND_ERR_CONNECT_TIMEOUT",
]);

class Cancelled extends Error {}
class TookTooLong extends Error {}

function failureOf(error: unknown, wasSent: boolean): UpstreamFailure {
  const { code = "", message } = error as NodeJS.ErrnoException;
  if (error instanceof Cancelled) return { kind: "cancelled", wasSent, message: "cancelled" };
  if (error instanceof TookTooLong || timeoutCodes.has(code))
    return { kind: "timeout", wasSent, message: code || "it took too long" };
  return { kind: wasSent ? "broken" : "unreachable", wasSent, message: code || message };
}

/** Asks an upstream. Resolves when the headers of its answer have come; never rejects. */
export function callUpstream(given: CallGiven): Promise<UpstreamAnswer | UpstreamFailure> {
  const { dispatcher, path, method, headers, body, timeouts, onCancel } = given;
  return new Promise((resolve) => {
    let control: Dispatcher.DispatchController | undefined;
    let sink: BodySink | undefined;
    let early: Buffer[] = [];
    let finish: (() => void) | undefined;
    let hasAnswer = false;
    let cancelled: Error | undefined;

    let isOver = false;
    const cancel = (Why: typeof Cancelled | typeof TookTooLong): void => {
      if (isOver) return;
      cancelled ??= new Why();
      control?.abort(cancelled);
    };
    const clock = setTimeout(() => cancel(TookTooLong), timeouts.total);
    onCancel(() => cancel(Cancelled));

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart: (controller) => {
        control = controller;
        if (cancelled !== undefined) controller.abort(cancelled);
      },
      onResponseStart: (controller, status, responseHeaders) => {
        if (status < 200) return;
        hasAnswer = true;
        resolve({
          status,
          headers: responseHeaders,
          read: (to) => {
            sink = to;
            for (const chunk of early) to.data(chunk);
            early = [];
            finish?.();
          },
          pause: () => controller.pause(),
          resume: () => controller.resume(),
          cancel: () => cancel(Cancelled),
        });
      },
      onResponseData: (_controller, chunk) => {
        if (sink === undefined) early.push(chunk);
        else sink.data(chunk);
      },
      onResponseEnd: () => {
        isOver = true;
        clearTimeout(clock);
        if (sink === undefined) finish = () => sink?.end();
        else sink.end();
      },
      onResponseError: (_controller, error) => {
        isOver = true;
        clearTimeout(clock);
        const failure = failureOf(cancelled ?? error, control !== undefined);
        if (!hasAnswer) resolve(failure);
        else if (sink === undefined) finish = () => sink?.error(failure);
        else sink.error(failure);
      },
    };
    const { firstByte: headersTimeout, idle: bodyTimeout } = timeouts;
    dispatcher.dispatch({ path, method, headers, body, headersTimeout, bodyTimeout }, handler);
  });
}

/** True where there is an answer. */
export function isAnswer(result: UpstreamAnswer | UpstreamFailure): result is UpstreamAnswer {
  return "status" in result;
}

/** Reads a whole body; undefined where it is longer than `most` bytes, and it is cancelled then. */
export function readWhole(
  answer: UpstreamAnswer,
  most: number,
): Promise<Buffer | UpstreamFailure | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    answer.read({
      data: (chunk) => {
        length += chunk.length;
        if (length > most) {
          resolve(undefined);
          answer.cancel();
        } else chunks.push(chunk);
      },
      end: () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks, length)),
      error: resolve,
    });
  });
}
