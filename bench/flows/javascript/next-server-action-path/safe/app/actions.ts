"use server";

import { adapter } from "./adapters";

export async function choose(form: FormData): Promise<number> {
  const name = String(form.get("adapter"));
  const text = await adapter(name);
  return text.length;
}
