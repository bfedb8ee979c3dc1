import { expect, test } from "vitest";
import { explanationText } from "./explanation.ts";

const explanations = [
  {
    path: "a\u001b[31m.pkl",
    isFolder: false,
    lines: [
      { text: "# pickle, protocol 4, 24 bytes", acts: [] },
      {
        text: '_1 = os.system("id")',
        acts: [{ kind: "runs", message: "os.system is called", isNested: false }],
      },
      { text: "return _1", acts: [] },
    ],
  },
] as const;

test("shows each line, what is wrong below it, and no control character of the file", () => {
  expect(explanationText(explanations, { color: false })).toBe(`
a␛[31m.pkl: what happens when it is loaded
    # pickle, protocol 4, 24 bytes
  ✖ _1 = os.system("id")
      └ os.system is called
    return _1
`);
});

test("shows the files of a model, with what is wrong", () => {
  const lines = [
    { text: "# a model of Transformers: BertModel", acts: [] },
    { text: "model.safetensors  # safetensors", acts: [] },
    {
      text: "pytorch_model.bin  # pickle",
      acts: [{ severity: "low", message: "it is a pickle" } as const],
    },
  ];
  expect(explanationText([{ path: "bert", isFolder: true, lines }], { color: false })).toBe(`
bert: the files of this model
    # a model of Transformers: BertModel
    model.safetensors  # safetensors
  ● pytorch_model.bin  # pickle
      └ it is a pickle
`);
});

test("says where there is nothing to explain", () => {
  expect(explanationText([], { color: false })).toContain("Nothing to explain");
});

test("colours what is wrong", () => {
  expect(explanationText(explanations, { color: true })).toContain("\u001b[");
});
