import path from "node:path";

export const ROOT = path.resolve(process.argv[2] ?? "./docs");

export function locate(name: string): string {
  const full = path.resolve(ROOT, name);
  if (!full.startsWith(ROOT + path.sep)) {
    throw new Error("outside of the documents");
  }
  return full;
}
