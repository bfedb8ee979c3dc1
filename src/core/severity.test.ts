import { describe, expect, test } from "vitest";
import {
  atLeast,
  audiences,
  confidences,
  confidentAtLeast,
  isFor,
  severities,
} from "./severity.ts";

test("the dials have these steps, from least to most", () => {
  expect(severities).toEqual(["info", "low", "medium", "high", "critical"]);
  expect(confidences).toEqual(["low", "medium", "high"]);
  expect(audiences).toEqual(["default", "pedantic", "audit"]);
});

describe("each step is at least itself and those below it", () => {
  test.each(severities.map((severity, index) => [severity, index] as const))(
    "severity %s",
    (severity, index) => {
      expect(severities.filter((threshold) => atLeast(severity, threshold))).toEqual(
        severities.slice(0, index + 1),
      );
    },
  );

  test.each(confidences.map((confidence, index) => [confidence, index] as const))(
    "confidence %s",
    (confidence, index) => {
      expect(confidences.filter((threshold) => confidentAtLeast(confidence, threshold))).toEqual(
        confidences.slice(0, index + 1),
      );
    },
  );
});

test("a wider audience sees what is meant for a narrower one, and not the other way round", () => {
  expect(
    audiences.map((reader) => audiences.filter((audience) => isFor(audience, reader))),
  ).toEqual([["default"], ["default", "pedantic"], ["default", "pedantic", "audit"]]);
});
