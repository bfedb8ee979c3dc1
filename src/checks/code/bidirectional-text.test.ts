import { checkCases } from "../../testing/check-cases.ts";
import { bidirectionalText } from "./bidirectional-text.ts";

checkCases(bidirectionalText, {
  found: ['access = "user‮" # admin\n'],
  clean: ['access = "user\\u202e"  # an escape is visible\n'],
});
