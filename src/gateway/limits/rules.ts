import { z } from "zod";

const units = { second: 1, minute: 60, hour: 3_600, day: 86_400 } as const;
const windows = ["second", "minute", "hour", "day", "month"] as const;
type Window = (typeof windows)[number];

/** So many each second, minute …: `60/minute`, `10/s`, `0.5/s`. */
const rate = z.string().transform((text, context) => {
  const [, amount = "", unit = ""] = /^\s*([\d_.]+)\s*\/\s*([a-z]+)\s*$/i.exec(text) ?? [];
  const name = windows.find((each) => each === unit || each[0] === unit || `${each}s` === unit);
  const number = Number(amount.replaceAll("_", ""));
  if (name === undefined || !(number > 0) || !Number.isFinite(number)) {
    context.addIssue({
      code: "custom",
      message: "wants an amount and a time, such as 60/minute, 100000/day or 5/month",
    });
    return z.NEVER;
  }
  return { amount: number, window: name };
});

/** Whom a limit counts apart. Several together count each combination. */
export const limitSubjects = ["address", "key", "user", "tenant", "session", "model"] as const;
export type LimitSubject = (typeof limitSubjects)[number];

const per = z
  .union([z.enum(limitSubjects), z.array(z.enum(limitSubjects)).min(1)])
  .transform((given): readonly LimitSubject[] => [given].flat())
  .describe("Whom it counts apart: address, key, user, tenant, session, model; several together.");

/** A limit as it is configured. */
export const limitRule = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,39}$/)
      .optional()
      .describe("How headers, logs and metrics call it."),
    per,
    requests: rate.optional().describe("Requests, spread evenly: 60/minute is one a second."),
    burst: z
      .int()
      .min(0)
      .max(1_000_000)
      .optional()
      .describe("Requests that may come early, as nginx's `burst`."),
    delay: z
      .union([z.boolean(), z.int().min(0)])
      .optional()
      .describe(
        "Early requests wait until they are due, as nginx does without `nodelay`; a number lets so many pass at once, as nginx's `delay=`.",
      ),
    tokens: rate.optional().describe("Tokens, reserved before and settled after: 100000/minute."),
    money: rate
      .optional()
      .describe("In the currency of the prices: 20/day. Models without a price are refused."),
    concurrent: z.int().min(1).optional().describe("Requests at a time."),
    models: z
      .array(z.string())
      .min(1)
      .optional()
      .describe("Only requests for these; `*` stands for anything."),
    tenants: z.array(z.string()).min(1).optional().describe("Only requests of these."),
  })
  .refine(
    ({ requests, tokens, money, concurrent }) =>
      [requests, tokens, money, concurrent].filter((each) => each !== undefined).length === 1,
    { message: "says one of requests, tokens, money or concurrent" },
  )
  .refine(
    ({ requests, burst, delay }) =>
      requests !== undefined || (burst === undefined && delay === undefined),
    {
      message: "burst and delay belong to requests",
    },
  );
export type LimitRule = z.output<typeof limitRule>;

/** What a million tokens cost, by model. */
export const price = z.strictObject({
  input: z.number().min(0),
  output: z.number().min(0),
  cached: z.number().min(0).optional().describe("Of the provider's cache; as input otherwise."),
});
export type Price = z.output<typeof price>;

/** Microseconds between two requests of a rate. A month counts thirty days. */
export function intervalOf({ amount, window }: { amount: number; window: Window }): number {
  const seconds = window === "month" ? 30 * units.day : units[window];
  return (seconds * 1e6) / amount;
}

/** The window of the calendar (UTC) that a moment lies in: its name, and milliseconds until it ends. */
export function windowOf(window: Window, now: number): { readonly name: string; leftMs: number } {
  const date = new Date(now);
  if (window === "month") {
    const end = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
    return { name: date.toISOString().slice(0, 7), leftMs: end - now };
  }
  const length = units[window] * 1000;
  const index = Math.floor(now / length);
  return { name: `${window[0]}${index}`, leftMs: (index + 1) * length - now };
}

/** True where a name fits one of the patterns, in which `*` stands for anything. */
export function fits(patterns: readonly string[] | undefined, name: string): boolean {
  return patterns === undefined || patterns.some((pattern) => fitsOne(pattern, name));
}

function fitsOne(pattern: string, name: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  if (rest.length === 0) return pattern === name;
  if (!name.startsWith(first)) return false;
  const last = rest.pop()!;
  let at = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}
