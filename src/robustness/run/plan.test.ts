import { expect, test } from "vitest";
import { shortWalk, signSteps } from "../testing/attacks.ts";
import { parametersOf, planOf, type AttackRequest } from "./plan.ts";

const about = { attacks: [signSteps, shortWalk], range: [0, 255] as const };
const plan = (request: AttackRequest) => planOf(request, about);

test("a bounded attack gets a plan for each eps, a minimal one for all", () => {
  expect(plan({ attack: "test-steps", eps: [2, 4] }).map(({ eps }) => eps)).toEqual([[2], [4]]);
  expect(plan({ attack: "test-walk", eps: [2, 4] }).map(({ eps }) => eps)).toEqual([[2, 4]]);
});

test("without eps the usual one is taken, in the units of the inputs", () => {
  expect(plan({ attack: "test-steps" })[0]).toMatchObject({ eps: [8], norm: "linf" });
  expect(plan({ attack: "test-walk" })[0]).toMatchObject({ eps: [127.5], norm: "l2" });
});

test("what is said for all attacks is taken by those that know it", () => {
  const shared = { restarts: 5, steps: 7 };
  expect(plan({ attack: "test-steps", shared })[0]!.shown).toMatchObject({ restarts: 5, steps: 7 });
  expect(plan({ attack: "test-walk", shared })[0]!.shown).toEqual({ steps: 7 });
});

test.each<[AttackRequest, RegExp]>([
  [{ attack: "test-step" }, /there is no attack test-step/],
  [{ attack: "test-steps", norm: "l2" }, /does not work in l2/],
  [{ attack: "test-steps", norm: "l7" }, /no such norm/],
  [{ attack: "test-steps", eps: [0] }, /not a distance/],
  [{ attack: "test-steps", settings: { step: 3 } }, /has no parameter step$/],
  [{ attack: "test-steps", settings: { steps: "many" } }, /steps: /],
])("%o is refused", (request, message) => {
  expect(() => plan(request)).toThrow(message);
});

test("parameters are told with what they mean", () => {
  expect(parametersOf(signSteps)).toContainEqual({ name: "steps", about: "Steps.", fallback: "1" });
});
