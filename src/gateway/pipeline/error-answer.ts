import { sendJson } from "../server/reply.ts";
import { applyEdits } from "../../guard/edits.ts";
import type { Refusal } from "../surface.ts";
import { readWhole, type UpstreamAnswer } from "../upstreams/call.ts";
import { incomingHeaders } from "../upstreams/headers.ts";
import { outcomeOf, record, type Exchange } from "./exchange.ts";
import { parseJsonBytes } from "./json.ts";
import { auditFailed, badUpstream } from "./refusals.ts";

/** Far more than a message of an error has. */
const maxErrorBytes = 256 * 1024;

/** True for what is no answer of the model's. Redirects are among them: they are never followed. */
export function isError({ status }: UpstreamAnswer): boolean {
  return status < 200 || status >= 300;
}

/** Texts of an error may repeat the prompt or a key; each is judged as an answer's text is. */
function guarded(exchange: Exchange, value: unknown): unknown {
  if (typeof value === "string") {
    const { guard } = exchange.running;
    if (guard === undefined || value === "") return value;
    const { verdict, edits } = guard.output(value, exchange.context);
    return verdict === "block" ? "[blocked]" : applyEdits(value, edits);
  }
  if (Array.isArray(value)) return value.map((item) => guarded(exchange, item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, guarded(exchange, item)]),
  );
}

/** What the client sees for a status that concerns the gateway and its upstream alone. */
function internal(exchange: Exchange, status: number): Refusal | undefined {
  const settings = exchange.running.upstreams.settings.find(
    ({ name }) => name === exchange.upstream,
  );
  const isOurKey = settings?.credential.kind === "secret";
  if ((status === 401 || status === 403) && isOurKey) {
    const message = "The model's server does not accept the gateway's key.";
    return { status: 502, code: "upstream_refused", message };
  }
  if (status < 400) return badUpstream;
  return undefined;
}

/** Hands on an upstream's error, in its own words where they are fit to be seen. */
export async function answerError(exchange: Exchange, answer: UpstreamAnswer): Promise<void> {
  const { surface, incoming, headers, running } = exchange;
  const { status } = answer;
  const bytes = await readWhole(answer, maxErrorBytes);
  const parsed = Buffer.isBuffer(bytes) ? parseJsonBytes(bytes) : undefined;
  const own = internal(exchange, status);
  running.log({
    level: "warning",
    message: `the upstream answered with status ${status}`,
    exchange: exchange.id,
    ...(exchange.upstream !== undefined && { upstream: exchange.upstream }),
  });
  const isShown = own === undefined && parsed?.kind === "json" && typeof parsed.value === "object";
  const said: Refusal = own ?? {
    status,
    code: "upstream_error",
    message: `The model's server answered with status ${status}.`,
  };
  const isWritten = await record(exchange, {
    event: "answer",
    status: said.status,
    message: `upstream status ${status}`,
  });
  const final = isWritten ? said : auditFailed;
  const body = isWritten && isShown ? guarded(exchange, parsed.value) : surface.errorBody(final);
  outcomeOf(exchange, final.status, final);
  sendJson(incoming.response, final.status, {
    bytes: JSON.stringify(body),
    headers: { ...incomingHeaders(answer.headers), ...headers },
  });
}
