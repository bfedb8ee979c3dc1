import fc from "fast-check";
import { expect, test } from "vitest";
import { readOnnxInterface } from "./interface.ts";
import { onnxOf } from "./testing/onnx.ts";

const read = (bytes: Buffer) =>
  readOnnxInterface({
    size: bytes.length,
    read: (at, length) => bytes.subarray(at, at + length),
  });

const whole = onnxOf({
  producer: "pytorch",
  opset: 17,
  inputs: [
    ["input_ids", 7, ["batch", 128]],
    ["weight", 1, [3, 4]],
    ["scalar", 10, []],
  ],
  outputs: [["logits", 1, ["batch", 2]]],
  initializers: ["weight"],
});

test("inputs and outputs with their types and shapes, without the weights", () => {
  expect(read(whole)).toEqual({
    inputs: ["input_ids: int64[batch, 128]", "scalar: float16[]"],
    outputs: ["logits: float[batch, 2]"],
    producer: "pytorch",
    irVersion: 3,
    opset: 17,
    isBroken: false,
  });
});

test("is total, whatever is cut off or changed", () => {
  for (let length = 0; length < whole.length; length++) read(whole.subarray(0, length));
  expect(read(whole.subarray(0, whole.length - 3)).isBroken).toBe(true);
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
      const changed = Buffer.from(whole);
      changed[at] = byte;
      expect(read(changed).inputs.length).toBeLessThanOrEqual(1000);
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      read(Buffer.from(bytes));
    }),
  );
});
