import {
  accessSync,
  constants,
  existsSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { fileReason, PaviseError } from "../../core/index.ts";
import { hashJson } from "./canonical.ts";

/** What of a tool a model reads or a client acts on; what is new to the protocol counts as well. */
export type ToolDefinition = Readonly<Record<string, unknown>> & { readonly name: string };

const pinnedTool = z.object({
  hash: z.string(),
  definition: z.record(z.string(), z.unknown()),
});
const pinnedServer = z.object({
  /** Hash over names and hashes of all tools: a tool that takes another's name changes it. */
  set: z.string(),
  instructions: z.string().optional(),
  tools: z.record(z.string(), pinnedTool),
});
const pinFile = z.object({ version: z.literal(1), servers: z.record(z.string(), pinnedServer) });
export type PinnedServer = z.output<typeof pinnedServer>;

/** Pins tool sets of servers, as a person approved them or as they were first seen. */
export interface Pins {
  readonly of: (server: string) => PinnedServer | undefined;
  readonly put: (server: string, pinned: PinnedServer) => void;
}

/** What makes out a tool: all of its definition but what only describes this answer. */
function definitionOf(tool: ToolDefinition): Record<string, unknown> {
  const { _meta: _, ...rest } = tool;
  return rest;
}

/** Pins of a whole tool set. */
export function pinTools(
  tools: readonly ToolDefinition[],
  instructions: string | undefined,
): PinnedServer {
  const pinned = Object.fromEntries(
    tools.map((tool) => {
      const definition = definitionOf(tool);
      return [tool.name, { hash: hashJson(definition), definition }] as const;
    }),
  );
  const set = hashJson(
    Object.entries(pinned)
      .map(([name, { hash }]) => [name, hash])
      .toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1)),
  );
  return {
    set,
    tools: pinned,
    ...(instructions === undefined ? {} : { instructions: hashJson(instructions) }),
  };
}

/** One way in which a tool set is not the one that was pinned. */
export interface Drift {
  readonly tool: string;
  readonly kind: "added" | "changed" | "removed";
  /** What it says now and what it said, for who has to decide. */
  readonly difference: string;
}

const shown = 160;
function brief(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}\p{Co}]/gu, "�");
  return plain.length > shown ? `${plain.slice(0, shown)}… (${text.length} characters)` : plain;
}

/** Where two texts part, with a little of what stands before. */
function partAt(before: string, now: string): readonly [string, string] {
  let at = 0;
  while (at < before.length && before[at] === now[at]) at++;
  const from = Math.max(0, at - 24);
  const lead = from > 0 ? "…" : "";
  return [lead + before.slice(from), lead + now.slice(from)];
}

function changesOf(
  before: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
): string {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return keys
    .filter((key) => hashJson(before[key] ?? null) !== hashJson(now[key] ?? null))
    .map((key) => {
      const [was, is] = [before[key], now[key]].map((each) =>
        typeof each === "string" ? each : (JSON.stringify(each) ?? ""),
      ) as [string, string];
      const [left, right] = partAt(was, is);
      return `${key}: ${brief(left)} → ${brief(right)}`;
    })
    .join("; ");
}

/** How tools differ from those that were pinned; `isAll` where these are all tools that the server has. */
export function driftOf(
  pinned: PinnedServer,
  tools: readonly ToolDefinition[],
  isAll: boolean,
): readonly Drift[] {
  const drifts: Drift[] = [];
  const seen = new Set<string>();
  for (const tool of tools) {
    const { name } = tool;
    const known = Object.hasOwn(pinned.tools, name) ? pinned.tools[name] : undefined;
    const definition = definitionOf(tool);
    if (known === undefined)
      drifts.push({ tool: name, kind: "added", difference: brief(tool["description"] ?? "") });
    else if (known.hash !== hashJson(definition))
      drifts.push({
        tool: name,
        kind: "changed",
        difference: changesOf(known.definition, definition),
      });
    if (seen.has(name))
      drifts.push({ tool: name, kind: "added", difference: "the name comes twice" });
    seen.add(name);
  }
  if (isAll)
    for (const name of Object.keys(pinned.tools))
      if (!seen.has(name)) drifts.push({ tool: name, kind: "removed", difference: "" });
  return drifts;
}

/** Throws where pins of first use could not be kept: better before the first client than with it. */
export function checkWritable(file: string): void {
  try {
    accessSync(dirname(file), constants.W_OK);
    if (existsSync(file)) accessSync(file, constants.W_OK);
  } catch (error) {
    throw new PaviseError(
      "config-invalid",
      `${file}: pins cannot be written (${fileReason(error)})`,
      {
        hint: "`mcp: {pins: FILE}` names a file that can be, or `pin: strict` uses only what is in it.",
      },
    );
  }
}

/** Pins in a file beside the configuration, which belongs under version control. */
export function openPins(file: string): Pins {
  let servers: Record<string, PinnedServer> = {};
  try {
    servers = pinFile.parse(JSON.parse(readFileSync(file, "utf8"))).servers;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT")
      throw new PaviseError(
        "config-invalid",
        `${file}: ${error instanceof z.ZodError || error instanceof SyntaxError ? "is no file of pins" : fileReason(error)}`,
        { hint: "Mend it, or move it away: the tools that are seen next are then pinned anew." },
      );
  }
  return {
    of: (server) => (Object.hasOwn(servers, server) ? servers[server] : undefined),
    put: (server, pinned) => {
      const all = { ...servers, [server]: pinned };
      const text = `${JSON.stringify({ version: 1, servers: all }, undefined, 2)}\n`;
      // Whole or not at all, whatever happens meanwhile.
      writeFileSync(`${file}.new`, text, { mode: 0o600 });
      renameSync(`${file}.new`, file);
      servers = all;
    },
  };
}

/** Pins that are forgotten with the process. */
export function memoryPins(): Pins {
  const servers = new Map<string, PinnedServer>();
  return {
    of: (server) => servers.get(server),
    put: (server, pinned) => void servers.set(server, pinned),
  };
}
