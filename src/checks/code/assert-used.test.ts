import { checkCases } from "../../testing/check-cases.ts";
import { assertUsed } from "./assert-used.ts";

checkCases(assertUsed, {
  found: ["assert user.is_admin\n"],
  clean: ["if not user.is_admin:\n    raise PermissionError(user)\n"],
});
