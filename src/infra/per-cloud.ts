import type { Cloud } from "./cloud.ts";

/** Works something out for all resources once, however many of them ask. */
export function perCloud<T>(make: (cloud: Cloud) => T): (cloud: Cloud) => T {
  const known = new WeakMap<Cloud, { readonly value: T }>();
  return (cloud) => {
    const before = known.get(cloud);
    if (before !== undefined) return before.value;
    const value = make(cloud);
    known.set(cloud, { value });
    return value;
  };
}
