import type { ToolDeclaration } from "../surface.ts";
import type { ToolDefinition } from "./pins.ts";

/** Characters of one text, and of all together, that are kept to tell what came out of them. */
const mostOfOne = 64 * 1024;
const mostOfAll = 256 * 1024;
/** Lists of tools that clients are in the middle of. */
const mostLists = 20;
/** Calls that are told of. */
const mostCalls = 1_000;

/** What is remembered of one client's session at one server, over many requests. */
export interface McpMemory {
  /** Texts that nobody vouches for, the newest last. */
  readonly untrusted: readonly string[];
  /** True once more of them came than are kept. */
  readonly hasForgotten: boolean;
  readonly keepUntrusted: (text: string) => void;
  readonly declared: Map<string, ToolDeclaration>;
  readonly called: readonly string[];
  readonly call: (tool: string) => void;
  instructions: string | undefined;
  /** Tools of the pages before one, by the cursor that leads to it; clients may be in the middle of several lists. */
  readonly before: (cursor: unknown) => readonly ToolDefinition[] | undefined;
  readonly keepPage: (cursor: string, tools: readonly ToolDefinition[]) => void;
  /** Characters that it holds, about. */
  readonly size: () => number;
}

export function openMemory(): McpMemory {
  const untrusted: string[] = [];
  const called: string[] = [];
  const lists = new Map<string, readonly ToolDefinition[]>();
  const declared = new Map<string, ToolDeclaration>();
  let length = 0;
  let hasForgotten = false;
  return {
    untrusted,
    get hasForgotten() {
      return hasForgotten;
    },
    keepUntrusted: (text) => {
      if (text.length > mostOfOne) hasForgotten = true;
      const kept = text.slice(0, mostOfOne);
      untrusted.push(kept);
      length += kept.length;
      while (length > mostOfAll || untrusted.length > mostCalls) {
        length -= untrusted.shift()!.length;
        hasForgotten = true;
      }
    },
    declared,
    called,
    call: (tool) => {
      if (called.length >= mostCalls && called.includes(tool)) return;
      called.push(tool);
    },
    instructions: undefined,
    before: (cursor) => (typeof cursor === "string" ? lists.get(cursor) : []),
    keepPage: (cursor, tools) => {
      lists.delete(cursor);
      const [oldest] = lists.keys();
      if (lists.size >= mostLists && oldest !== undefined) lists.delete(oldest);
      lists.set(cursor, tools);
    },
    // A declared tool has a schema of a few hundred characters.
    size: () => length + 64 * called.length + 1_000 * declared.size,
  };
}
