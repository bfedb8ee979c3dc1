import type { Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Refusal } from "../surface.ts";
import type { UpstreamAnswer } from "../upstreams/call.ts";
import { badUpstream } from "./refusals.ts";

const unpackers: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Chunks of an answer one at a time; `resume` and `pause` keep the upstream at the client's pace. */
export interface Source {
  readonly pause: () => void;
  readonly resume: () => void;
}

/** Who hears them. */
export interface Ears {
  readonly data: (chunk: Buffer) => void;
  readonly end: () => void;
  readonly fail: (refusal: Refusal) => void;
}

const brokeOff: Refusal = {
  status: 502,
  code: "upstream_failed",
  message: "The model's server broke off.",
};
const tookTooLong: Refusal = {
  status: 504,
  code: "upstream_timeout",
  message: "The model's server did not go on in time.",
};

/** Hears an answer, unpacked where it came packed in spite of what was asked. */
export function listen(answer: UpstreamAnswer, ears: Ears): Source {
  const coding = String(answer.headers["content-encoding"] ?? "identity").toLowerCase();
  const fail = (kind: string): void => ears.fail(kind === "timeout" ? tookTooLong : brokeOff);
  if (coding === "identity") {
    answer.read({ data: ears.data, end: ears.end, error: ({ kind }) => fail(kind) });
    return answer;
  }
  const unpacker = Object.hasOwn(unpackers, coding) ? unpackers[coding]!() : undefined;
  if (unpacker === undefined) {
    answer.cancel();
    ears.fail(badUpstream);
    return answer;
  }
  unpacker.on("data", ears.data);
  unpacker.on("end", ears.end);
  unpacker.on("error", () => ears.fail(badUpstream));
  unpacker.on("drain", answer.resume);
  answer.read({
    data: (chunk) => {
      if (!unpacker.write(chunk)) answer.pause();
    },
    end: () => unpacker.end(),
    error: ({ kind }) => fail(kind),
  });
  return { pause: () => unpacker.pause(), resume: () => unpacker.resume() };
}
