import { expect, test } from "vitest";
import { createPace, eachAtOnce, type Attempt } from "./pace.ts";

const done = <T>(value: T): Attempt<T> => ({ kind: "done", value });

test("never more at once than it may", async () => {
  const pace = createPace({ concurrency: 3, perSecond: 100_000 });
  let now = 0;
  let most = 0;
  const calls = Array.from({ length: 50 }, (_, at) =>
    pace.run(`service ${at % 5}`, async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 2));
      now--;
      return done(at);
    }),
  );
  expect(await Promise.all(calls)).toEqual(Array.from({ length: 50 }, (_, at) => at));
  expect(most).toBe(3);
});

test("never faster than it may, each service for itself", async () => {
  const pace = createPace({ perSecond: 50 });
  const started = performance.now();
  const times: number[] = [];
  await Promise.all(
    Array.from({ length: 90 }, () =>
      pace.run("a", () => {
        times.push(performance.now() - started);
        return Promise.resolve(done(0));
      }),
    ),
  );
  // 50 at once, as the bucket is full, and then no faster than the rate, which grows a little.
  expect(times.filter((time) => time < 100).length).toBeLessThanOrEqual(65);
  expect(times.at(-1)).toBeGreaterThan(250);
});

test("slows down when it is told to, and waits as long as the server says", async () => {
  const pace = createPace({ perSecond: 1_000, firstWaitMs: 1, tries: 3 });
  let count = 0;
  const started = performance.now();
  const value = await pace.run("a", () => {
    count++;
    return Promise.resolve<Attempt<string>>(
      count < 3 ? { kind: "again", value: "no", isThrottled: true, waitMs: 100 } : done("yes"),
    );
  });
  expect(value).toBe("yes");
  expect(performance.now() - started).toBeGreaterThan(190);
});

test("gives back what came last when there are no tries left", async () => {
  const pace = createPace({ tries: 2, firstWaitMs: 1 });
  const again: Attempt<string> = { kind: "again", value: "no", isThrottled: false };
  expect(await pace.run("a", () => Promise.resolve(again))).toBe("no");
});

test("a call that throws gives its place back", async () => {
  const pace = createPace({ concurrency: 1 });
  await expect(pace.run("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await pace.run("a", () => Promise.resolve(done(1)))).toBe(1);
});

test("the first error ends the work on the rest", async () => {
  const worked: number[] = [];
  const work = async (item: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    worked.push(item);
    if (item === 3) throw new Error("three");
  };
  const items = Array.from({ length: 100 }, (_, at) => at);
  await expect(eachAtOnce(items, { atOnce: 2, work })).rejects.toThrow("three");
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(worked.length).toBeLessThan(8);
});
