import {
  createServer as createPlain,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { createServer as createSecure } from "node:https";
import type { AddressInfo, Socket } from "node:net";

/** Where a server listens, and what it puts up with. */
export interface ListenSettings {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly tls: TlsSettings | undefined;
  /** Milliseconds for the headers, and for the whole request. */
  readonly headersMs: number;
  readonly requestMs: number;
  readonly headerBytes: number;
  readonly connections: number;
  /** Addresses and networks of proxies in front, whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
}

/** PEM. */
export interface TlsSettings {
  readonly cert: string;
  readonly key: string;
  /** Certificates that clients must be signed by. */
  readonly clientCa: string | undefined;
}

export const defaultListen: ListenSettings = {
  host: "127.0.0.1",
  port: 8787,
  tls: undefined,
  headersMs: 10_000,
  requestMs: 60_000,
  headerBytes: 32 * 1024,
  connections: 10_000,
  trustedProxies: [],
};

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A server that listens. */
export interface Listener {
  readonly host: string;
  readonly port: number;
  /** Takes no more; resolves once all is answered, or cut off after `graceMs`. */
  readonly drain: (graceMs: number) => Promise<void>;
}

/** Says in plain HTTP what was wrong with what is none, and closes. */
function answerGarbage(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const status =
    error.code === "ERR_HTTP_REQUEST_TIMEOUT"
      ? "408 Request Timeout"
      : error.code === "HPE_HEADER_OVERFLOW"
        ? "431 Request Header Fields Too Large"
        : "400 Bad Request";
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function create(settings: ListenSettings, handler: Handler): Server {
  const { tls, headersMs, requestMs, headerBytes } = settings;
  const options = {
    // The parser stays strict: both framings, folded lines and bare line feeds end a request (CWE-444).
    insecureHTTPParser: false,
    requireHostHeader: true,
    maxHeaderSize: headerBytes,
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    // Longer than the idle time of the load balancers in front, so that they close first.
    keepAliveTimeout: 75_000,
    connectionsCheckingInterval: 1_000,
    noDelay: true,
  };
  if (tls === undefined) return createPlain(options, handler);
  return createSecure(
    {
      ...options,
      cert: tls.cert,
      key: tls.key,
      minVersion: "TLSv1.2",
      ...(tls.clientCa !== undefined && {
        ca: tls.clientCa,
        requestCert: true,
        rejectUnauthorized: true,
      }),
    },
    handler,
  );
}

/** Listens. Rejects where the address is taken or is not ours. */
export async function listen(settings: ListenSettings, handler: Handler): Promise<Listener> {
  let isDraining = false;
  const server = create(settings, (request, response) => {
    if (isDraining) response.shouldKeepAlive = false;
    handler(request, response);
  });
  server.maxConnections = settings.connections;
  server.maxHeadersCount = 100;
  server.on("clientError", answerGarbage);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(settings.port, settings.host, () => {
      server.removeListener("error", reject);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;
  return {
    host: settings.host,
    port,
    drain: async (graceMs) => {
      isDraining = true;
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeIdleConnections();
      // Those that become idle now would be kept for the next request.
      const idle = setInterval(() => server.closeIdleConnections(), 100);
      const clock = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearInterval(idle);
      clearTimeout(clock);
    },
  };
}
