/** What a client says in one request. */
export interface Said {
  readonly input?: string;
  /** What a tool answered to an earlier call. */
  readonly toolResult?: string;
  /** Arguments of an earlier call, as JSON text of one member `text`. */
  readonly earlierArguments?: string;
  /** Description of the tool that is declared. */
  readonly description?: string;
}

/** What the model says, in the parts in which it comes where it is streamed. */
export interface Answered {
  readonly text?: readonly string[];
  /** Value of the only member `text` of the arguments of a call. */
  readonly argument?: readonly string[];
}

/** One protocol, as a client and a provider speak it; built by code, in the shapes that providers document. */
export interface ProtocolCase {
  readonly name: string;
  readonly surface: string;
  readonly method?: "GET" | "POST";
  readonly path: (isStream: boolean) => string;
  readonly ask?: (said: Said, isStream: boolean) => unknown;
  readonly answer: (said: Answered) => unknown;
  /** The events of the stream, each as it stands on the wire; undefined where nothing is streamed. */
  readonly stream?: (said: Answered) => readonly string[];
  readonly contentType: string;
  /** What the protocol can carry. */
  readonly carries: readonly Carried[];
}

export type Carried = "input" | "output" | "tool arguments" | "tool results";

/** JSON text of arguments with one member, cut where the parts of its value are cut. */
export function argumentParts(parts: readonly string[]): readonly string[] {
  const inside = parts.map((part) => JSON.stringify(part).slice(1, -1));
  return ['{"text":"', ...inside, '"}'];
}

/** One server-sent event. */
export function event(data: unknown, name?: string): string {
  return `${name === undefined ? "" : `event: ${name}\n`}data: ${JSON.stringify(data)}\n\n`;
}

/** One event whose name is its type, as OpenAI's responses and Anthropic's messages send it. */
export function typed(data: { readonly type: string } & Readonly<Record<string, unknown>>): string {
  return event(data, data.type);
}
