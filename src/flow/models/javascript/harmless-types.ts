import type { NamePattern } from "../../model.ts";

/** Annotations of which no value does harm; a schema says the same in words of its own. */
export const javascriptHarmlessTypes: readonly NamePattern[] = [
  "number",
  "boolean",
  "bigint",
  "zod.z.number",
  "zod.z.boolean",
  "zod.z.enum",
  "zod.z.literal",
  "zod.z.nativeEnum",
  "zod.z.bigint",
  "zod.z.date",
  "zod.z.uuid",
  "zod.z.int",
  "zod.z.string().uuid",
  "zod.z.coerce.number",
  "zod.z.coerce.date",
  "zod.z.coerce.boolean",
];
