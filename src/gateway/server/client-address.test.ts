import { expect, test } from "vitest";
import { clientAddress, readProxies, type TrustedProxies } from "./client-address.ts";

const trusted = readProxies(["10.0.0.0/8", "192.0.2.7", "fd00::/8"]) as TrustedProxies;

test.each([
  ["no proxy is trusted", "10.0.0.1", "203.0.113.9", undefined, "10.0.0.1"],
  ["no header", "10.0.0.1", undefined, trusted, "10.0.0.1"],
  ["one proxy", "10.0.0.1", "203.0.113.9", trusted, "203.0.113.9"],
  ["a mapped peer", "::ffff:10.0.0.1", "203.0.113.9", trusted, "203.0.113.9"],
  ["two proxies", "10.0.0.1", "203.0.113.9, 192.0.2.7", trusted, "203.0.113.9"],
  [
    "a client that claims to be another",
    "10.0.0.1",
    "1.2.3.4, 203.0.113.9",
    trusted,
    "203.0.113.9",
  ],
  [
    "a client that claims to be a proxy",
    "10.0.0.1",
    "10.9.9.9, 203.0.113.9",
    trusted,
    "203.0.113.9",
  ],
  ["a stranger with a header", "203.0.113.9", "1.2.3.4", trusted, "203.0.113.9"],
  ["with a port", "10.0.0.1", "203.0.113.9:4711", trusted, "203.0.113.9"],
  ["IPv6 with a port", "fd00::1", "[2001:db8::5]:4711", trusted, "2001:db8::5"],
  ["what is no address", "10.0.0.1", "203.0.113.9, unknown", trusted, "10.0.0.1"],
  ["proxies alone", "10.0.0.1", "10.0.0.3, 10.0.0.2", trusted, "10.0.0.3"],
  ["nothing in it", "10.0.0.1", ",,", trusted, "10.0.0.1"],
  ["no peer", "", "203.0.113.9", trusted, ""],
])("the address behind proxies: %s", (_, peer, forwarded, proxies, wanted) => {
  expect(clientAddress(peer, forwarded, proxies)).toBe(wanted);
});

test.each(["0.0.0.0/0", "::/0", "10.0.0.0/33", "proxy.internal", "10.0.0.0/8/8", "10.0.0.0/", ""])(
  "%s is no network of proxies",
  (written) => {
    expect(readProxies([written])).toEqual({ problem: written });
  },
);

test("a list without end is read from its end", () => {
  expect(clientAddress("10.0.0.1", `${"1.2.3.4,".repeat(10_000)}203.0.113.9`, trusted)).toBe(
    "203.0.113.9",
  );
});
