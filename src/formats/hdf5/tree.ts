// B-trees of version 2: "HDF5 File Format Specification Version 3.0", III.A.2.
import { fieldsAt, Stop, type FieldReader, type File } from "./file.ts";

/** Records of one tree that are read. */
const maxRecords = 100_000;
const maxNode = 1024 * 1024;
/** The signature, two bytes of kind, and a checksum. */
const overhead = 10;

/** So many bytes hold numbers up to one. */
function widthOf(most: number): number {
  return Math.max(1, Math.ceil(Math.log2(most + 1) / 8));
}

interface Node {
  readonly address: number;
  readonly depth: number;
  readonly records: number;
}

/** All records of a tree, in no order. Throws `Stop`. */
export function recordsOf(file: File, address: number, type: number): readonly Buffer[] {
  const { wide, long } = file;
  const head = fieldsAt(file, address, { letters: "BTHD", length: 16 + wide + 2 + long });
  head.take(1);
  if (head.number(1) !== type) throw new Stop("a tree in it is of another kind");
  const [nodeSize, size, depth] = [head.number(4), head.number(2), head.number(2)];
  head.take(2);
  const root = { address: head.number(wide), depth, records: head.number(2) };
  if (nodeSize > maxNode || nodeSize < overhead || size === 0 || depth > 16)
    throw new Stop("a tree in it has odd measures");
  const widths = pointerWidths({ nodeSize, size, depth, wide });

  const found: Buffer[] = [];
  const stack: Node[] = head.number(long) === 0 ? [] : [root];
  for (let nodes = 0; stack.length > 0; nodes++) {
    const node = stack.pop()!;
    if (found.length + node.records > maxRecords || nodes > maxRecords)
      throw new Stop(`a tree in it has more than ${maxRecords} records`);
    const letters = node.depth === 0 ? "BTLF" : "BTIN";
    const fields = fieldsAt(file, node.address, { letters, length: nodeSize });
    fields.take(2);
    for (let index = 0; index < node.records; index++) found.push(fields.take(size));
    if (node.depth > 0) stack.push(...childrenOf(fields, node, { wide, widths }));
  }
  return found;
}

interface Widths {
  /** Of the number of records of a child. */
  readonly count: number;
  /** Of that of all below it, by its depth. */
  readonly sums: readonly number[];
}

function pointerWidths(tree: {
  readonly nodeSize: number;
  readonly size: number;
  readonly depth: number;
  readonly wide: number;
}): Widths {
  const leaf = Math.floor((tree.nodeSize - overhead) / tree.size);
  const count = widthOf(leaf);
  const sums = [0];
  let all = leaf;
  for (let depth = 1; depth < tree.depth; depth++) {
    const pointer = tree.wide + count + sums[depth - 1]!;
    const most = Math.floor((tree.nodeSize - overhead - pointer) / (tree.size + pointer));
    all = (most + 1) * all + most;
    sums.push(widthOf(all));
  }
  return { count, sums };
}

function childrenOf(
  fields: FieldReader,
  { depth, records }: Node,
  { wide, widths }: { readonly wide: number; readonly widths: Widths },
): readonly Node[] {
  return Array.from({ length: records + 1 }, () => {
    const address = fields.number(wide);
    const count = fields.number(widths.count);
    fields.take(widths.sums[depth - 1]!);
    return { address, depth: depth - 1, records: count };
  });
}
