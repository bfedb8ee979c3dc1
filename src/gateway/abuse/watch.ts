import { z } from "zod";
import type { AbuseAnswer, AbuseSign, AbuseWatch, Principal } from "../parts.ts";
import type { ModelRequest } from "../surface.ts";
import { noSigns, openWindow, type ClientWindow, type Signs } from "./window.ts";

const responses = ["none", "flag", "slow", "coarsen", "block"] as const;
const at = z.int().min(1).max(6).optional();

/** How many signs at once lead to what. */
export const abuseConfig = z.strictObject({
  flag: at.default(1).describe("Signs from which on an incident is told."),
  slow: at.default(2).describe("Signs from which on answers come later."),
  coarsen: at.default(3).describe("Signs from which on log-probabilities are withheld."),
  block: at.describe("Signs from which on requests are refused; never otherwise."),
  "delay-ms": z.int().min(0).max(60_000).default(1_000).describe("How much later, for `slow`."),
});
export type AbuseConfig = z.output<typeof abuseConfig>;

/** From which value on a sign counts. */
const thresholds: Signs = {
  prada: 0.6,
  templates: 0.8,
  enumeration: 0.6,
  coverage: 0.8,
  "log-probabilities": 0.8,
  flooding: 0.5,
};

const messages: Readonly<Record<keyof Signs, string>> = {
  prada: "distances between queries are not those of natural use",
  templates: "queries are one text with a hole in it",
  enumeration: "queries count up a number",
  coverage: "queries work through a vocabulary",
  "log-probabilities": "log-probabilities are asked for all the time",
  flooding: "far more requests at once than is usual for this client",
};

/** Clients that are watched at a time; who was quiet for longest is forgotten. */
const maxClients = 1_000;
/** Queries between two looks at the signs. */
const every = 8;

interface Client {
  readonly window: ClientWindow;
  seen: number;
  signs: Signs;
}

/** The last thing that the user says: before it stands what was said in the conversation anyway. */
function questionOf({ slots }: ModelRequest): string {
  return slots.findLast(({ source, kind }) => source === "user" && kind === "text")?.text ?? "";
}

/**
 * Watches each client's queries for the theft of a model: by how they are spread (PRADA), templates,
 * enumeration, coverage, log-probabilities; and for floods. One sign alone is common in honest batch work,
 * so that it is only told; several together lead on.
 *
 * Does not see clients that share the work among many keys, or that ask natural questions slowly.
 */
export function createAbuseWatch(
  config: AbuseConfig,
  now: () => number = () => performance.now(),
): AbuseWatch {
  const clients = new Map<string, Client>();

  function clientOf({ tenant, key, user }: Principal): Client {
    const name = JSON.stringify([tenant, key, user ?? null]);
    const client = clients.get(name) ?? { window: openWindow(now), seen: 0, signs: noSigns };
    clients.delete(name);
    if (clients.size >= maxClients) {
      const [oldest] = clients.keys();
      if (oldest !== undefined) clients.delete(oldest);
    }
    clients.set(name, client);
    return client;
  }

  function responseTo(count: number): AbuseAnswer["response"] {
    const found = responses
      .slice(1)
      .findLast((name) => count >= (config[name as "flag" | "slow" | "coarsen" | "block"] ?? 99));
    return found ?? "none";
  }

  function see(principal: Principal, request: ModelRequest): AbuseAnswer {
    const client = clientOf(principal);
    client.window.add(questionOf(request), request.wantsLogProbabilities);
    if (client.seen++ % every === 0) client.signs = client.window.signs();
    const signs = (Object.keys(messages) as (keyof Signs)[]).flatMap((detector): AbuseSign[] => {
      const score = client.signs[detector];
      return score >= thresholds[detector]
        ? [{ detector, score, message: messages[detector] }]
        : [];
    });
    const response = responseTo(signs.length);
    const delayMs = response === "none" || response === "flag" ? 0 : config["delay-ms"];
    return { response, delayMs, signs };
  }

  return { see };
}
