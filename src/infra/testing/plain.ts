import type { Value } from "../value.ts";

/** A value as plain data that a test can compare: what is not plain is an object with one `$` key. */
export function plainValue(value: Value | undefined): unknown {
  switch (value?.kind) {
    case "scalar":
      return value.value;
    case "list":
      return [
        ...value.items.map(plainValue),
        ...(value.open === undefined ? [] : [{ $open: value.open }]),
      ];
    case "map":
      return {
        ...Object.fromEntries([...value.entries].map(([key, own]) => [key, plainValue(own)])),
        ...(value.open === undefined ? {} : { $open: value.open }),
      };
    case "template":
      return {
        $text: value.parts.map((part) => (typeof part === "string" ? part : plainValue(part))),
      };
    case "json":
      return { $json: plainValue(value.value) };
    case "reference":
      return { $of: [value.resource, ...value.attribute].join(".") };
    case "choice":
      return { $either: value.options.map(plainValue), because: value.cause };
    case "unknown":
      return { $unknown: value.cause };
    case "unread":
      return { $unread: value.missing };
    default:
      return undefined;
  }
}

/** The text at the place of a value. */
export function textAt({ at }: { readonly at: Value["at"] }): string {
  return at.document.text.slice(at.start, at.end);
}
