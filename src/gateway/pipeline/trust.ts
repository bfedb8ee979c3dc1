import type { ToolCall } from "../parts.ts";
import type { ModelRequest, Reference } from "../surface.ts";
import type { Exchange } from "./exchange.ts";

/** What the provider keeps of a conversation, which a later request only refers to. */
function isStored({ kind }: Reference): boolean {
  return kind === "response" || kind === "conversation";
}

/** Beside the owner of an id: that text which nobody vouches for is in what it stands for. */
const mark = (kind: string): string => `untrusted ${kind}`;

/** True where `request` tells of all that its conversation has called. */
export function isHistoryWhole(request: ModelRequest): boolean {
  return !request.references.some(isStored);
}

/**
 * Whether text that nobody vouches for is in the model's context: results of tools in the request, what a
 * tool of the provider's own reads meanwhile (web pages, files), and what an earlier request has left at the
 * provider. Marks stand where the owners of ids do and last as long; an id without an owner is refused before.
 */
export async function untrustedContext(
  exchange: Exchange,
  request: ModelRequest,
): Promise<Pick<ToolCall, "isContextUntrusted" | "hasUnseen">> {
  const hasUnseen =
    request.tools.some(({ isHosted }) => isHosted) || (await isMarked(exchange, request));
  const hasResults = request.slots.some(({ kind }) => kind === "tool-result");
  return { isContextUntrusted: hasUnseen || hasResults, hasUnseen };
}

async function isMarked(
  { running: { ownership }, principal }: Exchange,
  { references }: ModelRequest,
): Promise<boolean> {
  if (ownership === undefined || principal === undefined) return false;
  for (const reference of references)
    if (
      isStored(reference) &&
      (await ownership.owns(principal, mark(reference.kind), reference.id))
    )
      return true;
  return false;
}

/** Marks ids in whose context untrusted text is; what refers to them later has it in its own. */
export async function markUntrusted(
  exchange: Exchange,
  references: readonly Reference[],
): Promise<void> {
  const { running, principal, request } = exchange;
  const { ownership } = running;
  const stored = references.filter(isStored);
  if (running.tools === undefined || stored.length === 0) return;
  if (ownership === undefined || principal === undefined || request === undefined) return;
  const { isContextUntrusted } = await untrustedContext(exchange, request);
  if (!isContextUntrusted) return;
  for (const { kind, id } of stored) await ownership.give(principal, mark(kind), id);
}

/** Marks the conversation that a request adds to before it is sent: it is kept whatever becomes of the answer. */
export async function markConversation(exchange: Exchange, request: ModelRequest): Promise<void> {
  await markUntrusted(
    exchange,
    request.references.filter(({ kind }) => kind === "conversation"),
  );
}
