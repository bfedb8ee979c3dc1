import { walk, type Fact } from "../fact.ts";
import { textOf, type List } from "../value.ts";

const gemini = new Set(["generativelanguage.googleapis.com", "aiplatform.googleapis.com"]);

/** Whether a key asks models of Google: it names their API, or is for all. */
export function opensGemini(targets: Fact<List>): boolean {
  if (targets.kind === "absent") return true;
  if (targets.kind !== "known") return false;
  const { items } = targets.value;
  return (
    items.length === 0 || items.some((each) => gemini.has(textOf(walk(each, ["service"])) ?? ""))
  );
}
