// TensorFlow Lite: a FlatBuffer with the schema `tensorflow/lite/schema/schema.fbs`. Its operators are
// built in, but for those that a library brings.
import type { ByteSource } from "../formats/bytes/source.ts";
import type { ListingLine } from "./listing.ts";

/** Operators that MediaPipe and TensorFlow's own library of support bring. */
const known =
  /^(?:TFLite_Detection_PostProcess|MaxPoolingWithArgmax2D|MaxUnpooling2D|Convolution2DTransposeBias|TransformTensorBilinear|TransformLandmarks|Landmarks2TransformMatrix|AudioSpectrogram|Mfcc|NumericVerify|RandomUniform|RandomStandardNormal|Multinomial|edgetpu-custom-op|ethos-u|TFSentencepieceTokenizeOp|NGrams)$/;
const maxOperators = 10_000;

class Stop extends Error {}

interface Table {
  readonly at: number;
  readonly fields: readonly number[];
}

/** The lines of a model. */
export function tfliteLines(source: ByteSource): readonly ListingLine[] {
  const names: string[] = [];
  let operators = 0;
  let problem: string | undefined;
  try {
    const model = table(source, uint(source, 0));
    const codes = model.fields[1];
    if (codes !== undefined && codes !== 0) {
      const vector = indirect(source, model.at + codes);
      operators = uint(source, vector);
      if (operators > maxOperators) throw new Stop(`it says that it has ${operators} operators`);
      for (let index = 0; index < operators; index++) {
        const code = table(source, indirect(source, vector + 4 + 4 * index));
        const custom = code.fields[1];
        if (custom === undefined || custom === 0) continue;
        names.push(text(source, indirect(source, code.at + custom)));
      }
    }
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    problem = error.message;
  }
  const lines: ListingLine[] = [{ text: `# TensorFlow Lite, ${operators} kinds of operators` }];
  for (const name of new Set(names)) {
    if (name === "" || known.test(name)) continue;
    const message = name.startsWith("Flex")
      ? `The operator ${name} needs TensorFlow itself, with all that it can do`
      : `The operator ${name} comes from a library that must be loaded`;
    lines.push({ text: `${name}(…)`, acts: [{ kind: "names-unknown", message }] });
  }
  if (problem !== undefined)
    lines.push({
      text: `# ${problem}`,
      acts: [{ kind: "contradicts", message: `It contradicts its format: ${problem}` }],
    });
  return lines;
}

function uint(source: ByteSource, at: number): number {
  const bytes = source.read(at, 4);
  if (bytes.length < 4) throw new Stop("a part of it lies behind its end");
  return bytes.readUInt32LE(0);
}

function indirect(source: ByteSource, at: number): number {
  return at + uint(source, at);
}

/** A table with the offsets of its fields from its beginning; 0 where one is not there. */
function table(source: ByteSource, at: number): Table {
  const bytes = source.read(at, 4);
  if (bytes.length < 4) throw new Stop("a part of it lies behind its end");
  const virtual = at - bytes.readInt32LE(0);
  const size = source.read(virtual, 2);
  if (virtual < 0 || size.length < 2) throw new Stop("a table of it lies nowhere");
  const offsets = source.read(virtual + 4, Math.max(0, size.readUInt16LE(0) - 4));
  const fields: number[] = [];
  for (let index = 0; index + 2 <= offsets.length; index += 2)
    fields.push(offsets.readUInt16LE(index));
  return { at, fields };
}

function text(source: ByteSource, at: number): string {
  const length = uint(source, at);
  return source.read(at + 4, Math.min(length, 200)).toString("utf8");
}
