const names = ["monday", "tuesday"] as const;
export type Name = (typeof names)[number];

export function isName(value: string): value is Name {
  return (names as readonly string[]).includes(value);
}
