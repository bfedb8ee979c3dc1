/** Messages of JSON-RPC 2.0, as MCP uses it. */
export type Id = string | number;

export interface RpcRequest {
  readonly kind: "request";
  readonly id: Id;
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}
export interface RpcNotification {
  readonly kind: "notification";
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}
export interface RpcAnswer {
  readonly kind: "answer";
  readonly id: Id;
  readonly result: unknown;
  readonly error: unknown;
}
export type RpcMessage = RpcRequest | RpcNotification | RpcAnswer;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isId(value: unknown): value is Id {
  return (typeof value === "string" && value.length <= 256) || Number.isSafeInteger(value);
}

/** Reads a message; undefined for what is none. */
export function readMessage(value: unknown): RpcMessage | undefined {
  if (!isRecord(value) || value["jsonrpc"] !== "2.0") return undefined;
  const { id, method, params = {} } = value;
  if (typeof method === "string") {
    if (!isRecord(params) || "result" in value || "error" in value) return undefined;
    if (!Object.hasOwn(value, "id")) return { kind: "notification", method, params };
    return isId(id) ? { kind: "request", id, method, params } : undefined;
  }
  if (!isId(id) || "result" in value === "error" in value) return undefined;
  // Objects in MCP; anything else would be read by a client and by none of us.
  if (!isRecord(value["result"] ?? value["error"])) return undefined;
  return { kind: "answer", id, result: value["result"], error: value["error"] };
}

/** A message as it was read: members that JSON-RPC does not know are left out. */
export function writeMessage(message: RpcMessage): object {
  const jsonrpc = "2.0";
  if (message.kind === "answer") {
    const { id, result, error } = message;
    return result === undefined ? { jsonrpc, id, error } : { jsonrpc, id, result };
  }
  const { method, params } = message;
  const body = { method, ...(Object.keys(params).length > 0 && { params }) };
  return message.kind === "request" ? { jsonrpc, id: message.id, ...body } : { jsonrpc, ...body };
}

/** Codes of our own errors: JSON-RPC leaves -32000 to -32099 to implementations. */
export const refusedCode = -32_010;

export function errorMessage(id: Id | null, message: string, data?: object): object {
  const error = { code: refusedCode, message, ...(data === undefined ? {} : { data }) };
  return { jsonrpc: "2.0", id, error };
}
