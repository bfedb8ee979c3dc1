import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectQuick, expectWithin, textOf } from "../../testing/hostile.ts";
import { contextBefore, findPersonal, holdFrom } from "./index.ts";

const found = (text: string): string[] =>
  findPersonal(text, { minimum: 0.5 }).map(
    ({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`,
  );

const told: readonly (readonly [text: string, ...found: readonly string[]])[] = [
  ["Write to ada.l@riverbank.io.", "email-address: ada.l@riverbank.io"],
  ["<mailto:o'neil+x@sub.riverbank.co.uk>", "email-address: o'neil+x@sub.riverbank.co.uk"],
  ["my email is jürgen@müller-bau.de, ok", "email-address: jürgen@müller-bau.de"],
  ["https://a.io/?to=ada@riverbank.io&x=1", "email-address: ada@riverbank.io"],
  ["my email is john@example.com", "email-address: john@example.com"],
  ["4539 1488 0343 6467", "credit-card: 4539 1488 0343 6467"],
  ["4539148803436467", "credit-card: 4539148803436467"],
  ["card 4539-1488-0343-6467, 12/29", "credit-card: 4539-1488-0343-6467"],
  ["Amex 3714 496353 98431", "credit-card: 3714 496353 98431"],
  ["My credit card is 4111 1111 1111 1111", "credit-card: 4111 1111 1111 1111"],
  ["credit card number: 4539148803436468", "credit-card: 4539148803436468"],
  ["Kreditkarte 5425233430109903", "credit-card: 5425233430109903"],
  ["DE75 5121 0800 1245 1261 99", "iban: DE75 5121 0800 1245 1261 99"],
  ["to FR7630006000011234567890189,", "iban: FR7630006000011234567890189"],
  ["iban de75512108001245126199", "iban: de75512108001245126199"],
  ["536-22-8725", "us-ssn: 536-22-8725"],
  ["social security number 536 22 8725", "us-ssn: 536 22 8725"],
  ["SSN: 536228725.", "us-ssn: 536228725"],
  ["SSN: 923-41-8725", "us-ssn: 923-41-8725"],
  ["from 84.17.45.200:443", "ip-address: 84.17.45.200"],
  ["192.168.1.17", "ip-address: 192.168.1.17"],
  ["at [2a02:8071:b586:8f00::17]:80", "ip-address: 2a02:8071:b586:8f00::17"],
  ["6e40:4041:c617:e898:c11:40d2:c669:2eb4", "ip-address: 6e40:4041:c617:e898:c11:40d2:c669:2eb4"],
  ["+49 30 901820", "phone-number: +49 30 901820"],
  ["(415) 273-9164 x12", "phone-number: (415) 273-9164 x12"],
  ["415.273.9164 or 1-415-273-9165", "phone-number: 415.273.9164", "phone-number: 1-415-273-9165"],
  ["+44 (0)20 7946 0958", "phone-number: +44 (0)20 7946 0958"],
  ["call 467 3395 today", "phone-number: 467 3395"],
  ["9472 7916 (mobile)", "phone-number: 9472 7916"],
  ["Rufnummer: 030/901820", "phone-number: 030/901820"],
  ["Appelez-moi au 06 12 34 56 78", "phone-number: 06 12 34 56 78"],
  ["06 12 34 56 78", "phone-number: 06 12 34 56 78"],
  ["我的手机号是13812345678", "phone-number: 13812345678"],
  ["電話 03-3224-9999", "phone-number: 03-3224-9999"],
  ["Мой телефон 8 (912) 345-67-89", "phone-number: 8 (912) 345-67-89"],
  ["llámame al 612 345 678", "phone-number: 612 345 678"],
  ["NI number AB 12 34 56 C", "national-id: AB 12 34 56 C"],
  ["QQ123456C"],
  ["RSSMRA85T10A562S", "national-id: RSSMRA85T10A562S"],
  ["111.444.777-35", "national-id: 111.444.777-35"],
  ["DNI 12345678Z", "national-id: 12345678Z"],
  ["PESEL 44051401359", "national-id: 44051401359"],
  ["756.9217.0769.85", "national-id: 756.9217.0769.85"],
  ["Steuer-ID 86095742719", "national-id: 86095742719"],
  ["BSN 111222333", "national-id: 111222333"],
  ["131052-308T", "national-id: 131052-308T"],
  ["身份证11010519491231002X", "national-id: 11010519491231002X"],
  ["Passport No. C01X00T47", "national-id: C01X00T47"],
];

test.each(told)("in %j", (text, ...expected) => {
  expect(found(text)).toEqual(expected);
});

describe("numbers that are nobody's", () => {
  test.each([
    "550e8400-e29b-41d4-a716-446655440000 12345678-1234-4234-8234-123456789012",
    "2021-03-04 12:30:01.123456 1609459200000000000 2024-11-28T02:39:41Z",
    "git@github.com:a/b.git https://user@host.io/x postgres://u:p@db.host.io/x @torch.no_grad() x@y image@2x.png",
    "3.2e+10 1e+05 +1.5 + 1000 2000 -0.123456789 1,234,567.89 1 234 567",
    "[1234, 5678, 9012, 3456] 0x1234567890 12_345_678",
    "epoch 12 loss 0.123 456 789 step 100000 lr 0.00012345",
    "Chrome/120.0.6099.109 pip install torch==2.1.0.1 version 4.12.0.1 v1.2.3.4",
    "order 4155551234, invoice 20240117001, ticket 20001234, tracking 1Z999AA10123456784",
    "ISBN 978-3-16-148410-0, DOI 10.1000/182, arXiv 2302.12173, PMID 31452104",
    "48.858370, 2.294481 and -33.856784 151.215297",
    "$1234567 costs 1234567 dollars, 12 000 000 users, 7 500 000 EUR",
    "127.0.0.1 0.0.0.0 255.255.255.0 ::1 std::vector a::b 12:34:56 aa:bb:cc:dd:ee:ff",
    "the years 1990-1995 and 2001/2002, pages 1024-1048",
    "1.3.6.1.4.1.311 section 10.2.3.4",
    "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "pid 12345678 port 65535 took 1234567 ms, 1048576 bytes, 0755 0644",
    "| 1 | 2 | 3 |\n| 100 | 200 | 300 |\n 0.1 0.2 0.3 0.4",
    "H2SO4 C6H12O6 6.02214076e23 299792458 m/s 1.602176634e-19",
    "id=1234567890 user_id: 9876543210 sku 0123456789012",
    "4539 1488 0343 6468",
    "DE75 5121 0800 1245 1261 98",
    "RFC 5322, ISO 8601-1:2019, CVE-2021-44228, GHSA-1234-5678-9abc, E = 12345678",
    "lines 100 200 300 400 500 600 700",
  ])("nothing in %j", (text) => {
    expect(found(text)).toEqual([]);
  });
});

test("of two neighbours each is told", () => {
  expect(found("Phone: 416-555-0134, fax 416-555-0135; 84.17.45.200, 84.17.45.201")).toHaveLength(
    4,
  );
});

const sentences = [
  ...told.map(([text]) => `${text} and so on it goes, without anything more.`),
  "Tell Ada (ada@riverbank.io, +44 20 7946 0958 or 07700 900123 mobile) that DE75 5121 0800 1245 1261 99 got 536-22-8725.",
];

test("what has left a stream is not changed by what comes", () => {
  for (const text of sentences) {
    const whole = findPersonal(text);
    let settled = 0;
    for (let length = 0; length <= text.length; length++) {
      const seen = text.slice(0, length);
      const hold = holdFrom(seen, settled);
      expect(hold).toBeGreaterThanOrEqual(settled);
      settled = hold;
      const early = findPersonal(seen).filter(({ end }) => end <= settled);
      expect([text, length, early]).toEqual([
        text,
        length,
        whole.filter(({ start }) => start < settled),
      ]);
    }
    expect(settled).toBeGreaterThan(text.length - 40);
  }
  expect(contextBefore).toBeGreaterThan(64);
});

describe("hostile text", () => {
  const pieces =
    "4539 1488 0343 6467|ada@riverbank.io|@|+|+44 20 7946 0958|(|1|-| |DE75|::|2001:db8|a.b|x12|AB 12 34 56 C|10.1.2.3|card|phone".split(
      "|",
    );

  test("places lie in the text, apart", () => {
    fc.assert(
      fc.property(textOf(pieces), (text) => {
        const spans = findPersonal(text);
        expectWithin(text, spans);
        for (const [at, { start }] of spans.entries())
          if (at > 0) expect(start).toBeGreaterThanOrEqual(spans[at - 1]!.end);
        expect(holdFrom(text, 0)).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test.each([
    "1",
    "1 ",
    "1-",
    "1.",
    "@",
    "a@",
    "a@b.",
    "+1 ",
    "+",
    "A1",
    "AA11 ",
    "(123) ",
    "4539 1488 ",
    ":",
    "a:",
    "::",
    "1:",
    "0490 75 40 81 ",
    "passport 1234567 ",
    "é@",
  ])("a quarter of a megabyte of %j", (piece) => {
    const text = piece.repeat(Math.ceil(250_000 / piece.length));
    expectQuick(() => findPersonal(text), 5_000);
    expectQuick(() => holdFrom(text, 0), 50);
  });
});
