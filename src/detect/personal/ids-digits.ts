// Numbers that states give to persons and that are digits alone, with their check digits. Where the
// form and its checks are rare enough the number counts alone; all others need a word beside them.
import { mod97, passesLuhn, passesMod1110, passesVerhoeff, weighted } from "./checksums.ts";
import { isDmy, isLongYmd, isYmd, isYmdWith } from "./ids-dates.ts";

export interface DigitsRule {
  readonly rule: string;
  /** How many digits. */
  readonly digits: number;
  /** How it is written where it counts alone, and what it is worth then. */
  readonly alone?: { readonly shapes: readonly string[]; readonly score: number };
  readonly check: (digits: string) => boolean;
  /** Whole words in small letters, without signs. */
  readonly words: readonly string[];
}

const digitAt = (digits: string, at: number): number => digits.charCodeAt(at) - 48;
const last = (digits: string): number => digitAt(digits, digits.length - 1);
const down = (from: number, to: number): number[] =>
  Array.from({ length: from - to + 1 }, (_, at) => from - at);
const isRepeated = (digits: string): boolean => /^(\d)\1*$/.test(digits);

/** Both check digits of Brazil's CPF. */
function isCpf(digits: string): boolean {
  if (isRepeated(digits)) return false;
  const first = ((weighted(digits, down(10, 2)) * 10) % 11) % 10;
  const second = ((weighted(digits, down(11, 2)) * 10) % 11) % 10;
  return first === digitAt(digits, 9) && second === digitAt(digits, 10);
}

/** France's: sex, year, month (also of those whose month is unknown), and a key by 97. */
function isNir(digits: string): boolean {
  const month = Number(digits.slice(3, 5));
  const isMonth = (month > 0 && month < 13) || (month > 19 && month < 43) || month > 49;
  return (
    /^[1-478]/.test(digits) &&
    isMonth &&
    97 - mod97(digits.slice(0, 13)) === Number(digits.slice(13))
  );
}

/** Germany's: of the first ten digits one stands twice or thrice, the others at most once. */
function isSteuerId(digits: string): boolean {
  const counts = Array.from(
    { length: 10 },
    (_, digit) => digits.slice(0, 10).split(String(digit)).length - 1,
  );
  const isSpread = counts.filter((count) => count > 1).length === 1 && Math.max(...counts) < 4;
  return isSpread && !digits.startsWith("0") && passesMod1110(digits);
}

/** Belgium's: 97 less the rest of the first nine, those born since 2000 with a 2 before. */
function isBelgian(digits: string): boolean {
  const key = Number(digits.slice(9));
  const isKey =
    97 - mod97(digits.slice(0, 9)) === key || 97 - mod97(`2${digits.slice(0, 9)}`) === key;
  return isKey && isYmdWith(digits, [0, 20, 40]);
}

