import { checkCases } from "../../testing/check-cases.ts";
import { marshalLoad } from "./marshal-load.ts";

checkCases(marshalLoad, {
  found: ["from marshal import load as l\nl(f)"],
  clean: ["import marshal\nmarshal.dumps(x)"],
});
