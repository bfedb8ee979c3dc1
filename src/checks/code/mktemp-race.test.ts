import { checkCases } from "../../testing/check-cases.ts";
import { mktempRace } from "./mktemp-race.ts";

checkCases(mktempRace, {
  found: ['from tempfile import mktemp\nmktemp(".pt")'],
  clean: ["import tempfile\nhandle, name = tempfile.mkstemp()\n"],
});
