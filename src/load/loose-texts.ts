// Texts by themselves that make objects when they are read: tags of PyYAML (CVE-2020-1747,
// CVE-2020-14343), models of Keras as JSON (`model_from_json`), jsonpickle. Only what runs code is told:
// tags that name a function are common in settings of tools.
import type { AssetKind } from "../core/index.ts";
import type { ByteSource } from "../formats/bytes/source.ts";
import { yamlTagLines } from "./configs.ts";
import type { ActKind } from "./judge.ts";
import { kerasConfigLines } from "./keras.ts";
import { actLine, type ListingLine } from "./listing.ts";
import { isDangerousPath } from "./names.ts";
import type { OwnNames } from "./own-names.ts";
import { programTextLines } from "./program-texts.ts";

const looseKinds: ReadonlySet<AssetKind> = new Set(["yaml", "json", "text", "python", "shell"]);
const maxText = 16 * 1024 * 1024;
const maxTold = 50;
const tags = /!!?python\/|tag:yaml\.org,2002:python\/|^%TAG|!<|!\S*%[\da-f]{2}/im;
const kerasSigns = /"class_name"\s*:/;
const kerasMarks = /"keras_version"\s*:|"(?:__lambda__|Lambda)"/;
const grave: ReadonlySet<ActKind> = new Set(["runs", "names-dangerous"]);

/** What a text does that is read by itself; undefined where it is nothing of the kind. */
export function looseLines(
  source: ByteSource,
  {
    kind,
    own,
    path = "",
  }: {
    readonly kind: AssetKind;
    readonly own?: OwnNames | undefined;
    readonly path?: string | undefined;
  },
): readonly ListingLine[] | undefined {
  if (!looseKinds.has(kind)) return undefined;
  const text = source.read(0, Math.min(source.size, maxText)).toString("utf8");
  const lines =
    kind === "json"
      ? [...kerasLines(text, own), ...jsonPickleLines(text)]
      : kind === "yaml" && tags.test(text)
        ? yamlTagLines(text)
        : programTextLines(text, path);
  const told = lines.filter(({ acts = [] }) => acts.some((act) => grave.has(act.kind)));
  return told.length === 0 ? undefined : told.slice(0, maxTold);
}

function kerasLines(text: string, own: OwnNames | undefined): readonly ListingLine[] {
  return kerasSigns.test(text) && kerasMarks.test(text) ? kerasConfigLines(text, own) : [];
}

/** jsonpickle calls what stands first under `py/reduce`, and imports what all of these name. */
function jsonPickleLines(text: string): readonly ListingLine[] {
  const names = new Set(
    [...text.matchAll(/"py\/(?:object|function|type)"\s*:\s*"([\w.]{1,200})"/g)].map(
      ([, name = ""]) => name,
    ),
  );
  return [...names]
    .filter((name) => isDangerousPath(name))
    .map((name) =>
      actLine(`jsonpickle: ${name}`, "runs", `${name} is taken by its name, by jsonpickle`),
    );
}
