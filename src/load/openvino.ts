// OpenVINO: the network in XML, its weights in a file beside it. Layers of sets that are not OpenVINO's
// come from a library that is added by `Core.add_extension`; places in the weights are taken as they are
// by readers in C++.
import { attributesOf, eachTag, type XmlTag } from "../formats/xml/tags.ts";
import { actLine, contradiction, type ListingLine } from "./listing.ts";

/** Sets of operations that OpenVINO brings; networks before version 10 name none. */
const ownSets = /^(?:opset\d{1,2}|experimental|ie_internal_opset|type_relaxed_opset)?$/;
const library = /(?:^|[/\\])[^/\\\n]+\.(?:so(?:\.\d+)*|dll|dylib)$/i;
const maxTold = 50;

/** Bits of an element; of those that are not listed nothing is held against their size. */
const bits: Readonly<Record<string, number>> = {
  boolean: 8,
  bf16: 16,
  f16: 16,
  f32: 32,
  f64: 64,
  f8e4m3: 8,
  f8e5m2: 8,
  i4: 4,
  i8: 8,
  i16: 16,
  i32: 32,
  i64: 64,
  u1: 1,
  u2: 2,
  u4: 4,
  u8: 8,
  u16: 16,
  u32: 32,
  u64: 64,
};

interface Network {
  readonly lines: Map<string, ListingLine>;
  readonly weights: number | undefined;
  layer: string;
  layers: number;
  /** Elements of `rt_info` that are open. */
  infos: number;
}

/** The lines of a network; `weights` is the size of the file beside it, where that is known. */
export function openVinoLines(
  text: string,
  weights: number | undefined,
): readonly ListingLine[] | undefined {
  const network: Network = { lines: new Map(), weights, layer: "", layers: 0, infos: 0 };
  let root = "";
  let hasLayers = false;
  let version = "";
  eachTag(text, (tag) => {
    if (root === "") {
      root = tag.name;
      version = attributesOf(tag).get("version") ?? "";
    }
    hasLayers ||= tag.name === "layers";
    if (root === "net") read(network, tag);
  });
  if (root !== "net" || !hasLayers) return undefined;
  const title = `# OpenVINO network, version ${version.slice(0, 10)}, ${network.layers} layers`;
  return [{ text: title }, ...network.lines.values()];
}

function read(network: Network, tag: XmlTag): void {
  const { name, kind } = tag;
  if (name === "rt_info") network.infos += kind === "start" ? 1 : kind === "end" ? -1 : 0;
  if (kind === "end") return;
  if (name === "layer") layer(network, tag);
  else if (name === "data" && network.layer === "Const") place(network, tag);
  else if (name === "weights" || name === "biases") place(network, tag);
  if (network.infos > 0) info(network, tag);
}

function layer(network: Network, tag: XmlTag): void {
  network.layers++;
  const attributes = attributesOf(tag);
  network.layer = attributes.get("type") ?? "";
  const version = attributes.get("version") ?? "";
  if (ownSets.test(version)) return;
  const name = `${version}.${network.layer}`.slice(0, 100);
  const message = `The layer ${name} comes from a library that must be loaded`;
  tell(network, actLine(`${name}(…)`, "names-unknown", message));
}

/** Where the numbers of a layer stand in the file of weights. */
function place(network: Network, tag: XmlTag): void {
  const attributes = attributesOf(tag);
  const [offset, size] = ["offset", "size"].map((key) => attributes.get(key));
  if (offset === undefined && size === undefined) return;
  if (!isCount(offset) || !isCount(size)) {
    const shown = `${JSON.stringify(offset?.slice(0, 40))}, ${JSON.stringify(size?.slice(0, 40))}`;
    tell(network, contradiction(`weights are taken from ${shown}, which is no place`));
    return;
  }
  const end = Number(offset) + Number(size);
  if (network.weights !== undefined && end > network.weights)
    tell(
      network,
      contradiction(`weights are taken up to ${end} of ${network.weights} bytes beside it`),
      "weights",
    );
  const needed = bytesOf(attributes);
  if (needed !== undefined && needed > Number(size))
    tell(network, contradiction(`${size} bytes are taken for numbers that need ${needed}`));
}

/** A count that C++ and JavaScript both take for what it is. */
function isCount(text: string | undefined): text is string {
  return text !== undefined && /^\d{1,16}$/.test(text) && Number.isSafeInteger(Number(text));
}

/** The bytes that a shape needs; undefined where they are not known. */
function bytesOf(attributes: ReadonlyMap<string, string>): number | undefined {
  const width = bits[attributes.get("element_type") ?? ""];
  const shape = attributes.get("shape");
  if (width === undefined || shape === undefined || !/^[\d\s,]*$/.test(shape)) return undefined;
  const sizes = shape.split(",").map((each) => each.trim());
  const elements = sizes.reduce((all, each) => (each === "" ? all : all * Number(each)), 1);
  return Math.ceil((elements * width) / 8);
}

function info(network: Network, tag: XmlTag): void {
  for (const value of attributesOf(tag).values()) {
    if (!library.test(value)) continue;
    const shown = JSON.stringify(value.slice(0, 200));
    const message = `What is said of the network names the library ${shown}`;
    tell(network, actLine(`rt_info: ${shown}`, "names-unknown", message));
  }
}

function tell({ lines }: Network, line: ListingLine, key = line.text): void {
  if (lines.size < maxTold && !lines.has(key)) lines.set(key, line);
}
