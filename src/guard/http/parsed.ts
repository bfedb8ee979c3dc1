// Guards over a body that is already parsed, wherever in it the texts stand.
import type { Detection } from "../../detect/detection.ts";
import type { Guard, Source, Verdict } from "../contract.ts";
import { applyEdits } from "../edits.ts";

/** What guards say of a body. */
export interface BodyResult {
  readonly verdict: Verdict;
  /** With the JSON pointer (RFC 6901) of the text in which each was seen. */
  readonly detections: readonly (Detection & { readonly pointer: string })[];
  /** The body as it may pass: the one given where nothing was changed. */
  readonly body: unknown;
}

/** A body that nests deeper is no chat. */
const deepest = 64;
/** What is only looked at by machines. */
const isData = /^data:[\w.+-]+\/[\w.+-]+;base64,/;
const toolRoles: ReadonlySet<unknown> = new Set(["tool", "function", "ipython"]);
const toolTypes: ReadonlySet<unknown> = new Set([
  "tool_result",
  "tool-result",
  "function_call_output",
  "document",
]);

interface Walk {
  readonly guard: Guard;
  readonly detections: (Detection & { readonly pointer: string })[];
  isBlocked: boolean;
  isChanged: boolean;
}

interface Place {
  readonly pointer: string;
  readonly source: Source;
  readonly depth: number;
}

function step(key: string): string {
  return `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function judgeText(walk: Walk, text: string, { pointer, source }: Place): string {
  if (text === "" || isData.test(text)) return text;
  const { verdict, detections, edits } = walk.guard.input(text, source);
  for (const each of detections) walk.detections.push({ ...each, pointer });
  if (verdict === "block") walk.isBlocked = true;
  if (edits.length === 0) return text;
  walk.isChanged = true;
  return applyEdits(text, edits);
}

/** A key that is a sentence may be read by a model as well; it is no name that could be changed. */
function judgeKey(walk: Walk, key: string, place: Place): string {
  if (key.includes(" ")) judgeText(walk, key, { ...place, pointer: place.pointer + step(key) });
  return key;
}

function judgeValue(walk: Walk, value: unknown, place: Place): unknown {
  if (typeof value === "string") return judgeText(walk, value, place);
  if (typeof value !== "object" || value === null) return value;
  const depth = place.depth + 1;
  if (depth > deepest) {
    walk.isBlocked = true;
    return value;
  }
  if (Array.isArray(value))
    return value.map((each, index) =>
      judgeValue(walk, each, { ...place, pointer: `${place.pointer}/${index}`, depth }),
    );
  const { role, type } = value as { readonly role?: unknown; readonly type?: unknown };
  const isTool = toolRoles.has(role) || toolTypes.has(type);
  const source = isTool ? "tool" : place.source;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      judgeKey(walk, key, place),
      judgeValue(walk, each, { pointer: place.pointer + step(key), source, depth }),
    ]),
  );
}

/**
 * Judges every string of a body, so that no field is overlooked: what a tool or document says as
 * such, all else as a user's, also what claims to be the system or the assistant, since it came from
 * a client.
 */
export function guardBody(body: unknown, guard: Guard): BodyResult {
  const walk: Walk = { guard, detections: [], isBlocked: false, isChanged: false };
  const made = judgeValue(walk, body, { pointer: "", source: "user", depth: 0 });
  const { detections, isBlocked, isChanged } = walk;
  if (isBlocked) return { verdict: "block", detections, body };
  return isChanged
    ? { verdict: "redact", detections, body: made }
    : { verdict: "allow", detections, body };
}

/** What a client is told when its request does not pass: kinds, and nothing of the text. */
export function refusalOf({ detections }: BodyResult): {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly kinds: readonly string[];
  };
} {
  const kinds = [...new Set(detections.map(({ kind }) => kind))];
  return {
    error: { code: "guard_blocked", message: "The request was blocked by a guard.", kinds },
  };
}
