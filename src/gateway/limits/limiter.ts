import { randomBytes } from "node:crypto";
import type { Admission, CostEstimate, Lease, Limiter, Principal } from "../parts.ts";
import type { Usage } from "../surface.ts";
import {
  fits,
  intervalOf,
  windowOf,
  type LimitRule,
  type LimitSubject,
  type Price,
} from "./rules.ts";
import type { Change, CounterStore, Operation, Standing } from "./store.ts";

/** What happens where the counters cannot be reached. */
export type OutagePolicy =
  /** Nothing is let in. */
  | "closed"
  /** Everything is let in, uncounted. */
  | "open"
  /** Each gateway counts for itself until the server is back. */
  | "local";

export interface LimiterOptions {
  readonly rules: readonly LimitRule[];
  readonly store: CounterStore;
  /** By model; `*` stands for anything, and the first that fits counts. */
  readonly prices?: Readonly<Record<string, Price>>;
  readonly onOutage?: OutagePolicy;
  /** Counters for `local`. */
  readonly fallback?: CounterStore;
  /** Milliseconds that a request may last at most: a slot is free again after that, whatever happened. */
  readonly longestMs?: number;
  /** Told of every failure of the counters. */
  readonly onFailure?: (error: unknown) => void;
  readonly now?: () => number;
}

/** A rule with its operation for one request. */
interface Asked {
  readonly rule: LimitRule;
  readonly name: string;
  readonly operation: Operation;
  /** Of the policy: quota and window in seconds. */
  readonly quota: number;
  readonly windowSeconds: number;
  /** Seconds until a budget begins anew. */
  readonly resetSeconds: number;
}

/** Kept a while longer than its window, so that what is settled late still counts in it. */
const lateMs = 3_600_000;

/** Money counts in millionths. */
const micro = 1e6;

const nothing: Lease = {
  settle: async () => undefined,
  keep: async () => undefined,
  release: async () => undefined,
};

