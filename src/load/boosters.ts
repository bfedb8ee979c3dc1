// XGBoost and CatBoost, in their own binary forms.
import { walkUbjson } from "../formats/ubjson/walk.ts";
import type { ByteSource } from "../formats/bytes/source.ts";
import type { DataModel } from "./data-model.ts";
import { lettersIn, payloadsIn } from "./letters.ts";
import type { ListingLine } from "./listing.ts";

function contradiction(message: string): ListingLine {
  const act = { kind: "contradicts", message: `It contradicts its format: ${message}` } as const;
  return { text: `# ${message}`, acts: [act] };
}

/** What the outermost object of XGBoost begins with; its keys are sorted, if not those of others. */
const firstKey = /^\{(?:L\0{7}|l\0{3}|I\0|[iU])[^](?:learner|version|Config|Model)[{[]/;

/** XGBoost in UBJSON, which it writes by default since 2.1. */
export function xgboostModel(source: ByteSource, head: Buffer): DataModel | undefined {
  if (!firstKey.test(head.toString("latin1", 0, 32))) return undefined;
  const { keys, pieces, nodes, limit, problem, end } = walkUbjson(source);
  const lines: ListingLine[] = [
    { text: `# XGBoost, UBJSON with ${nodes} things: ${keys.join(", ").slice(0, 100)}` },
  ];
  if (problem !== undefined) lines.push(contradiction(problem));
  else if (limit === undefined && end !== source.size)
    lines.push(contradiction(`${source.size - end} bytes follow its end`));
  const texts = pieces.filter(({ length }) => length >= 16 && length < 16 * 1024 * 1024);
  const found = payloadsIn(source, texts);
  return { lines, payloads: found.payloads, unread: limit ?? found.unread };
}

/** Parameters of the learner, then the names of the objective and of the booster. */
const parameters = 136;

/** XGBoost before 3.1, in a form of its own: `LearnerModelParamLegacy` and what follows. */
export function legacyXgboostModel(source: ByteSource, head: Buffer): DataModel | undefined {
  const from = (head.toString("latin1", 0, 4) === "binf" ? 4 : 0) + parameters;
  const objective = nameAt(head, from);
  const booster = objective === undefined ? undefined : nameAt(head, objective.end);
  if (objective === undefined || !/^[a-z]{2,12}:[a-z0-9_]+$/.test(objective.name)) return undefined;
  if (!/^(?:gbtree|gblinear|dart)$/.test(booster?.name ?? "")) return undefined;
  const text = `# XGBoost, the form of before: ${objective.name}, ${booster!.name}`;
  return { lines: [{ text }], ...lettersIn(source) };
}

function nameAt(
  head: Buffer,
  at: number,
): { readonly name: string; readonly end: number } | undefined {
  if (at + 8 > head.length || head.readUInt32LE(at + 4) !== 0) return undefined;
  const end = at + 8 + head.readUInt32LE(at);
  return end > head.length || end > at + 72
    ? undefined
    : { name: head.toString("latin1", at + 8, end), end };
}

/** CatBoost: `CBM1`, the size of a FlatBuffer, and it; then the tables of categories. */
export function catboostModel(source: ByteSource, head: Buffer): DataModel | undefined {
  if (head.toString("latin1", 0, 4) !== "CBM1" || head.length < 16) return undefined;
  const size = head.readUInt32LE(4);
  const root = head.readUInt32LE(8);
  const lines: ListingLine[] = [{ text: `# CatBoost, ${size} bytes of trees` }];
  if (8 + size > source.size) lines.push(contradiction("its trees end after the file"));
  else if (root >= size) lines.push(contradiction("its root lies outside it"));
  return { lines, ...lettersIn(source) };
}
