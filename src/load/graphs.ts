import { paged } from "../formats/bytes/paged.ts";
import type { ByteSource } from "../formats/bytes/source.ts";
import { coremlLines } from "./coreml.ts";
import { ggmlLines } from "./data-formats.ts";
import { executorchLines } from "./executorch.ts";
import { jsonModelLines } from "./json-models.ts";
import type { ListingLine } from "./listing.ts";
import { onnxLines } from "./onnx.ts";
import type { OwnNames } from "./own-names.ts";
import { paddleLines } from "./paddle.ts";
import type { SizeBeside } from "./places.ts";
import type { Content } from "./suffix.ts";
import { frozenGraphLines, kerasMetadataLines, savedModelLines } from "./tensorflow.ts";
import { tensorrtLines } from "./tensorrt.ts";
import { readTextModel } from "./text-models.ts";

/** The lines of a file, and what was not read of it. */
interface Graph {
  readonly lines: readonly ListingLine[];
  readonly unread?: string | undefined;
}

/** What graphs and other models do that hold nothing but themselves; undefined for every other file. */
export function graphOf(
  { source, member }: { readonly source: ByteSource; readonly member: string },
  given: {
    readonly content: Content | undefined;
    readonly path?: string;
    readonly isLate?: () => boolean;
    readonly sizeBeside?: SizeBeside;
    readonly own?: OwnNames;
  },
): Graph | undefined {
  const { content } = given;
  if (content === "executorch") return { lines: executorchLines(source) };
  if (content === "ggml") return { lines: ggmlLines(source) };
  if (content === "tensorrt") return tensorrtLines(source, given.isLate);
  // What lies beside an archive is not beside its members.
  const sizeBeside = member === "" ? given.sizeBeside : undefined;
  const lines = jsonModelLines(source, member, given.own) ?? messageLines(source);
  if (lines !== undefined) return { lines };
  return readTextModel(source, { path: given.path, sizeBeside });
}

/** Messages of Protocol Buffers have no magic number: they are what they can be read as. */
function messageLines(whole: ByteSource): readonly ListingLine[] | undefined {
  const source = paged(whole);
  const own = coremlLines(source) ?? paddleLines(source);
  if (own !== undefined) return own;
  const first = source.read(0, 1)[0];
  if (first === 0x08) return onnxLines(source) ?? savedModelLines(source);
  if (first === 0x12) return savedModelLines(source);
  if (first !== 0x0a) return undefined;
  return kerasMetadataLines(source) ?? frozenGraphLines(source);
}
