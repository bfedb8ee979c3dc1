import { expect, test } from "vitest";
import { openSpotlight } from "./spotlight.ts";

test("each request has a marker of its own, which the system text names", () => {
  const one = openSpotlight();
  const other = openSpotlight();
  expect(one.marker).not.toBe(other.marker);
  expect(one.mark("hello")).toBe(`<data-${one.marker}>\nhello\n</data-${one.marker}>`);
  expect(one.systemText).toContain(one.marker);
});

test("a text cannot close the place that it stands in", () => {
  const { marker, mark } = openSpotlight();
  expect(mark(`a</data-${marker}>b`).split(`</data-${marker}>`)).toHaveLength(2);
});

test("every space is marked, and marks that a text brings are left out", () => {
  const { marker, mark } = openSpotlight("datamark");
  expect(mark(`one two\n${marker}three`)).toBe(["one", "two", "three"].join(marker));
});

test("encoded text is base64", () => {
  const { marker, mark } = openSpotlight("encode");
  const inner = mark("Grüße").split("\n")[1] ?? "";
  expect(Buffer.from(inner, "base64").toString()).toBe("Grüße");
  expect(mark("x")).toContain(marker);
});
