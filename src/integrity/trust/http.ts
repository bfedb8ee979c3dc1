import { messageOf, PaviseError } from "../../core/index.ts";

/** A request to a service that helps to sign. */
export interface ServiceRequest {
  readonly url: string;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Who is asked, for messages. */
  readonly who: string;
}

const timeoutMs = 20_000;
const maxAnswer = 1024 * 1024;
const attempts = 3;

function failed(who: string, message: string, cause?: unknown): PaviseError {
  return new PaviseError("service-failed", `${who}: ${message}`, {
    hint: "Look whether it can be reached from here, and whether the address is right.",
    cause,
  });
}

/** Reads an answer up to a limit: a service may be anybody's. */
async function readAll(response: Response, who: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > maxAnswer) throw failed(who, `its answer is larger than ${maxAnswer} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/**
 * Asks a service, again after a moment where it is busy. Nothing is followed to another place, and no
 * message holds what was sent. Throws `service-failed` and `usage`.
 */
export async function ask(request: ServiceRequest): Promise<Buffer> {
  const { url, method = "POST", headers, body, who } = request;
  const address = URL.canParse(url) ? new URL(url) : undefined;
  const isLocal = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(address?.hostname ?? "");
  if (address?.protocol !== "https:" && !(address?.protocol === "http:" && isLocal))
    throw new PaviseError("usage", `${who}: ${url.slice(0, 200)} is no https address`, {
      hint: "Only services on this machine are asked by http.",
    });
  for (let attempt = 1; ; attempt++) {
    let response: Response;
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      response = await fetch(address, { method, headers, body, signal, redirect: "error" });
      const answer = await readAll(response, who);
      if (response.ok) return answer;
      const isBusy = response.status === 429 || response.status >= 500;
      if (!isBusy || attempt >= attempts)
        throw failed(who, `it answers ${response.status}: ${said(answer)}`);
    } catch (error) {
      if (error instanceof PaviseError) throw error;
      const { cause } = error as { readonly cause?: unknown };
      if (attempt >= attempts) throw failed(who, messageOf(cause ?? error), error);
    }
    await new Promise((resolve) => setTimeout(resolve, 300 * attempt));
  }
}

/** The beginning of an answer, in one line. */
function said(answer: Buffer): string {
  const text = answer.subarray(0, 300).toString("utf8");
  return text.replaceAll(/[^\x20-\x7e]+/g, " ").trim();
}

/** Asks for JSON. Throws what `ask` throws. */
export async function askJson(request: ServiceRequest): Promise<unknown> {
  const answer = await ask(request);
  try {
    return JSON.parse(answer.toString()) as unknown;
  } catch (error) {
    throw failed(request.who, "its answer is no JSON", error);
  }
}
