import { messageOf } from "../../core/index.ts";
import type { Detection } from "../../detect/detection.ts";
import type { Edit, Guard, GuardResult, Verdict } from "../../guard/contract.ts";
import { fits } from "../limits/rules.ts";
import type { Principal, ToolPolicy } from "../parts.ts";
import type { ToolDeclaration } from "../surface.ts";
import { hashJson } from "./canonical.ts";
import type { McpMemory } from "./memory.ts";
import {
  errorMessage,
  readMessage,
  writeMessage,
  type Id,
  type RpcAnswer,
  type RpcRequest,
} from "./message.ts";
import { driftOf, pinTools, type Drift, type Pins, type ToolDefinition } from "./pins.ts";
import { textsIn } from "./texts.ts";

/** A server of MCP behind the gateway. */
export interface McpServerRules {
  readonly name: string;
  /** Patterns of tools that may be seen and called. */
  readonly tools?: readonly string[];
  /** `first-use` pins what is seen first, `strict` only what a person approved. */
  readonly pin: "first-use" | "strict" | "off";
  /** True where what its tools answer counts as vouched for. */
  readonly isTrusted: boolean;
  /** Whether it may ask the client's model or user by itself. */
  readonly mayAsk: boolean;
}

export interface McpParts {
  readonly guard: Guard;
  readonly tools: ToolPolicy;
  readonly pins: Pins;
  /** What the requests before have left. */
  readonly memory: McpMemory;
  /** Told of what was seen and what became of it. */
  readonly onIncident: (incident: McpIncident) => void;
}

export interface McpIncident {
  readonly server: string;
  readonly method: string;
  readonly tool: string | undefined;
  readonly verdict: Verdict;
  readonly detections: readonly Detection[];
  readonly message: string;
}

/** What becomes of a message: it is sent on (maybe changed), or answered in its place, or dropped. */
export type Passage =
  | { readonly kind: "pass"; readonly message: unknown }
  | { readonly kind: "answer"; readonly message: object }
  | { readonly kind: "drop" };

/**
 * One request of a client's with what the server says to it. What was asked is known to it alone: an answer on
 * another connection is an answer to nothing, and clients that number their requests alike never meet.
 */
export interface McpSession {
  /** A message of the client's. */
  readonly up: (message: unknown) => Promise<Passage>;
  /** A message of the server's. */
  readonly down: (message: unknown) => Passage;
}

/** Pages of tools that make up one list. */
const maxTools = 5_000;

/** What a server may ask of a client without being allowed to. */
const harmless = new Set(["ping", "roots/list"]);

/** Letters that look like others would make one tool pass for another in who reads their names. */
const plainName = /^[\x21-\x7e]{1,128}$/;

interface Pending {
  readonly method: string;
  readonly tool: string | undefined;
  readonly cursor: unknown;
}

/** A text with its edits made. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = "";
  let at = 0;
  for (const { start, end, text: put } of edits) {
    out += text.slice(at, start) + put;
    at = end;
  }
  return out + text.slice(at);
}

interface Judgement {
  readonly verdict: Verdict;
  readonly detections: readonly Detection[];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function toolsIn(result: unknown): readonly ToolDefinition[] {
  const listed = isRecord(result) ? result["tools"] : undefined;
  return Array.isArray(listed)
    ? listed.filter(
        (each): each is ToolDefinition => isRecord(each) && typeof each["name"] === "string",
      )
    : [];
}

function tellDrift({ tool, kind, difference }: Drift): string {
  return difference === "" ? `${tool} ${kind}` : `${tool} ${kind} (${difference})`;
}

/**
 * Stands between a client and a server of the Model Context Protocol (2025-06-18, and the versions before).
 * What a tool answers, and everything else that a server says, is judged as untrusted data before a model
 * reads it; what a model sends is judged as its output, and each call by the tools' policy. Tools are pinned
 * by their canonical hash and as a set for each server, so that neither a changed description nor a swapped
 * name passes (CVE-2025-54136). Names are `server/tool` in policies, so that no server can shadow another's.
 */