/** Norway's two check digits. */
function isNorwegian(digits: string): boolean {
  return (
    weighted(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
    weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 &&
    (isDmy(digits) || isDmy(String(digitAt(digits, 0) - 4) + digits.slice(1)))
  );
}

function isTurkish(digits: string): boolean {
  let odd = 0;
  let even = 0;
  for (let at = 0; at < 9; at += 2) odd += digitAt(digits, at);
  for (let at = 1; at < 8; at += 2) even += digitAt(digits, at);
  const sum = odd + even + digitAt(digits, 9);
  return (
    digits[0] !== "0" &&
    (((odd * 7 - even) % 10) + 10) % 10 === digitAt(digits, 9) &&
    sum % 10 === last(digits)
  );
}

/** EAN-13, which Switzerland's AVS number carries. */
function passesEan(digits: string): boolean {
  return weighted(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0;
}

/** Estonia's and Lithuania's, whose second weights count where the first give 10. */
function isBaltic(digits: string): boolean {
  const first = weighted(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const second = weighted(digits, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11;
  return isYmd(digits, 1) && (first < 10 ? first : second % 10) === last(digits);
}

const china = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** China's identity number, without its last character: which one that has to be (GB 11643). */
export function chinaKey(digits: string): string {
  return "10X98765432"[weighted(digits, china) % 11]!;
}

const mod11 = (digits: string, weights: readonly number[]): number =>
  (11 - (weighted(digits, weights) % 11)) % 11;

export const digitsRules: readonly DigitsRule[] = [
  {
    rule: "fr-nir",
    digits: 15,
    alone: { shapes: ["1 2 2 2 3 3 2", "15", "13 2"], score: 0.8 },
    check: isNir,
    words: ["nir", "sécurité sociale", "securite sociale", "numéro de sécu", "insee"],
  },
  {
    rule: "br-cpf",
    digits: 11,
    alone: { shapes: ["3.3.3-2"], score: 0.9 },
    check: isCpf,
    words: ["cpf"],
  },
  {
    rule: "pl-pesel",
    digits: 11,
    check: (digits) =>
      isYmdWith(digits, [0, 20, 40, 60, 80]) &&
      weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0,
    words: ["pesel"],
  },
  {
    rule: "in-aadhaar",
    digits: 12,
    check: (digits) => /^[2-9]/.test(digits) && passesVerhoeff(digits),
    words: ["aadhaar", "aadhar", "adhaar", "uidai", "आधार"],
  },
  {
    rule: "nl-bsn",
    digits: 9,
    check: (digits) =>
      !isRepeated(digits) && (weighted(digits, down(9, 2)) - last(digits)) % 11 === 0,
    words: ["bsn", "burgerservicenummer", "sofinummer", "sofi"],
  },
  {
    rule: "se-personnummer",
    digits: 10,
    alone: { shapes: ["6-4"], score: 0.7 },
    check: (digits) => isYmdWith(digits, [0]) && passesLuhn(digits),
    words: ["personnummer", "samordningsnummer", "personal identity", "svenskt"],
  },
  {
    rule: "se-personnummer",
    digits: 12,
    alone: { shapes: ["8-4"], score: 0.9 },
    check: (digits) => isLongYmd(digits, 0) && passesLuhn(digits.slice(2)),
    words: ["personnummer", "samordningsnummer", "personal identity"],
  },
  {
    rule: "ch-avs",
    digits: 13,
    alone: { shapes: ["3.4.4.2", "13"], score: 0.8 },
    check: (digits) => digits.startsWith("756") && passesEan(digits),
    words: ["ahv", "avs", "ahvn13", "sozialversicherungsnummer", "assicurato"],
  },
  {
    rule: "de-steuer-id",
    digits: 11,
    alone: { shapes: ["2 3 3 3"], score: 0.6 },
    check: isSteuerId,
    words: [
      "steuer id",
      "steueridentifikationsnummer",
      "steuerid",
      "steuernummer",
      "idnr",
      "tin",
      "tax id",
    ],
  },
  {
    rule: "be-rijksregister",
    digits: 11,
    alone: { shapes: ["2.2.2-3.2"], score: 0.9 },
    check: isBelgian,
    words: [
      "rijksregisternummer",
      "registre national",
      "numéro national",
      "insz",
      "niss",
      "national number",
    ],
  },
  {
    rule: "dk-cpr",
    digits: 10,
    check: (digits) => isDmy(digits),
    words: ["cpr", "cprnr", "personnummer"],
  },
  {
    rule: "no-fodselsnummer",
    digits: 11,
    alone: { shapes: ["6 5", "11"], score: 0.6 },
    check: isNorwegian,
    words: ["fødselsnummer", "fodselsnummer", "personnummer", "d nummer", "fnr"],
  },
  { rule: "tr-kimlik", digits: 11, check: isTurkish, words: ["tckn", "kimlik", "tc no"] },
  {
    rule: "cn-resident-id",
    digits: 18,
    alone: { shapes: ["18"], score: 0.85 },
    check: (digits) =>
      isLongYmd(digits, 6) && /^[1-8]/.test(digits) && chinaKey(digits) === digits[17],
    words: ["resident id", "identity card", "身份证", "身份證", "shenfenzheng"],
  },
  {
    rule: "kr-rrn",
    digits: 13,
    alone: { shapes: ["6-7"], score: 0.75 },
    check: (digits) => isYmd(digits) && /^\d{6}[1-8]/.test(digits),
    words: ["rrn", "resident registration", "주민등록번호", "주민번호"],
  },
  {
    rule: "za-id",
    digits: 13,
    check: (digits) => isYmd(digits) && /^\d{10}[012]/.test(digits) && passesLuhn(digits),
    words: [
      "id number",
      "identity number",
      "id no",
      "south african id",
      "rsa id",
      "identiteitsnommer",
    ],
  },
  {
    rule: "ar-cuit",
    digits: 11,
    alone: { shapes: ["2-8-1"], score: 0.7 },
    check: (digits) =>
      /^(?:20|2[3-7]|3[034])/.test(digits) &&
      mod11(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) === last(digits),
    words: ["cuit", "cuil"],
  },
  {
    rule: "cl-rut",
    digits: 9,
    alone: { shapes: ["2.3.3-1"], score: 0.85 },
    check: (digits) => mod11(digits, [3, 2, 7, 6, 5, 4, 3, 2]) === last(digits),
    words: ["rut", "run"],
  },
  {
    rule: "ca-sin",
    digits: 9,
    check: (digits) => /^[1-79]/.test(digits) && passesLuhn(digits),
    words: ["sin", "social insurance", "assurance sociale", "nas"],
  },
  {
    rule: "au-tfn",
    digits: 9,
    check: (digits) => weighted(digits, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0,
    words: ["tfn", "tax file"],
  },
  {
    rule: "au-medicare",
    digits: 10,
    check: (digits) =>
      /^[2-6]/.test(digits) &&
      weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === digitAt(digits, 8),
    words: ["medicare"],
  },
  {
    rule: "uk-nhs",
    digits: 10,
    check: (digits) => mod11(digits, down(10, 2)) === last(digits),
    words: ["nhs"],
  },
  {
    rule: "cz-rodne-cislo",
    digits: 10,
    alone: { shapes: ["6/4"], score: 0.8 },
    check: (digits) => Number(digits) % 11 === 0 && isYmdWith(digits, [0, 20, 50, 70]),
    words: ["rodné číslo", "rodne cislo", "rč", "rodné"],
  },
  {
    rule: "ro-cnp",
    digits: 13,
    check: (digits) =>
      /^[1-9]/.test(digits) &&
      isYmd(digits, 1) &&
      (weighted(digits, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11) % 10 === last(digits),
    words: ["cnp", "cod numeric personal"],
  },
  {
    rule: "bg-egn",
    digits: 10,
    check: (digits) =>
      isYmdWith(digits, [0, 20, 40]) &&
      (weighted(digits, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === last(digits),
    words: ["egn", "егн"],
  },
  { rule: "hr-oib", digits: 11, check: passesMod1110, words: ["oib"] },
  {
    rule: "baltic-isikukood",
    digits: 11,
    check: isBaltic,
    words: ["isikukood", "asmens kodas", "asmens", "personal code"],
  },
  {
    rule: "lv-personas-kods",
    digits: 11,
    check: (digits) => /^3[2-9]/.test(digits) || isDmy(digits),
    words: ["personas kods", "personas kodu"],
  },
  {
    rule: "hu-taj",
    digits: 9,
    check: (digits) => weighted(digits, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 === last(digits),
    words: ["taj", "tajszám"],
  },
  {
    rule: "gr-amka",
    digits: 11,
    check: (digits) => isDmy(digits) && passesLuhn(digits),
    words: ["amka", "αμκα"],
  },
  {
    rule: "il-id",
    digits: 9,
    check: passesLuhn,
    words: ["teudat zehut", "תעודת זהות", "ת ז", "israeli id"],
  },
  {
    rule: "jp-my-number",
    digits: 12,
    check: (digits) => {
      const rest = weighted(digits, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
      return (rest < 2 ? 0 : 11 - rest) === last(digits);
    },
    words: ["my number", "マイナンバー", "個人番号", "kojin bango"],
  },
  {
    rule: "pt-nif",
    digits: 9,
    check: (digits) => {
      const rest = weighted(digits, down(9, 2)) % 11;
      return (rest < 2 ? 0 : 11 - rest) === last(digits);
    },
    words: ["nif", "contribuinte"],
  },
  {
    rule: "jmbg",
    digits: 13,
    check: (digits) =>
      isDmy(`${digits.slice(0, 4)}${digits.slice(5, 7)}`) &&
      mod11(digits, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 10 === last(digits),
    words: ["jmbg", "emšo", "emso", "јмбг", "матичен"],
  },
  {
    rule: "id-nik",
    digits: 16,
    check: (digits) =>
      isDmy(digits, 6) || isDmy(String(digitAt(digits, 6) - 4) + digits.slice(7), 0),
    words: ["nik", "ktp"],
  },
  {
    rule: "my-nric",
    digits: 12,
    alone: { shapes: ["6-2-4"], score: 0.7 },
    check: (digits) => isYmd(digits),
    words: ["mykad", "nric", "kad pengenalan", "ic number"],
  },
  {
    rule: "th-citizen-id",
    digits: 13,
    alone: { shapes: ["1-4-5-2-1"], score: 0.9 },
    check: (digits) => mod11(digits, down(13, 2)) % 10 === last(digits),
    words: ["citizen id", "thai id", "เลขประจำตัวประชาชน"],
  },
  {
    rule: "us-itin",
    digits: 9,
    alone: { shapes: ["3-2-4"], score: 0.6 },
    check: (digits) => /^9\d\d(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])/.test(digits),
    words: ["itin", "taxpayer identification"],
  },
];
