import { createHmac } from "node:crypto";
import type { ToolPolicyConfig } from "./rules.ts";

/** What a person is asked. */
export interface ApprovalRequest {
  readonly tool: string;
  readonly arguments: unknown;
  readonly reason: string;
  readonly tenant: string;
  readonly user: string | undefined;
  readonly session: string;
  /** Paths of arguments that came out of untrusted text. */
  readonly tainted: readonly string[];
}

/** Asks a person. Rejects where nobody could be asked. */
export type Approve = (request: ApprovalRequest) => Promise<boolean>;

/** Bytes of an answer that are read. */
const maxAnswer = 64 * 1024;

/** Asks by POST. Anything but status 200 with `{"approved": true}` is a no. */
export function approveByUrl(config: NonNullable<ToolPolicyConfig["approval"]>): Approve {
  return async (request) => {
    const body = JSON.stringify(request);
    const signature =
      config.secret === undefined
        ? {}
        : {
            "x-pavise-signature": `sha256=${createHmac("sha256", config.secret).update(body).digest("hex")}`,
          };
    const answer = await fetch(config.url, {
      method: "POST",
      headers: { "content-type": "application/json", ...signature },
      body,
      redirect: "error",
      signal: AbortSignal.timeout(config["timeout-ms"]),
    });
    if (answer.status !== 200) {
      await answer.body?.cancel();
      return false;
    }
    let text = "";
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      if (text.length > maxAnswer) return false;
    }
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null && "approved" in parsed
      ? parsed.approved === true
      : false;
  };
}
