import path from "node:path";

export const ROOT = path.resolve(process.argv[2] ?? "./docs");

export function locate(name: string): string {
  return path.join(ROOT, name);
}
