import { hash, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Detection } from "../../detect/detection.ts";
import type { AnswerContext, Verdict } from "../../guard/contract.ts";
import { openVault, type Vault } from "../../guard/redaction.ts";
import type { AuditRecord, ExchangeMeter, Lease, Principal } from "../parts.ts";
import type { ModelRequest, Reference, Refusal, Surface, Usage } from "../surface.ts";
import type { Headers } from "../upstreams/headers.ts";
import type { Running } from "./running.ts";
import { markUntrusted } from "./trust.ts";

/** A request as it came in, with what was made of its first lines. */
export interface Incoming {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly headers: Headers;
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  readonly address: string;
}

/** One request and its answer while it goes through the pipeline. What is mutable, the pipeline's steps fill. */
export interface Exchange {
  readonly id: string;
  readonly running: Running;
  readonly incoming: Incoming;
  readonly surface: Surface;
  readonly params: URLSearchParams;
  meter: ExchangeMeter;
  principal: Principal | undefined;
  request: ModelRequest | undefined;
  /** The body's bytes, which go on where nothing was changed. */
  raw: Buffer | undefined;
  /** True once the parsed body says something else than the bytes. */
  isChanged: boolean;
  verdict: Verdict;
  readonly detections: Detection[];
  readonly leases: Lease[];
  readonly headers: Record<string, string>;
  context: AnswerContext;
  /** What was masked in the request and belongs back into the answer. */
  readonly vault: Vault | undefined;
  upstream: string | undefined;
  usage: Usage | undefined;
  /** True once the model may have worked. */
  wasSent: boolean;
  /** True once the client has gone. */
  isGone: boolean;
  cancel: (() => void) | undefined;
}

const noParams = new URLSearchParams();

const noMeter: ExchangeMeter = {
  traceparent: "",
  stage: () => undefined,
  firstToken: () => undefined,
  detections: () => undefined,
  end: () => undefined,
  header: () => "",
};

/** Begins an exchange. */
export function beginExchange(running: Running, incoming: Incoming, surface: Surface): Exchange {
  const id = randomUUID();
  return {
    id,
    running,
    incoming,
    surface,
    params: incoming.query === "" ? noParams : new URLSearchParams(incoming.query),
    meter: noMeter,
    principal: undefined,
    request: undefined,
    raw: undefined,
    isChanged: false,
    verdict: "allow",
    detections: [],
    leases: [],
    headers: { "x-pavise-exchange": id },
    context: {},
    vault: running.isReversible ? openVault() : undefined,
    upstream: undefined,
    usage: undefined,
    wasSent: false,
    isGone: false,
    cancel: undefined,
  };
}

/** SHA-256 in hexadecimal digits. */
export function digestOf(content: Buffer | string): string {
  return hash("sha256", content, "hex");
}

/** Writes what happened into the audit log. False where it could not be written: then nothing leaves. */
export async function record(
  exchange: Exchange,
  entry: Pick<AuditRecord, "event"> & Partial<AuditRecord>,
): Promise<boolean> {
  const { running, principal, request, surface } = exchange;
  if (running.audit === undefined) return true;
  const whole: AuditRecord = {
    time: new Date().toISOString(),
    exchange: exchange.id,
    ...(principal !== undefined && {
      principal: { key: principal.key, tenant: principal.tenant, session: principal.session },
    }),
    surface: surface.name,
    ...(request !== undefined && { model: request.model }),
    ...(exchange.upstream !== undefined &&
      exchange.upstream !== "" && { upstream: exchange.upstream }),
    ...entry,
  };
  try {
    await running.audit.append(whole);
    return true;
  } catch (error) {
    running.log({
      level: "error",
      message: "the audit log cannot be written",
      exchange: exchange.id,
      error: error instanceof Error ? error.message : String(error),
    });
    return false;
  }
}

/** Notes what a guard saw. */
export function note(
  exchange: Exchange,
  direction: "input" | "output",
  found: readonly Detection[],
): void {
  if (found.length === 0) return;
  exchange.detections.push(...found);
  exchange.meter.detections(direction, found);
}

/** Remembers whose the ids are that an answer gives out. */
export async function giveReferences(
  exchange: Exchange,
  references: readonly Reference[],
): Promise<void> {
  const { running, principal, upstream } = exchange;
  for (const { kind, id } of references) {
    if (upstream !== undefined) running.upstreams.remember(id, upstream);
    if (principal !== undefined) await running.ownership?.give(principal, kind, id);
  }
  await markUntrusted(exchange, references);
}

/**
 * Settles, keeps or gives back what was reserved, whatever the exchange came to. Where the model was asked
 * and nobody says what it cost, all that was reserved counts.
 */
export async function settleLeases(
  exchange: Exchange,
  estimate: () => Usage | "unknown",
): Promise<void> {
  if (exchange.leases.length === 0) return;
  const { wasSent, leases, running } = exchange;
  const usage = wasSent ? (exchange.usage ?? estimate()) : undefined;
  try {
    for (const lease of leases) {
      if (usage === undefined) await lease.release();
      else await (usage === "unknown" ? lease.keep() : lease.settle(usage));
    }
  } catch (error) {
    running.log({
      level: "error",
      message: "what a request cost could not be settled",
      exchange: exchange.id,
      error: error instanceof Error ? error.message : String(error),
    });
  }
}

/** How an exchange ended, for metrics. */
export function outcomeOf(exchange: Exchange, status: number, refusal?: Refusal): void {
  const { verdict, usage, meter } = exchange;
  meter.end({ status, verdict, usage, ...(refusal !== undefined && { error: refusal.code }) });
}
