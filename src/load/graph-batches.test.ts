import { describe, expect, test } from "vitest";
import { actsIn, global, isFound, opcodes, text } from "./testing/pickles.ts";

const pickle = (body: string): Buffer => opcodes(`\x80\x04${body}.`);
const home = "torch_geometric.data";
const getter = `${global(`${home}.batch`, "DynamicInheritanceGetter")})\x81`;
const batch = global(`${home}.batch`, "Batch");
const graph = global(`${home}.data`, "Data");
const put = (of: string, ...classes: readonly string[]): string => `${of}(${classes.join("")}tR`;
const state = `}(${text("x")}K\x01u`;

describe("a batch of graphs", () => {
  test("is data", () => {
    expect(actsIn(pickle(`${put(getter, batch, graph)}${state}b`))).toEqual([]);
  });
  test.each([
    ["another class", put(getter, batch, global("subprocess", "Popen"))],
    ["a class that is not known", put(getter, batch, global("acme.graphs", "Data"))],
    ["another batch", put(getter, global("acme.graphs", "Batch"), graph)],
    ["the wrong way round", put(getter, graph, batch)],
    ["a changed getter", put(`${getter}${state}b`, batch, graph)],
    ["more than two", put(getter, batch, graph, "N")],
    ["another getter", put(`${global("acme.graphs", "Getter")})\x81`, batch, graph)],
  ])("is not made of %s", (_, body) => {
    expect(isFound(pickle(body))).toBe(true);
  });
  test("is not called, nor given another class", () => {
    expect(isFound(pickle(`${put(getter, batch, graph)})R`))).toBe(true);
    const slots = `N}(${text("__class__")}${global("acme.x", "T")}u\x86`;
    expect(isFound(pickle(`${put(getter, batch, graph)}${slots}b`))).toBe(true);
  });
});
