import type { Principal } from "../parts.ts";
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
 * True where text that nobody vouches for is in the model's context: results of tools in the request, what a
 * tool of the provider's own reads meanwhile (web pages, files), and what an earlier request has left at the
 * provider. Marks stand where the owners of ids do and last as long; an id without an owner is refused before.
 */
export async function isContextUntrusted(
  exchange: Exchange,
  request: ModelRequest,
): Promise<boolean> {
  if (request.slots.some(({ kind }) => kind === "tool-result")) return true;
  if (request.tools.some(({ isHosted }) => isHosted)) return true;
  const { principal, running } = exchange;
  if (running.ownership === undefined || principal === undefined) return false;
  for (const reference of request.references)
    if (isStored(reference) && (await isMarked(exchange, principal, reference))) return true;
  return false;
}

async function isMarked(
  { running }: Exchange,
  principal: Principal,
  { kind, id }: Reference,
): Promise<boolean> {
  return (await running.ownership?.owns(principal, mark(kind), id)) ?? false;
}

/** Remembers whose the ids of an answer are, and where it is so, that their context is untrusted. */
export async function giveIds(exchange: Exchange, references: readonly Reference[]): Promise<void> {
  const { running, principal, request } = exchange;
  const { ownership } = running;
  if (ownership === undefined || principal === undefined) return;
  for (const { kind, id } of references) await ownership.give(principal, kind, id);
  if (running.tools === undefined || request === undefined) return;
  const stored = [
    ...references.filter(isStored),
    ...request.references.filter(({ kind }) => kind === "conversation"),
  ];
  if (stored.length === 0 || !(await isContextUntrusted(exchange, request))) return;
  for (const { kind, id } of stored) await ownership.give(principal, mark(kind), id);
}

/** Marks the conversation that a request adds to before it is sent: it is kept whatever becomes of the answer. */
export async function markConversation(exchange: Exchange, request: ModelRequest): Promise<void> {
  if (request.references.some(({ kind }) => kind === "conversation")) await giveIds(exchange, []);
}