/** An IPv6 user has a whole /64: it counts as one. */
export function addressGroup(address: string): string {
  if (!address.includes(":")) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const plain = address.split("%")[0]!.toLowerCase();
  const [head = "", rest] = plain.split("::");
  const groups = head === "" ? [] : head.split(":");
  if (rest !== undefined) {
    const after = rest === "" ? [] : rest.split(":");
    while (groups.length + after.length < 8) groups.push("0");
    groups.push(...after);
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}

function subjectOf(subject: LimitSubject, who: Principal, model: string): string {
  switch (subject) {
    case "address":
      return addressGroup(who.address);
    case "key":
      return who.key;
    case "tenant":
      return who.tenant;
    case "session":
      return who.session;
    case "model":
      return model;
    default:
      return who.user === undefined ? `key ${who.key}` : `${who.tenant} ${who.user}`;
  }
}

/** Subjects come from outside: percent-encoded, none can pose as another. */
function keyOf(name: string, subjects: readonly string[]): string {
  return [name, ...subjects.map((each) => encodeURIComponent(each.slice(0, 200)))].join(":");
}

/** True for what can be asked before the body is read. */
function isEarly({ per, models, requests, concurrent }: LimitRule): boolean {
  return (requests ?? concurrent) !== undefined && !per.includes("model") && models === undefined;
}

function priceOf(model: string, prices: Readonly<Record<string, Price>>): Price | undefined {
  const own = Object.hasOwn(prices, model) ? prices[model] : undefined;
  return own ?? Object.entries(prices).find(([pattern]) => fits([pattern], model))?.[1];
}

/** Millionths of the prices' currency: a price is for a million tokens. */
function costOf(usage: Usage, { input, output, cached = input }: Price): number {
  const fromCache = Math.min(usage.cachedTokens ?? 0, usage.inputTokens);
  const fresh = usage.inputTokens - fromCache;
  return Math.ceil(fresh * input + fromCache * cached + usage.outputTokens * output);
}

function retryAfter(asked: Asked, { wait }: Standing): number {
  return asked.operation.kind === "rate"
    ? Math.max(1, Math.ceil(wait / 1e6))
    : asked.operation.kind === "budget"
      ? Math.max(1, asked.resetSeconds)
      : 1;
}

/** `RateLimit` and `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers): what is nearest to its end is said first. */
function headersOf(
  asked: readonly Asked[],
  standings: readonly Standing[],
): Record<string, string> {
  if (asked.length === 0) return {};
  const limits = asked.map((each, index) => {
    const { remaining } = standings[index]!;
    return { each, remaining, share: remaining / each.quota };
  });
  limits.sort((a, b) => a.share - b.share);
  return {
    "ratelimit-policy": limits
      .map(({ each: { name, quota, windowSeconds } }) =>
        windowSeconds === 0 ? `"${name}";q=${quota}` : `"${name}";q=${quota};w=${windowSeconds}`,
      )
      .join(", "),
    ratelimit: limits
      .map(({ each: { name, resetSeconds }, remaining }) =>
        resetSeconds === 0
          ? `"${name}";r=${remaining}`
          : `"${name}";r=${remaining};t=${resetSeconds}`,
      )
      .join(", "),
  };
}

const whatIsLimited = {
  rate: "requests",
  budget: "budget",
  slot: "requests at a time",
} as const;

/**
 * Limits by rate (GCRA), by tokens and money (reserved before the call, settled after), and by number at a
 * time. A request is let in by all rules or counted by none. What a request may cost is an upper bound:
 * a budget is never exceeded by more than a provider counts beyond it.
 */
export function createLimiter(options: LimiterOptions): Limiter {
  const { rules, store, prices = {}, onOutage = "closed", longestMs = 600_000 } = options;
  const now = options.now ?? Date.now;
  const names = rules.map(({ name, per }, index) => name ?? `${per.join("-")}-${index + 1}`);

  function ask(index: number, who: Principal, estimate: CostEstimate): Asked | string {
    const rule = rules[index]!;
    const name = names[index]!;
    const subjects = rule.per.map((subject) => subjectOf(subject, who, estimate.model));
    const key = keyOf(name, subjects);
    if (rule.requests !== undefined) {
      const interval = intervalOf(rule.requests);
      const burst = rule.burst ?? 0;
      return {
        rule,
        name,
        operation: { kind: "rate", key, interval, burst },
        quota: burst + 1,
        windowSeconds: Math.max(1, Math.round(((burst + 1) * interval) / 1e6)),
        resetSeconds: 0,
      };
    }
    if (rule.concurrent !== undefined) {
      const limit = rule.concurrent;
      const lease = randomBytes(12).toString("base64url");
      return {
        rule,
        name,
        operation: { kind: "slot", key, limit, lease, keepMs: longestMs },
        quota: limit,
        windowSeconds: 0,
        resetSeconds: 0,
      };
    }
    const { amount, window } = (rule.tokens ?? rule.money)!;
    const current = windowOf(window, now());
    const most = priceOf(estimate.model, prices);
    if (rule.money !== undefined && most === undefined)
      return `${estimate.model} has no price, and ${name} limits money`;
    const isMoney = rule.money !== undefined;
    return {
      rule,
      name,
      operation: {
        kind: "budget",
        key: `${key}:${current.name}`,
        limit: isMoney ? Math.round(amount * micro) : amount,
        // Whole units in every store: what is given back is counted from the same number.
        cost: isMoney
          ? costOf(estimate, most!)
          : Math.ceil(estimate.inputTokens + estimate.outputTokens),
        keepMs: current.leftMs + lateMs,
      },
      quota: isMoney ? Math.round(amount * micro) : amount,
      windowSeconds: Math.round(intervalOf({ amount: 1, window }) / 1e6),
      resetSeconds: Math.ceil(current.leftMs / 1000),
    };
  }

  function leaseOf(asked: readonly Asked[], model: string, counters: CounterStore): Lease {
    let isOver = false;
    const end = async (usage: Usage | "unknown" | undefined): Promise<void> => {
      if (isOver) return;
      isOver = true;
      const changes = asked.flatMap(({ operation, rule }): Change[] => {
        if (operation.kind === "slot")
          return [{ kind: "slot", key: operation.key, lease: operation.lease }];
        if (operation.kind !== "budget" || usage === "unknown") return [];
        const spent =
          usage === undefined
            ? 0
            : rule.money === undefined
              ? usage.inputTokens + usage.outputTokens
              : costOf(usage, priceOf(model, prices)!);
        const by = Math.ceil(spent) - operation.cost;
        const { key, keepMs } = operation;
        return by === 0 ? [] : [{ kind: "budget", key, by, keepMs }];
      });
      if (changes.length === 0) return;
      await counters.change(changes).catch((error: unknown) => options.onFailure?.(error));
    };
    return {
      settle: (usage) => end(usage),
      keep: () => end("unknown"),
      release: () => end(undefined),
    };
  }

  function refused(asked: Asked, standing: Standing, headers: Record<string, string>): Admission {
    const seconds = retryAfter(asked, standing);
    const { kind } = asked.operation;
    const isTooLarge = asked.operation.kind === "budget" && asked.operation.cost > asked.quota;
    const what = asked.rule.money !== undefined ? "money" : whatIsLimited[kind];
    return {
      kind: "refused",
      refusal: {
        status: 429,
        code: kind === "budget" ? "budget_exceeded" : "rate_limited",
        message: isTooLarge
          ? `The limit "${asked.name}" is smaller than what this request may cost: ask for fewer tokens.`
          : `The limit "${asked.name}" of ${what} is reached. Try again in ${seconds} s.`,
      },
      headers: { ...headers, "retry-after": String(seconds) },
    };
  }

  async function decide(asked: readonly Asked[], model: string): Promise<Admission> {
    if (asked.length === 0) return { kind: "admitted", headers: {}, delayMs: 0, lease: nothing };
    const operations = asked.map(({ operation }) => operation);
    let counters = store;
    let decision;
    try {
      decision = await store.take(operations);
    } catch (error) {
      options.onFailure?.(error);
      // It may have been taken without our knowing: a slot would stay held.
      const slots = operations.filter(({ kind }) => kind === "slot") as {
        key: string;
        lease: string;
      }[];
      if (slots.length > 0)
        void store
          .change(slots.map(({ key, lease }) => ({ kind: "slot", key, lease })))
          .catch(() => undefined);
      if (onOutage === "open") return { kind: "admitted", headers: {}, delayMs: 0, lease: nothing };
      if (onOutage === "closed" || options.fallback === undefined)
        return {
          kind: "refused",
          refusal: {
            status: 503,
            code: "limits_unavailable",
            message: "The limits cannot be checked at the moment. Try again shortly.",
          },
          headers: { "retry-after": "5" },
        };
      counters = options.fallback;
      decision = await counters.take(operations);
    }
    const { refusedBy, standings } = decision;
    const headers = headersOf(asked, standings);
    if (refusedBy !== undefined) return refused(asked[refusedBy]!, standings[refusedBy]!, headers);
    const delayMs = Math.max(0, ...asked.map((each, index) => delayOf(each, standings[index]!)));
    return { kind: "admitted", headers, delayMs, lease: leaseOf(asked, model, counters) };
  }

  function delayOf({ rule, operation }: Asked, { wait }: Standing): number {
    if (operation.kind !== "rate" || rule.delay === undefined || rule.delay === false) return 0;
    const free = rule.delay === true ? 0 : rule.delay;
    return Math.max(0, wait - free * operation.interval) / 1000;
  }

  async function admit(
    who: Principal,
    estimate: CostEstimate,
    isWanted: (rule: LimitRule) => boolean,
  ): Promise<Admission> {
    const asked: Asked[] = [];
    for (const [index, rule] of rules.entries()) {
      if (!isWanted(rule) || !fits(rule.tenants, who.tenant)) continue;
      const each = ask(index, who, estimate);
      if (typeof each === "string")
        return {
          kind: "refused",
          refusal: { status: 403, code: "model_without_price", message: each },
          headers: {},
        };
      asked.push(each);
    }
    return decide(asked, estimate.model);
  }

  const early: CostEstimate = { model: "", inputTokens: 0, outputTokens: 0 };
  return {
    arrive: (who) => admit(who, early, isEarly),
    reserve: (who, estimate) =>
      admit(who, estimate, (rule) => !isEarly(rule) && fits(rule.models, estimate.model)),
  };
}
