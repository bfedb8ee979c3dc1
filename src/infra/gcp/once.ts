import type { Cloud } from "../cloud.ts";

/** Makes something of a cloud the first time that it is asked for: what is looked up for each of many. */
export function once<T>(build: (cloud: Cloud) => T): (cloud: Cloud) => T {
  const known = new WeakMap<Cloud, { readonly value: T }>();
  return (cloud) => {
    let made = known.get(cloud);
    if (made === undefined) {
      made = { value: build(cloud) };
      known.set(cloud, made);
    }
    return made.value;
  };
}
