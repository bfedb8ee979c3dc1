import { sendJson } from "../server/reply.ts";
import type { Refusal } from "../surface.ts";
import { outcomeOf, record, type Exchange, type Incoming } from "./exchange.ts";
import { auditFailed } from "./refusals.ts";

/** True for a body whose rest may be read and dropped, so that the connection lives on. */
function isSmall({ headers, request }: Incoming): boolean {
  return request.method === "GET" || Number(headers["content-length"] ?? Infinity) <= 65_536;
}

/** nginx's status for a client that left before it was answered. */
export const clientLeft = 499;

/** Refuses an exchange whose answer has not begun: recorded first, then said in the protocol's words. */
export async function refuse(exchange: Exchange, why: Refusal): Promise<void> {
  const { surface, incoming, detections, verdict, headers } = exchange;
  const { response, request } = incoming;
  // Who has no key and goes on trying must not be able to fill the disk: metrics count it.
  const isNoise = why.code === "too_many_failures";
  const isWritten =
    isNoise ||
    (await record(exchange, {
      event: "refused",
      verdict,
      status: exchange.isGone ? clientLeft : why.status,
      message: exchange.isGone ? "the client left" : `${why.code}: ${why.message}`,
      ...(detections.length > 0 && { detections: [...detections] }),
    }));
  const said = isWritten ? why : auditFailed;
  outcomeOf(exchange, said.status, said);
  // What was not read of a large body would have to be read to its end before the next request.
  if (!request.complete && !isSmall(incoming)) response.shouldKeepAlive = false;
  timing(exchange);
  sendJson(response, said.status, {
    bytes: JSON.stringify(surface.errorBody(said)),
    headers,
  });
}

/** Stages so far, where the configuration wants them told. */
export function timing(exchange: Exchange): void {
  if (!exchange.running.hasTimingHeader) return;
  const value = exchange.meter.header();
  if (value !== "") exchange.headers["server-timing"] = value;
}
