import { expect } from "vitest";
import type { Source } from "../../guard/contract.ts";
import type { ModelRequest, Slot, Surface } from "../surface.ts";
import { surfaceOf } from "../surfaces/index.ts";

// Every text of a body is a word of its own; each has to be read exactly once, as what it is.

interface Expected {
  readonly source: Source;
  readonly kind: Slot["kind"];
  readonly tool: string | undefined;
}

/** Makes a word and keeps what is expected of it. */
export type Mark = (source: Source, kind?: Slot["kind"], tool?: string) => string;

export function marks(): { readonly mark: Mark; readonly expected: Map<string, Expected> } {
  const expected = new Map<string, Expected>();
  const mark: Mark = (source, kind = "text", tool) => {
    const word = `word${expected.size}end`;
    expected.set(word, { source, kind, tool });
    return word;
  };
  return { mark, expected };
}

export function check(slots: readonly Slot[], expected: ReadonlyMap<string, Expected>): void {
  const seen = new Map<string, Expected>();
  for (const { text, source, kind, tool } of slots)
    for (const [word] of text.matchAll(/word\d+end/gu)) {
      expect([...seen.keys()]).not.toContain(word);
      seen.set(word, { source, kind, tool });
    }
  expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(expected));
}

const query = new URLSearchParams();

export function surfaceAt(path: string): Surface {
  return surfaceOf("POST", path)!;
}

export function ask(path: string, body: unknown): ModelRequest {
  const request = surfaceAt(path).readRequest({ path, query, body });
  if ("problem" in request) throw new Error(request.problem);
  return request;
}

export function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}
