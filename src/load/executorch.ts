// ExecuTorch: FlatBuffers of `schema/program.fbs`, with an own header after the first bytes
// (`schema/extended_header.h`) and segments behind it; in a bundle, `bundled_program_schema.fbs`.
// Delegates get a part of the program as bytes of their own, and some of them load a library from it.
import type { ByteSource } from "../formats/bytes/source.ts";
import {
  FlatProblem,
  listField,
  numberField,
  rootTable,
  tableField,
  tableOf,
  textField,
  type FlatList,
  type FlatTable,
} from "../formats/flatbuffers/read.ts";
import { actLine, contradiction, type ListingLine } from "./listing.ts";
import { nativeKind } from "./native.ts";

/** Delegates that ExecuTorch itself brings. */
const ownDelegates =
  /^(?:Xnnpack|CoreML|CoreAI|Qnn|Vulkan|EthosU|Arm|TOSA|Vgf|MPS|Neutron|Openvino|Enn|Cuda|Metal|Aoti|Neuropilot|MLX|Native|CadenceExecutorch)Backend$/;
/** Libraries of operators that PyTorch and ExecuTorch themselves bring. */
const ownLibraries =
  /^(?:aten|prim|executorch\w*|quantized|quantized_decomposed|dim_order_ops|llama|cadence|cortex_m|channels_last|et_copy|et_vk|preprocess|qnn_custom|tosa\w*|torchao|torchvision|mlx|dlrm\w*|higher_order)$/;

const maxElements = 100_000;
const maxTold = 50;

/** True for the identifiers of a program and of a bundle. */
export function isExecutorch(head: Buffer): boolean {
  return /^(?:ET|BP)\d\d$/.test(head.toString("latin1", 4, 8));
}

/** The lines of a program. */
export function executorchLines(source: ByteSource): readonly ListingLine[] {
  const lines: ListingLine[] = [];
  const say = (line: ListingLine): void => {
    if (lines.length < maxTold && lines.every(({ text }) => text !== line.text)) lines.push(line);
  };
  let methods = 0;
  try {
    const program = programOf(source);
    const base = extendedHeader(program, say);
    const root = rootTable(program);
    const plans = listField(root, 1);
    methods = plans?.count ?? 0;
    for (const plan of tablesOf(plans)) {
      for (const operator of tablesOf(listField(plan, 6))) operatorLine(operator, say);
      for (const delegate of tablesOf(listField(plan, 7))) delegateLine(delegate, root, say);
    }
    segmentLines(listField(root, 4), { program, base, say });
    for (const data of tablesOf(listField(root, 3))) nativeLine(listField(data, 0, 1), say);
  } catch (error) {
    if (!(error instanceof FlatProblem)) throw error;
    say(contradiction(error.message));
  }
  return [{ text: `# ExecuTorch program, ${methods} methods` }, ...lines];
}

type Say = (line: ListingLine) => void;

/** The program itself, which a bundle holds together with its tests. */
function programOf(source: ByteSource): ByteSource {
  if (source.read(4, 2).toString("latin1") !== "BP") return source;
  const bytes = listField(rootTable(source), 2, 1);
  if (bytes === undefined) throw new FlatProblem("it bundles no program");
  const { at, count } = bytes;
  return {
    size: count,
    read: (from, length) => source.read(at + from, Math.max(0, Math.min(length, count - from))),
  };
}

function tablesOf(list: FlatList | undefined): readonly FlatTable[] {
  if (list === undefined) return [];
  if (list.count > maxElements) throw new FlatProblem(`a list of it has ${list.count} elements`);
  return Array.from({ length: list.count }, (_, index) => tableOf(list, index));
}

/** Where its segments begin; what its header says must fit into the file. */
function extendedHeader(program: ByteSource, say: Say): number {
  const header = program.read(8, 32);
  if (header.toString("latin1", 0, 4) !== "eh00" || header.length < 24) return 0;
  const size = Number(header.readBigUInt64LE(8));
  const base = Number(header.readBigUInt64LE(16));
  const hasLength = header.readUInt32LE(4) >= 32 && header.length >= 32;
  const length = hasLength ? Number(header.readBigUInt64LE(24)) : 0;
  if (size > program.size) say(contradiction(`its header says that it has ${size} bytes`));
  if (base + length > program.size) say(contradiction("its segments end behind its end"));
  return base;
}

function operatorLine(operator: FlatTable, say: Say): void {
  const name = textField(operator, 0) ?? "";
  const [library = "", ...rest] = name.split("::");
  if (rest.length === 0 || ownLibraries.test(library)) return;
  const shown = name.slice(0, 100);
  const message = `The operator ${shown} comes from a library that must be loaded`;
  say(actLine(`${shown}(…)`, "names-unknown", message));
}

function delegateLine(delegate: FlatTable, root: FlatTable, say: Say): void {
  const id = textField(delegate, 0) ?? "";
  const shown = JSON.stringify(id.slice(0, 100));
  if (!ownDelegates.test(id)) {
    const message = `A part of it is handed to ${shown}, which a library must bring`;
    say(actLine(`delegate ${shown}`, "names-unknown", message));
  }
  const place = tableField(delegate, 1);
  if (place === undefined) return;
  const isSegment = numberField(place, 0, 1) === 1;
  const index = numberField(place, 1, 4);
  if (index >= (listField(root, isSegment ? 4 : 3)?.count ?? 0))
    say(contradiction(`the delegate ${shown} takes data that are not there`));
}

function segmentLines(
  segments: FlatList | undefined,
  {
    program,
    base,
    say,
  }: { readonly program: ByteSource; readonly base: number; readonly say: Say },
): void {
  for (const segment of tablesOf(segments)) {
    const at = base + numberField(segment, 0, 8);
    const count = numberField(segment, 1, 8);
    if (at + count > program.size) say(contradiction("a segment of it ends behind its end"));
    else nativeLine({ source: program, at, count }, say);
  }
}

/** The delegates of AOTInductor write a library to a folder and load it. */
function nativeLine(data: FlatList | undefined, say: Say): void {
  if (data === undefined) return;
  const what = nativeKind(data.source.read(data.at, Math.min(64, data.count)));
  if (what === undefined) return;
  const message = `The data of a delegate are machine code (${what})`;
  say(actLine(`delegate data at ${data.at}: ${what}`, "native", message));
}
