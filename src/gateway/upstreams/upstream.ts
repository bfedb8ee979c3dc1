import { Pool } from "undici";
import type { Surface } from "../surface.ts";
import { safeLookup } from "./addresses.ts";
import { createBreaker, type Breaker } from "./breaker.ts";
import type { UpstreamSettings } from "./settings.ts";

/** An upstream with its connections. */
export interface Upstream {
  readonly settings: UpstreamSettings;
  readonly pool: Pool;
  readonly breaker: Breaker;
  readonly serves: (provider: Surface["provider"], model: string) => boolean;
  /** Path and query there for the path that a client asked for. */
  readonly pathFor: (path: string, query: string) => string;
}

/** A name with `*` for any characters, matched in linear time for the one or two stars that names have. */
function matches(pattern: string, name: string): boolean {
  const parts = pattern.split("*");
  const [first = "", ...rest] = parts;
  if (rest.length === 0) return pattern === name;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  const last = rest.pop()!;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}

/**
 * Clients put the version into the path (`/v1/…`), and base URLs end with one as well
 * (`https://api.groq.com/openai/v1`): it is said once.
 */
function joinPath(base: string, path: string): string {
  const folder = base.endsWith("/") ? base.slice(0, -1) : base;
  if (folder === "") return path;
  const version = /^\/v\d+(?:beta|alpha)?\d*(?=\/)/.exec(path)?.[0];
  const isTold = version !== undefined && /\/(?:v\d+(?:beta|alpha)?\d*|openai)$/.test(folder);
  return folder + (isTold ? path.slice(version.length) : path);
}

/** Opens an upstream; connections are made when they are needed. */
export function openUpstream(settings: UpstreamSettings): Upstream {
  const { url, isPrivate, timeouts, connections } = settings;
  const base = url.pathname;
  const pool = new Pool(url.origin, {
    connections,
    // One request on a connection at a time: a slow answer holds up nobody else's.
    pipelining: 1,
    allowH2: false,
    keepAliveTimeout: 30_000,
    headersTimeout: timeouts.firstByte,
    bodyTimeout: timeouts.idle,
    connect: { timeout: timeouts.connect, lookup: safeLookup(isPrivate) },
  });
  return {
    settings,
    pool,
    breaker: createBreaker(),
    serves: (provider, model) =>
      settings.speaks.includes(provider) &&
      (model === "" || settings.models.length === 0 || settings.models.some((pattern) => matches(pattern, model))),
    pathFor: (path, query) => {
      const joined = joinPath(base, path);
      return query === "" ? joined : `${joined}?${query}`;
    },
  };
}
