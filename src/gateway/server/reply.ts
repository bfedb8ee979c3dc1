import type { ServerResponse } from "node:http";

/** Up to so many bytes head and body leave in one write, which costs less than two pieces of memory do. */
const mostAtOnce = 64 * 1024;

/** Sends a whole JSON answer. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: { readonly bytes: string | Buffer; readonly headers: Readonly<Record<string, string>> },
): void {
  if (response.headersSent || response.destroyed) return;
  const { bytes, headers } = body;
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": typeof bytes === "string" ? Buffer.byteLength(bytes) : bytes.length,
    ...headers,
  });
  if (typeof bytes === "string" || bytes.length > mostAtOnce) response.end(bytes);
  // Latin-1 keeps every byte as it is.
  else response.end(bytes.toString("latin1"), "latin1");
}

/** A streamed answer on its way to a client that may be slow. */
export interface Outlet {
  readonly write: (text: string) => void;
  readonly end: () => void;
}

export interface OutletGiven {
  readonly response: ServerResponse;
  /** Milliseconds in which a client must take what was sent. */
  readonly slowReaderMs: number;
  /** The client does not keep up: nothing more should be asked for. */
  readonly onFull: () => void;
  readonly onDrained: () => void;
  /** It did not keep up for too long and was cut off. */
  readonly onTooSlow: () => void;
}

/** Writes with back-pressure, and lets go of a client that does not read. */
export function openOutlet(given: OutletGiven): Outlet {
  const { response, slowReaderMs } = given;
  let clock: NodeJS.Timeout | undefined;

  function watch(): void {
    clock ??= setTimeout(() => {
      given.onTooSlow();
      response.destroy();
    }, slowReaderMs);
  }

  response.on("drain", () => {
    clearTimeout(clock);
    clock = undefined;
    given.onDrained();
  });
  response.on("close", () => clearTimeout(clock));
  return {
    write: (text) => {
      if (response.destroyed || response.write(text)) return;
      watch();
      given.onFull();
    },
    end: () => {
      if (response.destroyed) return;
      response.end();
      // What is still in the buffers has to be taken in time as well.
      if (response.writableLength > 0) watch();
    },
  };
}
