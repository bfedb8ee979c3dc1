// TensorFlow Lite: a FlatBuffer with the schema `tensorflow/lite/schema/schema.fbs`. Its operators are
// built in, but for those that a library brings.
import type { ByteSource } from "../formats/bytes/source.ts";
import {
  FlatProblem,
  listField,
  rootTable,
  tableOf,
  textField,
} from "../formats/flatbuffers/read.ts";
import { operationThreat } from "./tensorflow.ts";
import { actLine, contradiction, type ListingLine } from "./listing.ts";

/** Operators that MediaPipe and TensorFlow's own library of support bring. */
const known =
  /^(?:TFLite_Detection_PostProcess|MaxPoolingWithArgmax2D|MaxUnpooling2D|Convolution2DTransposeBias|TransformTensorBilinear|TransformLandmarks|Landmarks2TransformMatrix|AudioSpectrogram|Mfcc|NumericVerify|RandomUniform|RandomStandardNormal|Multinomial|edgetpu-custom-op|ethos-u|TFSentencepieceTokenizeOp|NGrams)$/;
const maxOperators = 10_000;

/** The lines of a model. */
export function tfliteLines(source: ByteSource): readonly ListingLine[] {
  const names: string[] = [];
  let operators = 0;
  let problem: string | undefined;
  try {
    const codes = listField(rootTable(source), 1);
    operators = codes?.count ?? 0;
    if (codes !== undefined && operators <= maxOperators)
      for (let index = 0; index < operators; index++) {
        const name = textField(tableOf(codes, index), 1);
        if (name !== undefined) names.push(name.slice(0, 200));
      }
    else if (codes !== undefined) problem = `it says that it has ${operators} operators`;
  } catch (error) {
    if (!(error instanceof FlatProblem)) throw error;
    problem = error.message;
  }
  const lines: ListingLine[] = [{ text: `# TensorFlow Lite, ${operators} kinds of operators` }];
  for (const name of new Set(names)) {
    if (name === "" || known.test(name)) continue;
    const threat = name.startsWith("Flex") ? operationThreat(name.slice(4)) : undefined;
    if (threat !== undefined) {
      lines.push(
        actLine(`${name}(…)`, threat[0], `The operator ${name} of TensorFlow ${threat[1]}`),
      );
      continue;
    }
    const message = name.startsWith("Flex")
      ? `The operator ${name} needs TensorFlow itself, with all that it can do`
      : `The operator ${name} comes from a library that must be loaded`;
    lines.push({ text: `${name}(…)`, acts: [{ kind: "names-unknown", message }] });
  }
  if (problem !== undefined) lines.push(contradiction(problem));
  return lines;
}
