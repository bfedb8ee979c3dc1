import { describe, expect, test } from "vitest";
import { whyNotExpanded } from "./expand.ts";
import type { Attribute, Graph, GraphNode, Value } from "../../../formats/onnx/model.ts";
import {
  apart,
  expanded,
  factsOf,
  noise,
  nodeOf,
  numbers,
  tensorOf,
  type Numbers,
  type Spec,
} from "./testing/same.ts";

const value = (name: string): Value => ({ name, type: "float32", shape: undefined });

function bodyOf(
  inputs: readonly Value[],
  nodes: readonly GraphNode[],
  outputs: readonly Value[],
): Attribute {
  const graph: Graph = {
    name: "body",
    nodes,
    inputs,
    outputs,
    initializers: new Map([["two", tensorOf(numbers("float32", [], [2]))]]),
    values: new Map(),
  };
  return { kind: "graph", value: graph };
}

const int = (name: string): Value => ({ name, type: "int64", shape: [] });
const flag = (name: string): Value => ({ name, type: "bool", shape: [] });

const double = bodyOf([], [nodeOf("Mul", [["x", "two"], ["y"]])], [value("y")]);
const square = bodyOf([], [nodeOf("Mul", [["x", "x"], ["y"]])], [value("y")]);
const x = noise([2, 3], 1);
const choice = nodeOf("If", [["condition"], ["out"]], { then_branch: double, else_branch: square });
const added = nodeOf("Add", [["out", "x"], ["end"]]);

/** What is left of the loop says why. */
async function refusal(spec: Spec): Promise<string | undefined> {
  const graph = await expanded(spec);
  const facts = await factsOf(graph, spec);
  const left = graph.nodes.find(({ operator }) => operator === "Loop");
  return left && whyNotExpanded(left, (name) => facts.get(name));
}

describe("If", () => {
  test.each([0, 1])("is the branch that is taken: %i", async (taken) => {
    const { gap, graph } = await apart({
      nodes: [choice, added],
      inputs: { x },
      constants: { condition: numbers("bool", [], [taken]) },
      outputs: ["end"],
    });
    expect(graph.nodes.map((node) => node.operator)).toEqual(["Mul", "Identity", "Add"]);
    expect(gap).toBe(0);
  });

  test.each([0, 1])(
    "is both, chosen by the condition, where the input decides: %i",
    async (taken) => {
      const { gap, graph } = await apart({
        nodes: [choice, added],
        inputs: { x, condition: numbers("bool", [1], [taken]) },
        outputs: ["end"],
      });
      expect(graph.nodes.some((node) => node.operator === "Where")).toBe(true);
      expect(gap).toBe(0);
    },
  );

  test("a branch inside a branch takes names from both", async () => {
    const inner = nodeOf("If", [["second"], ["z"]], {
      then_branch: bodyOf([], [nodeOf("Add", [["y", "x"], ["w"]])], [value("w")]),
      else_branch: bodyOf([], [nodeOf("Sub", [["y", "x"], ["y2"]])], [value("y2")]),
    });
    const outer = bodyOf([], [nodeOf("Exp", [["x"], ["y"]]), inner], [value("z")]);
    const { gap, graph } = await apart({
      nodes: [nodeOf("If", [["condition"], ["out"]], { then_branch: outer, else_branch: square })],
      inputs: { x },
      constants: { condition: numbers("bool", [], [1]), second: numbers("bool", [], [0]) },
      outputs: ["out"],
    });
    expect(graph.nodes.some((node) => node.operator === "If")).toBe(false);
    expect(gap).toBe(0);
  });
});

describe("Loop", () => {
  const body = bodyOf(
    [int("round"), flag("go"), value("state")],
    [
      nodeOf("Identity", [["go"], ["onwards"]]),
      nodeOf("Cast", [["round"], ["number"]], { to: 1 }),
      nodeOf("Mul", [["state", "x"], ["product"]]),
      nodeOf("Add", [["product", "number"], ["next"]]),
      nodeOf("Mul", [["next", "two"], ["row"]]),
    ],
    [flag("onwards"), value("next"), value("row")],
  );
  const node = nodeOf(
    "Loop",
    [
      ["trips", "start", "x"],
      ["last", "rows"],
    ],
    { body },
  );
  const constants = (trips: number, start = 1): Readonly<Record<string, Numbers>> => ({
    trips: numbers("int64", [], [trips]),
    start: numbers("bool", [], [start]),
  });

  test("is its body as often as it runs", async () => {
    const spec = { nodes: [node], inputs: { x }, outputs: ["last", "rows"] };
    const { gap, graph } = await apart({ ...spec, constants: constants(3) });
    expect(graph.nodes.some(({ operator }) => operator === "Loop")).toBe(false);
    expect(gap).toBe(0);
  });

  test("that never runs gives back what it was given", async () => {
    const spec = { nodes: [node], inputs: { x }, outputs: ["last"], constants: constants(3, 0) };
    expect((await apart(spec)).gap).toBe(0);
  });

  test("that runs as often as the input says is refused", async () => {
    const { start } = constants(1);
    const spec = {
      nodes: [node],
      inputs: { x, trips: numbers("int64", [], [2]) },
      constants: { start: start! },
      outputs: ["last"],
    };
    expect(await refusal(spec)).toMatch(/how often it runs/);
  });

  test("that ends when a value says so is refused", async () => {
    const ends = bodyOf(
      [int("round"), flag("go"), value("state")],
      [
        nodeOf("ReduceMax", [["state"], ["most"]], { keepdims: 0 }),
        nodeOf("Less", [["most", "two"], ["onwards"]]),
        nodeOf("Add", [["state", "two"], ["next"]]),
      ],
      [flag("onwards"), value("next")],
    );
    const spec = {
      nodes: [nodeOf("Loop", [["trips", "start", "x"], ["last"]], { body: ends })],
      inputs: { x },
      constants: constants(3),
      outputs: ["last"],
    };
    expect(await refusal(spec)).toMatch(/whether it goes on/);
  });
});

describe("Scan", () => {
  const body = bodyOf(
    [value("state"), value("slice")],
    [
      nodeOf("Mul", [["state", "slice"], ["product"]]),
      nodeOf("Tanh", [["product"], ["next"]]),
      nodeOf("Mul", [["next", "two"], ["row"]]),
    ],
    [value("next"), value("row")],
  );
  test.each([
    {},
    { scan_input_directions: [1] },
    { scan_output_directions: [1], scan_input_axes: [1] },
    { scan_input_axes: [-1], scan_output_axes: [-1], scan_input_directions: [1] },
  ])("is its body for every slice: %j", async (attributes) => {
    const axis = attributes.scan_input_axes?.[0] ?? 0;
    const { gap, graph } = await apart({
      nodes: [
        nodeOf(
          "Scan",
          [
            ["start", "x"],
            ["last", "rows"],
          ],
          {
            body,
            num_scan_inputs: 1,
            ...attributes,
          },
        ),
      ],
      inputs: { x, start: noise([axis === 0 ? 3 : 2], 2) },
      outputs: ["last", "rows"],
    });
    expect(graph.nodes.some((node) => node.operator === "Scan")).toBe(false);
    expect(gap).toBeLessThan(1e-6);
  });
});
