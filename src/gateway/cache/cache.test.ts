import { expect, test } from "vitest";
import { somebody } from "../testing/running.ts";
import { cacheConfig, createAnswerCache } from "./cache.ts";

const request = (body: unknown) => ({ surface: "openai-chat", path: "/v1/chat/completions", body });
const answer = (body: string) => ({ status: 200, body, usage: undefined });

test("the same request of the same tenant and user has its answer, nobody else's", () => {
  let now = 0;
  const cache = createAnswerCache(cacheConfig.parse({}), () => now);
  cache.put(somebody, request({ a: 1, b: [2] }), answer("one"));
  expect(cache.get(somebody, request({ b: [2], a: 1 }))?.body).toBe("one");
  expect(cache.get(somebody, request({ a: 1, b: [3] }))).toBeUndefined();
  for (const other of [{ tenant: "t2" }, { user: "bob" }])
    expect(cache.get({ ...somebody, ...other }, request({ a: 1, b: [2] }))).toBeUndefined();
  expect(
    cache.get(somebody, { ...request({ a: 1, b: [2] }), surface: "openai-responses" }),
  ).toBeUndefined();
  now += 300_001;
  expect(cache.get(somebody, request({ a: 1, b: [2] }))).toBeUndefined();
});

test("it stays within its bytes, oldest first, and keeps no errors", () => {
  const cache = createAnswerCache(cacheConfig.parse({ "max-bytes": 10_000 }));
  for (let index = 0; index < 20; index++)
    cache.put(somebody, request(index), answer("x".repeat(1_000)));
  const kept = Array.from({ length: 20 }, (_, index) => index).filter(
    (index) => cache.get(somebody, request(index)) !== undefined,
  );
  expect(kept).toEqual([16, 17, 18, 19]);
  cache.put(somebody, request("large"), answer("x".repeat(5_000)));
  cache.put(somebody, request("error"), { ...answer("no"), status: 500 });
  expect(cache.get(somebody, request("large"))).toBeUndefined();
  expect(cache.get(somebody, request("error"))).toBeUndefined();
});
