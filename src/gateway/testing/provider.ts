import type { ServerResponse } from "node:http";
import { surfaceOf } from "../surfaces/index.ts";
import { protocols } from "./protocols/index.ts";
import type { Answered, ProtocolCase } from "./protocols/protocol-case.ts";
import { json, startUpstream, type Asked, type TestUpstream } from "./upstream.ts";

/** A server that speaks every protocol. */
export interface Provider extends TestUpstream {
  /** What it says from now on; `cut` gives the bytes of a stream in pieces of its own. */
  readonly says: (said: Answered, cut?: (wire: Buffer) => readonly Buffer[]) => void;
}

function wantsStream({ path, body }: Asked): boolean {
  if (path.includes("streamGenerateContent") || path.includes("stream=true")) return true;
  try {
    const { stream } = JSON.parse(body) as { readonly stream?: boolean };
    return stream ?? path.startsWith("/api/");
  } catch {
    return false;
  }
}

function caseOf(asked: Asked): ProtocolCase | undefined {
  const path = asked.path.split("?")[0]!;
  const isLegacy = asked.body.includes('"functions"');
  const isArray = asked.path.includes("streamGenerateContent") && !asked.path.includes("alt=sse");
  const name = surfaceOf(asked.body === "" ? "GET" : "POST", path)?.name;
  const found = protocols.filter(({ surface }) => surface === name);
  const wanted = found.find(
    (each) =>
      each.name.includes("(functions)") === isLegacy &&
      each.name.includes("(array)") === isArray &&
      each.name.includes("count tokens") === path.endsWith("/count_tokens"),
  );
  return wanted ?? found[0];
}

/** Starts the server on loopback. */
export async function startProvider(): Promise<Provider> {
  let said: Answered = { text: ["Hello."] };
  let cut: (wire: Buffer) => readonly Buffer[] = (wire) => [wire];
  const upstream = await startUpstream((asked, response) => {
    const protocol = caseOf(asked);
    if (protocol === undefined) {
      json(response, { error: { message: `no ${asked.path}` } }, 404);
      return;
    }
    if (!wantsStream(asked) || protocol.stream === undefined) {
      json(response, protocol.answer(said));
      return;
    }
    response.writeHead(200, { "content-type": protocol.contentType });
    void send(response, cut(Buffer.from(protocol.stream(said).join(""))));
  });
  return {
    ...upstream,
    says: (next, nextCut = (wire) => [wire]) => {
      said = next;
      cut = nextCut;
    },
  };
}

/** Each piece leaves as a packet of its own. */
async function send(response: ServerResponse, pieces: readonly Buffer[]): Promise<void> {
  response.socket?.setNoDelay(true);
  for (const piece of pieces) {
    if (response.destroyed) return;
    await new Promise<void>((resolve) => {
      response.write(piece, () => setImmediate(resolve));
    });
  }
  response.end();
}
