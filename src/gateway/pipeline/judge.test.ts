import { afterEach, describe, expect, it } from "vitest";
import type { JudgeSettings } from "../config/config.ts";
import { gatewayFor, upstreamAt } from "../testing/running.ts";
import { json, startUpstream, type TestUpstream } from "../testing/upstream.ts";
import { openJudge } from "./model-judge.ts";
import { tolerantGuard } from "./tolerant-guard.ts";
import { wordGuard } from "../testing/word-guard.ts";

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function judging(
  answers: TestUpstream | string,
  other: Partial<JudgeSettings> = {},
): Promise<{
  ask: (stream: boolean) => Promise<[number, string]>;
  asked: () => readonly string[];
}> {
  const model =
    typeof answers === "string"
      ? await startUpstream((_asked, response) =>
          json(response, { choices: [{ message: { content: answers } }] }),
        )
      : answers;
  const event = (delta: object): string => `data: ${JSON.stringify({ choices: [{ delta }] })}\n\n`;
  const upstream = await startUpstream(({ body }, response) => {
    if (!body.includes('"stream":true'))
      return json(response, { choices: [{ message: { content: "the whole answer" } }] });
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.end(
      `${event({ content: "the whole " })}${event({ content: "answer" })}data: [DONE]\n\n`,
    );
    return undefined;
  });
  const judge = openJudge({
    url: new URL("/v1", model.url),
    model: "judge",
    key: "k",
    isPrivate: true,
    reads: { input: false, output: true },
    prompt: undefined,
    timeoutMs: 300,
    onFailure: "closed",
    ...other,
  });
  const gateway = await gatewayFor([upstreamAt(upstream.url)], { judge });
  open.push(gateway, judge, upstream, model);
  return {
    asked: () => model.asked.map(({ body }) => body),
    ask: async (stream) => {
      const messages = [{ role: "user", content: "the question" }];
      const body = JSON.stringify({ model: "m", messages, stream });
      const response = await fetch(`${gateway.url}/v1/chat/completions`, { method: "POST", body });
      return [response.status, await response.text()];
    },
  };
}

describe("a second model that judges", () => {
  it("reads answers whole, also streamed ones, before any of it leaves", async () => {
    for (const stream of [false, true]) {
      const well = await judging("ALLOW");
      expect((await well.ask(stream))[0]).toBe(200);
      expect(well.asked()[0]).toContain("the whole answer");
      const badly = await judging("Block.");
      const [status, said] = await badly.ask(stream);
      expect([status, said]).toEqual([400, expect.stringContaining("guard_blocked")]);
      expect(said).not.toContain("whole");
    }
  });

  it("reads requests where it is told to", async () => {
    const { ask, asked } = await judging("BLOCK", { reads: { input: true, output: false } });
    expect((await ask(false))[0]).toBe(400);
    expect(asked()[0]).toContain("the question");
  });

  it.each([["I would say: ALLOW or BLOCK"], ["yes"], [""]])(
    "has not judged with %j: an error, closed or open",
    async (said) => {
      const closed = await judging(said);
      expect(await closed.ask(false)).toEqual([503, expect.stringContaining("judge_failed")]);
      const opened = await judging(said, { onFailure: "open" });
      expect((await opened.ask(true))[0]).toBe(200);
    },
  );

  it("fails where it does not answer", async () => {
    const { ask } = await judging(await startUpstream(() => undefined));
    expect(await ask(true)).toEqual([503, expect.stringContaining("judge_failed")]);
  });
});

describe("a guard that may fail", () => {
  it("lets through what it fails on, and what it had held", () => {
    const heard: unknown[] = [];
    let turn = 0;
    const guard = tolerantGuard(
      {
        ...wordGuard(),
        input: () => {
          throw new Error("broken");
        },
        stream: () => {
          const inner = wordGuard().stream();
          return {
            ...inner,
            push: (piece) => {
              if (turn++ > 0) throw new Error("broken");
              return inner.push(piece);
            },
          };
        },
      },
      (error) => void heard.push(error),
    );
    expect(guard.input("FORBIDDEN", "user").verdict).toBe("allow");
    const stream = guard.stream();
    expect(stream.push("abc").settled).toBe(0);
    expect(stream.push("def").settled).toBe(6);
    expect(stream.push("ghi").settled).toBe(9);
    expect(stream.end().settled).toBe(9);
    expect(heard).toHaveLength(2);
  });
});
