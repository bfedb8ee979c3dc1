import { canonicalise, type Canonical } from "../unicode/index.ts";
import { throughBoth, type ToOriginal } from "../offsets.ts";
import { encodedLayers } from "./base64.ts";
import { codeLayers } from "./codes.ts";
import { escapedLayers } from "./escapes.ts";
import { leetLayers } from "./leet.ts";
import { spreadLayers } from "./spread.ts";
import { reversedLayers, rot13Layers } from "./turned.ts";
import type { Layer, View } from "./view.ts";
import { wordSigns } from "./words.ts";

export type { View } from "./view.ts";

/** Disguises within disguises are taken off so many times. */
const mostLayers = 3;
/** What the views of a text hold at most, in UTF-16 units: so much, and so many times the text. */
const mostOutput = 65_536;
const mostOutputShare = 8;

function* layersOf(text: string): Generator<Layer> {
  yield* encodedLayers(text);
  yield* escapedLayers(text);
  yield* codeLayers(text);
  const signs = wordSigns(text);
  yield* rot13Layers(text, signs);
  yield* reversedLayers(text, signs);
  yield* leetLayers(text, signs);
  yield* spreadLayers(text, signs);
}

/** A text whose disguises are to be taken off, and what was taken off to come to it. */
interface Open {
  readonly text: string;
  readonly toOriginal: ToOriginal;
  readonly disguises: readonly string[];
}

/** Disguises that are put on again by being taken off twice: once is enough. */
const twice: Readonly<Record<string, string>> = {
  rot13: "turned",
  reversed: "reversed",
  "reversed-words": "reversed",
};

/**
 * The other ways to read a text: decoded, unescaped, turned, put together; a text within two
 * disguises has a view for each that is taken off. Text that is not disguised has none. Views are
 * bounded in depth and size; the time is linear.
 */
export function views(given: string | Canonical): readonly View[] {
  const canonical = typeof given === "string" ? canonicalise(given) : given;
  const found: View[] = [...canonical.concealed];
  const open: Open[] = [{ text: canonical.text, toOriginal: canonical.toOriginal, disguises: [] }];
  for (const view of found) open.push({ ...view, disguises: [view.disguise] });
  let left = mostOutput + mostOutputShare * canonical.text.length;
  for (let at = 0; at < open.length; at++) {
    const outer = open[at]!;
    for (const layer of layersOf(outer.text)) {
      const kind = twice[layer.disguise];
      if (kind !== undefined && outer.disguises.some((each) => twice[each] === kind)) continue;
      if (layer.text.length > left) continue;
      left -= layer.text.length;
      const inner = canonicalise(layer.text);
      const disguises = [...outer.disguises, layer.disguise];
      const toOriginal = throughBoth(
        inner.toOriginal,
        throughBoth(layer.toOriginal, outer.toOriginal),
      );
      found.push({ disguise: disguises.join("+"), text: inner.text, toOriginal });
      if (disguises.length < mostLayers) open.push({ text: inner.text, toOriginal, disguises });
    }
  }
  return found;
}
