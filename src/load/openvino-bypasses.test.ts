import { describe, expect, test } from "vitest";
import { bytesOf } from "../formats/bytes/source.ts";
import { buildZip } from "../formats/zip/testing/build.ts";
import { expectQuick } from "../testing/hostile.ts";
import { openVinoLines } from "./openvino.ts";
import { actsIn } from "./testing/pickles.ts";
import { readTextModel } from "./text-models.ts";

const layer = (attributes: string, inner = ""): string =>
  `<layer id="0" name="l" ${attributes}>${inner}</layer>`;
const net = (layers: string, rest = ""): string =>
  `<?xml version="1.0"?>\n<net name="m" version="11">\n<layers>${layers}</layers>${rest}</net>`;
const constant = (attributes: string): string =>
  net(layer('type="Const" version="opset1"', `<data ${attributes}/>`));

/** What is wrong with a network whose weights have 100 bytes. */
function acts(text: string | Buffer, weights = 100): readonly string[] | undefined {
  const given = {
    path: "a/m.xml",
    sizeBeside: (name: string) => (name === "m.bin" && weights >= 0 ? weights : undefined),
  };
  const model = readTextModel(bytesOf(Buffer.from(text)), given);
  return model?.lines.flatMap(({ acts: all = [] }) => all.map(({ kind }) => kind));
}

describe("OpenVINO", () => {
  test.each([
    ["a layer of an extension", net(layer('type="Evil" version="extension"'))],
    ["a set of another library", net(layer('type="Evil" version="evil_opset"'))],
    ["a set in quotes and letters of XML", net(layer("type='Evil' version='ext&#x65;nsion'"))],
    ["an attribute twice", net(layer('type="Evil" version="extension" version="opset1"'))],
    [
      "a comment before everything",
      `<!-- ${"x".repeat(20_000)} -->${net(layer('type="E" version="extension"'))}`,
    ],
    ["a library that is named", net("", '<rt_info><ext value="/tmp/evil.so"/></rt_info>')],
    ["a library of a version", net("", '<rt_info><a><ext value="..\\libx.so.1.2"/></a></rt_info>')],
  ])("%s", (_, text) => {
    expect(acts(text)).toEqual(["names-unknown"]);
  });
  test.each([
    ["an offset below nothing", 'offset="-8" size="8"'],
    ["a size that wraps around", 'offset="0" size="18446744073709551615"'],
    ["an offset that is no number", 'offset="0x10" size="8"'],
    ["a size alone", 'size="8"'],
    ["an end behind the weights", 'element_type="f32" shape="4" offset="96" size="16"'],
    ["a shape that needs more", 'element_type="f32" shape="8, 8" offset="0" size="16"'],
  ])("%s", (_, attributes) => {
    expect(acts(constant(attributes))).toEqual(["contradicts"]);
  });
  test("in UTF-16", () => {
    const text = net(layer('type="Evil" version="extension"'));
    expect(acts(Buffer.from(`\ufeff${text}`, "utf16le"))).toEqual(["names-unknown"]);
    expect(acts(Buffer.from(text, "utf16le"))).toEqual(["names-unknown"]);
  });
  test("in an archive", () => {
    const data = net(layer('type="Evil" version="extension"'));
    expect(actsIn(buildZip([{ name: "m.xml", data }]))).toEqual(["names-unknown"]);
  });
  test("sound networks are silent", () => {
    const sound = [
      constant('element_type="f32" shape="4" offset="84" size="16"'),
      constant('element_type="i4" shape="3, 3" offset="0" size="5"'),
      constant('element_type="f32" shape="" offset="0" size="4"'),
      constant('element_type="string" shape="8" offset="0" size="4"'),
      net(layer('type="LRN" version="opset1"', '<data size="5"/>')),
      net(layer('type="Gelu" version="opset16"') + layer('type="X" version="experimental"')),
      net(layer('type="Convolution"', '<blobs><weights offset="0" size="10"/></blobs>')),
      net(
        "",
        '<rt_info><conversion_parameters><framework value="onnx"/></conversion_parameters></rt_info>',
      ),
    ];
    expect(sound.flatMap((text) => acts(text))).toEqual([]);
    expect(acts(constant('offset="4096" size="8"'), -1)).toEqual([]);
  });
  test.each([
    ["pages", "<html><body>&lt;net version</body></html>"],
    ["networks of others", '<net version="1"><place/></net>'],
    ["a network in a comment", '<config><!-- <net version="11"><layers/> --></config>'],
  ])("%s are none", (_, text) => {
    expect(acts(text)).toBeUndefined();
  });
  test("what never ends is read in time", () => {
    for (const part of ["<", "<!--", "<layer ", '<layer a="', "<![CDATA[", "<rt_info>", '<a b="&#'])
      expectQuick(() => openVinoLines(net(part.repeat(100_000)), undefined), 2_000);
  });
});