export function createMcpSession(
  rules: McpServerRules,
  parts: McpParts,
  principal: Principal,
): McpSession {
  const { guard, pins, memory } = parts;
  const pending = new Map<Id, Pending>();

  const fullName = (tool: string): string => `${rules.name}/${tool}`;

  function tell(incident: Omit<McpIncident, "server">): void {
    parts.onIncident({ server: rules.name, ...incident });
  }

  function judge(value: unknown, look: (text: string) => GuardResult): Judgement {
    const texts = textsIn(value);
    if (texts === undefined) return { verdict: "block", detections: [] };
    let verdict: Verdict = "allow";
    const detections: Detection[] = [];
    for (const { text, replace } of texts) {
      const result = look(text);
      detections.push(...result.detections);
      if (result.verdict === "block") verdict = "block";
      else if (result.edits.length > 0) {
        replace(applyEdits(text, result.edits));
        if (verdict === "allow") verdict = "redact";
      }
    }
    return { verdict, detections };
  }

  const asData = (value: unknown): Judgement => judge(value, (text) => guard.input(text, "tool"));
  const asOutput = (value: unknown): Judgement => judge(value, (text) => guard.output(text));

  function say({ verdict, detections }: Judgement, method: string, tool?: string): void {
    if (detections.length === 0 && verdict === "allow") return;
    const kinds = [...new Set(detections.map(({ kind }) => kind))].join(", ");
    tell({ method, tool, verdict, detections, message: kinds });
  }

  async function judgeCall(request: RpcRequest): Promise<object | undefined> {
    const { id, params } = request;
    const name = params["name"];
    if (typeof name !== "string") return errorMessage(id, "The call names no tool.");
    if (!plainName.test(name) || !fits(rules.tools, name))
      return errorMessage(id, `The tool ${name.slice(0, 128)} is not let through.`);
    const pinned = pins.of(rules.name);
    if (rules.pin !== "off" && (pinned === undefined || !Object.hasOwn(pinned.tools, name)))
      return errorMessage(id, `The tool ${name} is not pinned: list the server's tools first.`);
    const args = params["arguments"] ?? {};
    const judged = asOutput(args);
    say(judged, "tools/call", name);
    if (judged.verdict === "block")
      return errorMessage(id, `The arguments of ${name} were blocked.`, { kinds: kindsOf(judged) });
    const verdict = await parts.tools.judgeCall({
      principal,
      tool: fullName(name),
      // What was pinned counts, and not what a list that was refused has said since.
      declaration:
        rules.pin === "off"
          ? memory.declared.get(name)
          : declarationOf(pinned?.tools[name]?.definition),
      argumentsText: JSON.stringify(args),
      isContextUntrusted: memory.untrusted.length > 0,
      untrusted: memory.untrusted,
      hasUnseen: memory.hasForgotten,
      earlier: memory.called,
      isHistoryWhole: true,
    });
    if (verdict.verdict === "block") {
      tell({
        method: "tools/call",
        tool: name,
        verdict: "block",
        detections: [],
        message: verdict.message,
      });
      return errorMessage(id, verdict.message, { rule: verdict.rule });
    }
    memory.call(fullName(name));
    return undefined;
  }

  async function up(message: unknown): Promise<Passage> {
    const read = readMessage(message);
    if (read === undefined)
      return { kind: "answer", message: errorMessage(null, "This is no message of JSON-RPC 2.0.") };
    if (read.kind === "answer" || read.kind === "notification") {
      const judged = asOutput(read.kind === "answer" ? read.result : read.params);
      say(judged, read.kind === "answer" ? "answer" : read.method);
      return judged.verdict === "block"
        ? { kind: "drop" }
        : { kind: "pass", message: writeMessage(read) };
    }
    const { id, method, params } = read;
    if (pending.has(id))
      return { kind: "answer", message: errorMessage(id, "The id of the request is taken.") };
    const tool = method === "tools/call" ? String(params["name"]) : undefined;
    if (method === "tools/call") {
      const refused = await judgeCall(read);
      if (refused !== undefined) return { kind: "answer", message: refused };
    } else {
      const judged = asOutput(params);
      say(judged, method);
      if (judged.verdict === "block")
        return {
          kind: "answer",
          message: errorMessage(id, "The request was blocked.", { kinds: kindsOf(judged) }),
        };
    }
    pending.set(id, { method, tool, cursor: params["cursor"] });
    return { kind: "pass", message: writeMessage(read) };
  }

  function keepUntrusted(value: unknown): void {
    if (rules.isTrusted) return;
    for (const { text } of textsIn(value) ?? []) memory.keepUntrusted(text);
  }

  function takeInstructions(given: unknown): string | undefined {
    memory.instructions = typeof given === "string" ? given : undefined;
    const { instructions } = memory;
    const pinned = pins.of(rules.name)?.instructions;
    if (rules.pin === "off" || pins.of(rules.name) === undefined) return undefined;
    const now = instructions === undefined ? undefined : hashJson(instructions);
    if (now === pinned) return undefined;
    const message = "the server's instructions are not those that were pinned";
    tell({ method: "initialize", tool: undefined, verdict: "block", detections: [], message });
    return message;
  }

  /** Pins what was seen first. What cannot be kept is not pinned: it would be another first use after a restart. */
  function pinAll(tools: readonly ToolDefinition[]): string | undefined {
    try {
      pins.put(rules.name, pinTools(tools, memory.instructions));
      return undefined;
    } catch (error) {
      const message = `the tools cannot be pinned: ${messageOf(error)}`;
      tell({ method: "tools/list", tool: undefined, verdict: "block", detections: [], message });
      return "its tools cannot be pinned (the gateway's log says why)";
    }
  }

  /** Tools of one page: pinned, or held against what is pinned. */
  function takeTools(answer: RpcAnswer, request: Pending): string | undefined {
    const result = answer.result as Record<string, unknown>;
    const tools = toolsIn(result);
    const before = memory.before(request.cursor);
    const pages = [...(before ?? []), ...tools];
    if (pages.length > maxTools) return `the server has more than ${maxTools} tools`;
    const isUnknown = rules.pin === "off" || pins.of(rules.name) === undefined;
    if (isUnknown && new Set(pages.map(({ name }) => name)).size < pages.length)
      return "the server has two tools of one name";
    if (rules.pin === "off")
      for (const tool of tools) memory.declared.set(tool.name, declarationOf(tool)!);
    const next = result["nextCursor"];
    const isEnd = next === undefined || next === null;
    if (before !== undefined && typeof next === "string") memory.keepPage(next, pages);
    if (rules.pin === "off") return undefined;
    // A page whose beginning was not seen is judged by itself.
    const isLast = isEnd && before !== undefined;
    const pinned = pins.of(rules.name);
    if (pinned === undefined) {
      if (rules.pin === "strict") return "nobody has approved the tools of this server";
      return isLast ? pinAll(pages) : undefined;
    }
    const drifts = driftOf(pinned, isLast ? pages : tools, isLast);
    for (const drift of drifts)
      tell({
        method: "tools/list",
        tool: drift.tool,
        verdict: drift.kind === "removed" ? "allow" : "block",
        detections: [],
        message: `drift: ${tellDrift(drift)}`,
      });
    const grave = drifts.filter(({ kind }) => kind !== "removed");
    return grave.length === 0
      ? undefined
      : `the tools are not those that were pinned: ${grave.slice(0, 10).map(tellDrift).join("; ")}`;
  }

  /** Leaves out the tools that may not be used, so that no model is tempted. */
  function hideTools(result: Record<string, unknown>): void {
    const listed = result["tools"];
    if (!Array.isArray(listed)) return;
    const names = toolsIn(result).map(({ name }) => name);
    for (const name of names.filter((each) => !plainName.test(each)))
      tell({
        method: "tools/list",
        tool: JSON.stringify(name.slice(0, 128)),
        verdict: "block",
        detections: [],
        message: "its name has letters that can pass for others",
      });
    const refused = new Set(
      parts.tools
        .judgeTools(
          principal,
          names.map((name) => ({ name: fullName(name), description: "", isHosted: false })),
        )
        .refused.map(({ name }) => name),
    );
    result["tools"] = listed.filter(
      (each) =>
        isRecord(each) &&
        typeof each["name"] === "string" &&
        plainName.test(each["name"]) &&
        fits(rules.tools, each["name"]) &&
        !refused.has(fullName(each["name"])),
    );
  }

  function downAnswer(answer: RpcAnswer): Passage {
    const { id } = answer;
    const request = pending.get(id);
    // An answer to nothing that was asked: a server that tries to slip something in.
    if (request === undefined) return { kind: "drop" };
    pending.delete(id);
    const { method, tool } = request;
    const body = answer.error ?? answer.result;
    const judged = asData(body);
    say(judged, method, tool);
    if (judged.verdict === "block") return blocked(id, method, judged);
    if (method === "initialize" && isRecord(body)) {
      const problem = takeInstructions(body["instructions"]);
      if (problem !== undefined)
        return { kind: "pass", message: errorMessage(id, `Refused: ${problem}.`) };
    }
    if (method === "tools/list" && isRecord(answer.result)) {
      const problem = takeTools(answer, request);
      if (problem !== undefined)
        return { kind: "pass", message: errorMessage(id, `Refused: ${problem}.`) };
      hideTools(answer.result);
    } else if (method !== "initialize") keepUntrusted(body);
    return { kind: "pass", message: writeMessage(answer) };
  }

  function blocked(id: Id, method: string, judged: Judgement): Passage {
    const kinds = kindsOf(judged);
    const text = `Blocked by the gateway: ${kinds.join(", ") || "more than can be looked at"}.`;
    if (method !== "tools/call")
      return { kind: "pass", message: errorMessage(id, text, { kinds }) };
    // A failed call, which a model understands, rather than an error of the protocol.
    const result = { content: [{ type: "text", text }], isError: true };
    return { kind: "pass", message: { jsonrpc: "2.0", id, result } };
  }

  function down(message: unknown): Passage {
    const read = readMessage(message);
    if (read === undefined) return { kind: "drop" };
    if (read.kind === "answer") return downAnswer(read);
    const judged = asData(read.params);
    say(judged, read.method);
    if (read.kind === "notification")
      return judged.verdict === "block"
        ? { kind: "drop" }
        : { kind: "pass", message: writeMessage(read) };
    if (!harmless.has(read.method) && !rules.mayAsk) {
      tell({
        method: read.method,
        tool: undefined,
        verdict: "block",
        detections: [],
        message: "the server may not ask the client's model or user",
      });
      return {
        kind: "answer",
        message: errorMessage(read.id, `${read.method} is not let through.`),
      };
    }
    if (judged.verdict === "block")
      return { kind: "answer", message: errorMessage(read.id, "The request was blocked.") };
    keepUntrusted(read.params);
    return { kind: "pass", message: writeMessage(read) };
  }

  return { up, down };
}

function kindsOf({ detections }: Judgement): readonly string[] {
  return [...new Set(detections.map(({ kind }) => kind))];
}

function declarationOf(
  tool: Readonly<Record<string, unknown>> | undefined,
): ToolDeclaration | undefined {
  if (tool === undefined) return undefined;
  const { name, description, inputSchema } = tool;
  return {
    name: String(name),
    description: typeof description === "string" ? description : "",
    ...(inputSchema === undefined ? {} : { parameters: inputSchema }),
    isHosted: false,
  };
}
