import { createHmac, randomBytes } from "node:crypto";
import { addressGroup } from "../limits/limiter.ts";
import type { AuthGiven, Identity, Principal } from "../parts.ts";
import type { Refusal } from "../surface.ts";
import { findKey, type KeyEntry } from "./keys.ts";

export interface IdentityOptions {
  readonly keys: readonly KeyEntry[];
  /** True where requests without a key are let in, as `anonymous`: on loopback only. */
  readonly allowAnonymous: boolean;
  /** Makes session names the same after a restart and in every gateway; random otherwise. */
  readonly secret?: Buffer;
  readonly now?: () => number;
}

/** Wrong keys that an address may try, and milliseconds after which it may try one more. */
const guesses = 20;
const guessMs = 6_000;
/** Addresses that are remembered for that. */
const maxAddresses = 50_000;

/** Where SDKs put the key. */
const keyHeaders = ["x-api-key", "x-goog-api-key", "api-key"] as const;

/** A name that a client may give: no more than that, and nothing that breaks a line of a log. */
const nameForm = /^[\w.:@/+=-]{1,128}$/;

function refuse(status: number, code: string, message: string): Refusal {
  return { status, code, message };
}

function bearerOf(authorization: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(authorization?.trim() ?? "")?.[1];
}

/** All keys that a request carries; two that differ are a trick. */
function keysIn({ headers, query }: AuthGiven): ReadonlySet<string> {
  const found = [
    bearerOf(headers["authorization"]),
    ...keyHeaders.map((name) => headers[name]?.trim()),
    ...query.getAll("key"),
  ];
  return new Set(found.filter((each): each is string => each !== undefined && each !== ""));
}

/**
 * Counts wrong keys by address. Only what is wrong anyway is answered differently: a key that counts passes
 * whatever else comes from its address, or one who guesses would lock out everybody behind the same proxy.
 */
function createGuessWatch(now: () => number) {
  const due = new Map<string, number>();
  const mostAhead = guesses * guessMs;
  return {
    isTooMany: (address: string) => (due.get(address) ?? 0) - now() > mostAhead - guessMs,
    fail: (address: string) => {
      const at = now();
      const next = Math.max(due.get(address) ?? 0, at) + guessMs;
      due.delete(address);
      if (due.size >= maxAddresses) {
        const [oldest] = due.keys();
        if (oldest !== undefined) due.delete(oldest);
      }
      due.set(address, Math.min(next, at + mostAhead));
    },
  };
}

/** Ids of sessions that are kept, since they are made from what clients send again and again. */
const mostSessions = 10_000;

/**
 * Finds out who asks, from the key that the SDK sends as it would send the provider's. A session is what the
 * client names in X-Pavise-Session, bound to key and user: the same name of somebody else is another session.
 */
export function createIdentity(options: IdentityOptions): Identity {
  const now = options.now ?? Date.now;
  const secret = options.secret ?? randomBytes(32);
  const entries = new Map(options.keys.map((entry) => [entry.id, entry]));
  const watch = createGuessWatch(now);

  /** Ids that were made: an HMAC costs more than all else that is done to find out who asks. */
  const sessions = new Map<string, string>();

  function sessionOf(key: string, user: string | undefined, name: string): string {
    const parts = JSON.stringify([key, user ?? null, name]);
    const known = sessions.get(parts);
    if (known !== undefined) return known;
    const made = createHmac("sha256", secret).update(parts).digest("base64url").slice(0, 22);
    // Names are the client's to choose.
    if (sessions.size >= mostSessions) sessions.clear();
    sessions.set(parts, made);
    return made;
  }

  function principalOf(entry: KeyEntry | undefined, given: AuthGiven): Principal | Refusal {
    const { headers, address } = given;
    const [user, session] = [headers["x-pavise-user"], headers["x-pavise-session"]];
    for (const [name, value] of [
      ["X-Pavise-User", user],
      ["X-Pavise-Session", session],
    ])
      if (value !== undefined && !nameForm.test(value))
        return refuse(400, "invalid_header", `${name} is not a name of 1 to 128 plain characters.`);
    if (user !== undefined && entry !== undefined && !entry["names-users"])
      return refuse(403, "user_not_allowed", "This key may not name users (`names-users`).");
    const key = entry?.id ?? "anonymous";
    return {
      key,
      tenant: entry?.tenant ?? "anonymous",
      user,
      session: sessionOf(key, user, session ?? ""),
      isSessionNamed: session !== undefined || user !== undefined,
      address,
      scopes: entry?.scopes ?? ["models", "mcp", "guard"],
      ...(entry?.models === undefined ? {} : { models: entry.models }),
    };
  }

  function authenticate(given: AuthGiven): Principal | Refusal {
    const keys = keysIn(given);
    if (keys.size > 1)
      return refuse(400, "ambiguous_key", "The request carries several keys that differ.");
    const [key] = keys;
    if (entries.size === 0 && options.allowAnonymous) return principalOf(undefined, given);
    const entry = key === undefined ? undefined : findKey(entries, key);
    const at = now();
    const isNow =
      entry !== undefined &&
      at >= (entry["not-before"] ?? -Infinity) &&
      at < (entry.expires ?? Infinity);
    if (!isNow) {
      const group = addressGroup(given.address);
      if (watch.isTooMany(group))
        return refuse(429, "too_many_failures", "Too many wrong keys from this address.");
      watch.fail(group);
      if (key === undefined) return refuse(401, "key_missing", "The request carries no key.");
      return refuse(
        401,
        entry === undefined ? "key_invalid" : "key_expired",
        entry === undefined
          ? "The key is not one of this gateway's."
          : "The key does not count any more, or not yet.",
      );
    }
    return principalOf(entry, given);
  }

  return { authenticate };
}
