import { describe, expect, test } from "vitest";
import { apart, noise, nodeOf, numbers } from "./testing/same.ts";

const modes = ["linear", "nearest", "cubic"];
const paddings = ["zeros", "border", "reflection"];

describe("GridSample", () => {
  const cases = modes.flatMap((mode) =>
    paddings.flatMap((padding_mode) =>
      [0, 1].map((align_corners) => ({ mode, padding_mode, align_corners })),
    ),
  );
  test.each(cases)("is the same as the runtime's: %j", async (attributes) => {
    const { gap } = await apart({
      nodes: [nodeOf("GridSample", [["x", "grid"], ["y"]], attributes)],
      inputs: { x: noise([2, 3, 5, 4], 1), grid: noise([2, 6, 7, 2], 2, 1.1) },
      outputs: ["y"],
    });
    expect(gap).toBeLessThan(1e-5);
  });

  test.each(paddings)("in a volume, outside as %s", async (padding_mode) => {
    const { gap } = await apart({
      nodes: [nodeOf("GridSample", [["x", "grid"], ["y"]], { padding_mode })],
      inputs: { x: noise([2, 2, 3, 4, 5], 1), grid: noise([2, 2, 3, 4, 3], 2, 0.9) },
      outputs: ["y"],
    });
    expect(gap).toBeLessThan(1e-5);
  });
});

describe("AffineGrid", () => {
  test.each([
    { size: [2, 3, 4, 5], align_corners: 0 },
    { size: [2, 3, 4, 5], align_corners: 1 },
    { size: [2, 3, 4, 5, 2], align_corners: 0 },
    { size: [2, 3, 4, 5, 2], align_corners: 1 },
  ])("is the same as the runtime's: %j", async ({ size, align_corners }) => {
    const axes = size.length - 2;
    const { gap } = await apart({
      nodes: [nodeOf("AffineGrid", [["theta", "size"], ["y"]], { align_corners })],
      inputs: { theta: noise([2, axes, axes + 1], 1) },
      constants: { size: numbers("int64", [size.length], size) },
      outputs: ["y"],
    });
    expect(gap).toBeLessThan(1e-6);
  });
});
