import { describe, expect, test } from "vitest";
import { buildTorch } from "../formats/zip/testing/build.ts";
import { actsIn } from "./testing/pickles.ts";

const meta = (path: string, usePickle: boolean): string =>
  `{"path_name": "${path}", "is_param": true, "use_pickle": ${usePickle}, "tensor_meta": null}`;
const package2 = (members: Readonly<Record<string, string | Buffer>>): Buffer =>
  buildTorch({ archive_format: "pt2", "models/model.json": "{}", ...members });

describe("torch.export", () => {
  const config = "data/weights/model_weights_config.json";
  test.each([
    [
      "use_pickle of a weight",
      package2({ [config]: `{"config": {"a": ${meta("weight_0", true)}}}` }),
    ],
    [
      "use_pickle of a constant",
      package2({
        "data/constants/model_constants_config.json": `{"config": {"a": ${meta("tensor_0", true)}}}`,
      }),
    ],
    [
      "a configuration that is no JSON",
      package2({ [config]: `{"config": {"a": ${meta("x", true)},` }),
    ],
  ])("%s", (_, bytes) => {
    expect(actsIn(bytes)).toEqual(["calls-unknown"]);
  });
  test("AOTInductor: source and machine code", () => {
    const folder = "data/aotinductor/model/c.wrapper";
    expect(actsIn(package2({ [`${folder}.cpp`]: "int main() {}" }))).toEqual(["native"]);
    expect(actsIn(package2({ [`${folder}.so`]: `\x7fELF${"\0".repeat(60)}` }))).toEqual(["native"]);
  });
  test("what PyTorch writes is silent", () => {
    const members = {
      [config]: `{"config": {"a": ${meta("weight_0", false)}}}`,
      "data/constants/model_constants_config.json": `{"config": {"a": ${meta("custom_obj_0", true)}}}`,
      "data/weights/weight_0": "aaaa",
      "extra/notes.cpp": "int x;",
    };
    expect(actsIn(package2(members))).toEqual([]);
    expect(actsIn(package2({ [config]: '[null, {"config": 1}]' }))).toEqual([]);
  });
});
