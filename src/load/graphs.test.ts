import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesOf } from "../formats/bytes/source.ts";
import { flatFile } from "./testing/flatbuffers.ts";
import { encode } from "./testing/messages.ts";
import { limits } from "./testing/pickles.ts";
import { tensorrtLines } from "./tensorrt.ts";
import { readTextModel } from "./text-models.ts";
import { traceLoad } from "./trace.ts";

const numbers = (...values: readonly number[]): Buffer =>
  Buffer.from(Uint32Array.from(values).buffer);
const engine = Buffer.concat([Buffer.from("ptrt"), numbers(0x60, 1, 0, 0, 0, 0), Buffer.alloc(64)]);
const network =
  '<net version="11"><layers><layer type="Const"><data offset="0" size="4"/></layer></layers></net>';

const files: readonly (readonly [name: string, bytes: Buffer])[] = [
  [
    "Core ML",
    encode([
      [1, 4],
      [2, [[1, [[1, "x"]]]]],
      [500, [[1, [[500, [[10, "E"]]]]]]],
    ]),
  ],
  [
    "PaddlePaddle",
    encode([
      [
        1,
        [
          [1, 0],
          [2, 0],
          [
            4,
            [
              [3, "relu"],
              [4, [[1, "file_path"]]],
            ],
          ],
        ],
      ],
    ]),
  ],
  [
    "ONNX",
    encode([
      [1, 8],
      [
        7,
        [
          [
            1,
            [
              [1, "s"],
              [4, "Tile"],
            ],
          ],
          [
            5,
            [
              [1, 2],
              [2, 7],
              [8, "s"],
            ],
          ],
        ],
      ],
    ]),
  ],
  [
    "ExecuTorch",
    flatFile("ET12", {
      fields: [
        0,
        [{ fields: ["f", undefined, [], undefined, undefined, [], [{ fields: ["a::b"] }]] }],
      ],
    }),
  ],
  ["TensorRT", engine],
  ["GGML", Buffer.concat([Buffer.from("fmgg"), numbers(1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 1, 1, 0, 1)])],
  ["OpenVINO", Buffer.from(network)],
  ["PIR", Buffer.from('{"base_code":{"magic":"pir"},"program":{"ops":[{"#":"3.a","A":[]}]}}')],
];

test.each(files)("%s: whatever is changed or cut off is read to its end", (_, bytes) => {
  const changes = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 6 });
  fc.assert(
    fc.property(changes, fc.nat(bytes.length), (changed, length) => {
      const file = Buffer.from(bytes);
      for (const [at, byte] of changed) file[at] = byte;
      const source = bytesOf(file.subarray(0, length));
      for (const { lines } of traceLoad(source, limits).parts)
        expect(lines.length).toBeGreaterThan(0);
      readTextModel(source, {});
    }),
    { numRuns: 1_000 },
  );
});

test("what was not looked at for lack of time is said", () => {
  const { unread } = tensorrtLines(bytesOf(engine), () => true);
  expect(unread).toBe("only its first 0 bytes were looked at");
});
