// Where the weights of a layer are. `.keras` numbers them by layer class and variable; `.h5` and TensorFlow.js name them.
import { unsupported, type WeightArray } from "../convert/builder.ts";

/** A layer's place: the names of the models around it and its own, and the same as `.keras` counts classes. */
export interface Place {
  readonly names: readonly string[];
  readonly counted: readonly string[];
}

/** Finds weights of a layer. */
export interface WeightStore {
  /**
   * Arrays of these names, which are all that the layer (or the part of it) has, in Keras's order.
   * `part` names a layer within it: as `.keras` calls it, and as names contain it.
   */
  find(place: Place, names: readonly string[], part?: Part): readonly WeightArray[] | undefined;
}

export interface Part {
  readonly attribute: string;
  readonly named?: RegExp;
}

/** Arrays by path. */
export type Arrays = ReadonlyMap<
  string,
  { readonly shape: readonly number[]; readonly read: () => Float32Array }
>;

function loaded(arrays: Arrays): (path: string) => WeightArray | undefined {
  const known = new Map<string, WeightArray>();
  return (path) => {
    const found = known.get(path);
    const array = arrays.get(path);
    if (found !== undefined || array === undefined) return found;
    try {
      const made = { shape: array.shape, data: array.read() };
      known.set(path, made);
      return made;
    } catch (cause) {
      throw unsupported(
        `the weights ${path} cannot be read: ${cause instanceof Error ? cause.message : ""}`,
        "Save the model again.",
        cause,
      );
    }
  };
}

/** Weights of a `.keras` file. */
export function numberedStore(arrays: Arrays): WeightStore {
  const load = loaded(arrays);
  // What Keras 2.12 called the list of layers.
  const isOld = [...arrays.keys()].some((path) =>
    path.startsWith("_layer_checkpoint_dependencies/"),
  );
  const list = isOld ? "_layer_checkpoint_dependencies" : "layers";
  return {
    find({ counted }, names, part) {
      const path = [
        ...counted.map((name) => (name.startsWith("@") ? name.slice(1) : `${list}/${name}`)),
        ...(part === undefined ? [] : [part.attribute]),
        "vars",
      ].join("/");
      const found = names.map((_, index) => load(`${path}/${index}`));
      return found.every((each) => each !== undefined) ? found : undefined;
    },
  };
}

/** Weights by names such as `dense/kernel:0`. */
export function namedStore(arrays: Arrays): WeightStore {
  const load = loaded(arrays);
  const paths = [...arrays.keys()].map((path) => ({
    path,
    segments: path.replace(/:\d+$/, "").split("/"),
  }));
  return {
    find({ names: layers }, names, part) {
      const own = layers.at(-1)!;
      let candidates = paths.filter(({ segments }) => segments.slice(0, -1).includes(own));
      // Layers of two models may have one name.
      for (const outer of layers.slice(0, -1)) {
        const inside = candidates.filter(
          ({ segments }) =>
            segments.indexOf(outer) >= 0 && segments.indexOf(outer) < segments.lastIndexOf(own),
        );
        if (inside.length > 0) candidates = inside;
      }
      const { named } = part ?? {};
      if (named !== undefined)
        candidates = candidates.filter(({ segments }) =>
          segments.slice(0, -1).some((each) => named.test(each)),
        );
      const found = names.map((name) => {
        const one = candidates.find(({ segments }) => segments.at(-1) === name);
        return one === undefined ? undefined : load(one.path);
      });
      return found.every((each) => each !== undefined) ? found : undefined;
    },
  };
}

/** How `.keras` writes the name of a class: `keras.src.utils.naming.to_snake_case`. */
export function snakeCase(name: string): string {
  return name
    .replaceAll(/\W+/g, "")
    .replaceAll(/(.)([A-Z][a-z]+)/g, "$1_$2")
    .replaceAll(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase();
}
