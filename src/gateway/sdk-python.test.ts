import { execFile, execFileSync } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { surfaces } from "./surfaces/index.ts";
import { startProvider, type Provider } from "./testing/provider.ts";
import { gatewayFor, upstreamAt, type TestGateway } from "./testing/running.ts";
import { wordGuard } from "./testing/word-guard.ts";

const python = join(import.meta.dirname, "../../.pavise/tools/bin/python");
const script = join(import.meta.dirname, "testing/clients.py");

function isThere(): boolean {
  try {
    execFileSync(python, ["-c", "import openai, anthropic"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const areThere = isThere();
const note = areThere ? "" : " (absent: scripts/ci-tools.sh installs openai and anthropic)";

type Said = Readonly<Record<string, unknown>>;

describe.skipIf(!areThere)(`openai and anthropic for Python${note}`, { timeout: 240_000 }, () => {
  let provider: Provider;
  let gateway: TestGateway;

  beforeAll(async () => {
    provider = await startProvider();
    gateway = await gatewayFor([upstreamAt(provider.url)], { surfaces, guard: wordGuard() });
  });

  afterAll(async () => {
    await gateway?.close();
    await provider?.close();
  });

  /** What the clients say of each call, by its name. */
  async function run(task: string): Promise<Readonly<Record<string, Said>>> {
    const { stdout } = await promisify(execFile)(python, [script, gateway.url, task]);
    const lines = stdout.trim().split("\n");
    return Object.fromEntries(
      lines.map((line) => {
        const { name, said } = JSON.parse(line) as { readonly name: string; readonly said: Said };
        return [name, said];
      }),
    );
  }

  test("answer and stream", async () => {
    provider.says({ text: ["Good ", "morning."] });
    const { embeddings, ...said } = await run("text");
    expect(embeddings).toEqual({ count: 2 });
    expect(Object.keys(said)).toHaveLength(8);
    for (const one of Object.values(said)) expect(one).toMatchObject({ text: "Good morning." });
  });

  test("call tools", async () => {
    provider.says({ argument: ["the wea", "ther"] });
    const { claude_whole: whole, claude_stream: stream, ...openai } = await run("calls");
    for (const one of [whole, stream]) expect(one?.["calls"]).toEqual([{ text: "the weather" }]);
    for (const one of Object.values(openai))
      expect(one["calls"]).toEqual(['{"text":"the weather"}']);
  });

  test("are told what was blocked, by their own errors and ends", async () => {
    provider.says({ text: ["Well, ", "what can I say, ", "it is ", "FOR", "BIDDEN", " here."] });
    const said = await run("blocked");
    const request = { error: "BadRequestError", status: 400 };
    expect(said["blocked_request"]).toMatchObject({ ...request, code: "guard_blocked" });
    expect(said["blocked_claude_request"]).toMatchObject(request);
    expect(said["chat_whole"]).toMatchObject({ code: "guard_blocked" });
    expect(said["responses_whole"]).toMatchObject({ code: "guard_blocked" });
    expect(said["chat_stream"]).toMatchObject({ reason: "content_filter" });
    expect(said["chat_stream"]?.["refusal"]).toMatch(/block/iu);
    expect(said["responses_stream"]).toMatchObject({
      last: "response.incomplete",
      reason: "content_filter",
    });
    for (const name of ["claude_whole", "claude_stream"])
      expect(said[name]?.["message"]).toMatch(/block/iu);
    expect(JSON.stringify(said)).not.toContain("BIDDEN");
  });
});
