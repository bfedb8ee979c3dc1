import { isIP } from "node:net";
import { whyNot } from "../upstreams/addresses.ts";
import {
  defaultRetries,
  defaultTimeouts,
  type Credential,
  type UpstreamSettings,
} from "../upstreams/settings.ts";
import type { GatewayFile } from "./schema.ts";

type Written = GatewayFile["upstreams"][number];

/** What reading needs of the file around it. */
export interface Surroundings {
  /** Text of a file that the configuration names; undefined where it cannot be read, which is told. */
  readonly readFile: (name: string, key: string) => string | undefined;
  readonly complain: (key: string, message: string, hint?: string) => void;
}

/** Protocols of the servers that are known by their names. */
const wellKnown: readonly (readonly [host: RegExp, speaks: UpstreamSettings["speaks"]])[] = [
  [/(?:^|\.)anthropic\.com$/, ["anthropic"]],
  [/^generativelanguage\.googleapis\.com$/, ["gemini"]],
  [/(?:^|\.)ollama\.com$/, ["ollama", "openai"]],
];
const ollamaPort = "11434";

function speaksOf(url: URL): UpstreamSettings["speaks"] {
  if (url.port === ollamaPort) return ["ollama", "openai"];
  return wellKnown.find(([host]) => host.test(url.hostname))?.[1] ?? ["openai"];
}

function isLoopback(hostname: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/** A URL that requests may be sent to, and whether it is in a private network. */
export function readTarget(
  given: { readonly url: string; readonly isPrivate: boolean | undefined },
  { complain }: Surroundings,
): { readonly url: URL; readonly isPrivate: boolean } | undefined {
  let url: URL;
  try {
    url = new URL(given.url);
  } catch {
    complain("url", "is no URL", "For example https://api.openai.com/v1");
    return undefined;
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    complain("url", `must begin with https:// and not ${url.protocol}//`);
    return undefined;
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    complain("url", "must have no user, query or fragment", "A key belongs to `key`.");
    return undefined;
  }
  const isPrivate = given.isPrivate ?? isLoopback(url.hostname);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  // Names are looked at when they are resolved; an address is never resolved.
  const why = isIP(host) === 0 ? undefined : whyNot(host, isPrivate);
  if (why !== undefined) {
    complain("url", why);
    return undefined;
  }
  if (url.protocol === "http:" && !isPrivate) {
    const hint = "Use https://, or say `private: true` for a server of your own network.";
    complain("url", "would send prompts and keys in the clear", hint);
    return undefined;
  }
  return { url, isPrivate };
}

/** A key of the configuration or of a file that it names. */
export function readKey(
  given: { readonly key?: string | undefined; readonly "key-file"?: string | undefined },
  { readFile, complain }: Surroundings,
): string | undefined {
  const file = given["key-file"];
  if (given.key !== undefined && file !== undefined)
    complain("key-file", "cannot stand beside `key`");
  const value = given.key ?? (file === undefined ? undefined : readFile(file, "key-file")?.trim());
  // What a header may hold (RFC 9110, 5.5); a line break would begin a header of its own.
  if (value !== undefined && !/^[\x21-\x7e]+$/.test(value)) {
    complain(given.key === undefined ? "key-file" : "key", "holds characters that no key has");
    return undefined;
  }
  return value;
}

function credentialOf(written: Written, around: Surroundings): Credential {
  const value = readKey(written, around);
  const header = written["key-header"];
  if (written["client-key"] === true) {
    if (written.key !== undefined || written["key-file"] !== undefined)
      around.complain("client-key", "cannot stand beside a key of the gateway's own");
    return { kind: "client" };
  }
  if (value === undefined) return { kind: "none" };
  return { kind: "secret", value, ...(header !== undefined && { header }) };
}

/** One upstream; undefined where something is wrong, which was told. */
export function readUpstream(written: Written, around: Surroundings): UpstreamSettings | undefined {
  const target = readTarget({ url: written.url, isPrivate: written.private }, around);
  const credential = credentialOf(written, around);
  if (target === undefined) return undefined;
  const { timeouts, retries } = written;
  return {
    name: written.name,
    url: target.url,
    speaks: written.speaks ?? speaksOf(target.url),
    models: written.models ?? [],
    rename: written.rename ?? {},
    priority: written.priority ?? 0,
    weight: written.weight ?? 1,
    credential,
    headers: written.headers ?? {},
    isPrivate: target.isPrivate,
    connections: written.connections ?? 1024,
    timeouts: {
      connect: timeouts?.["connect-ms"] ?? defaultTimeouts.connect,
      firstByte: timeouts?.["first-byte-ms"] ?? defaultTimeouts.firstByte,
      idle: timeouts?.["idle-ms"] ?? defaultTimeouts.idle,
      total: timeouts?.["total-ms"] ?? defaultTimeouts.total,
    },
    retries: {
      most: retries?.most ?? defaultRetries.most,
      longestWait: retries?.["longest-wait-ms"] ?? defaultRetries.longestWait,
    },
  };
}
