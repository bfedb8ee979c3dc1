import { expect, test } from "vitest";
import { buildZip } from "../../formats/zip/testing/build.ts";
import { runModelCheck } from "../../testing/model-cases.ts";
import { llamafileOpens } from "./llamafile-opens.ts";

test("what opens more than the model, and what only listens", () => {
  const args = "-m\nmodel.gguf\n--host\n0.0.0.0\n--hf-repo\nevil/model\n";
  const bytes = buildZip([{ name: ".args", data: args }]);
  const found = runModelCheck(llamafileOpens, bytes, { kind: "zip", path: "m.llamafile" });
  expect(found.map(({ message, details }) => [message, details.severity])).toEqual([
    ["It fetches another model, `evil/model`", undefined],
    ["It serves the model to the network, at `0.0.0.0`", "low"],
  ]);
});

test("the usual options are silent", () => {
  const bytes = buildZip([{ name: ".args", data: "-m\nmodel.gguf\n-c\n0\n...\n" }]);
  expect(runModelCheck(llamafileOpens, bytes, { kind: "zip", path: "m.llamafile" })).toEqual([]);
});
