import { Pool } from "undici";
import type { Surface } from "../surface.ts";
import { safeLookup } from "./addresses.ts";
import { upstreamPath } from "./paths.ts";
import { createBreaker, type Breaker } from "./breaker.ts";
import type { UpstreamSettings } from "./settings.ts";

/** An upstream with its connections. */
export interface Upstream {
  readonly settings: UpstreamSettings;
  readonly pool: Pool;
  readonly breaker: Breaker;
  readonly serves: (provider: Surface["provider"], model: string) => boolean;
  /** Path and query there for the path that a client asked for. */
  readonly pathFor: (given: PathGiven) => string;
}

export interface PathGiven {
  readonly provider: Surface["provider"];
  readonly path: string;
  readonly query: string;
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

/** Opens an upstream; connections are made when they are needed. */
export function openUpstream(settings: UpstreamSettings): Upstream {
  const { url, isPrivate, timeouts, connections } = settings;
  const folder = url.pathname.replace(/\/+$/, "");
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
      (model === "" ||
        settings.models.length === 0 ||
        settings.models.some((pattern) => matches(pattern, model))),
    pathFor: ({ provider, path, query }) => {
      const joined = upstreamPath({ provider, folder, path });
      return query === "" ? joined : `${joined}?${query}`;
    },
  };
}
