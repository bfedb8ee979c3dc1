// Numbers of persons that have letters in them.
import { chinaKey } from "./ids-digits.ts";
import { isDmy, isLongYmd, isYmd } from "./ids-dates.ts";
import { mod97, weighted } from "./checksums.ts";

export interface LettersRule {
  readonly rule: string;
  /** On capitals without separators. */
  readonly form: RegExp;
  /** What it is worth without a word; 0 where it needs one. */
  readonly alone: number;
  readonly check?: (value: string) => boolean;
  readonly words: readonly string[];
}

const dniLetters = "TRWAGMYFPDXBNJZSQVHLCKE";
const hetuLetters = "0123456789ABCDEFHJKLMNPRSTUVWXY";

function isDni(value: string): boolean {
  const digits = value.slice(0, -1).replace(/^[XYZ]/, (letter) => String("XYZ".indexOf(letter)));
  return dniLetters[Number(digits) % 23] === value.at(-1);
}

/** What the characters of odd places count in Italy's code, by their place in the alphabet (D.M. 12 March 1974). */
const oddValues = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

function isCodiceFiscale(value: string): boolean {
  let sum = 0;
  for (let at = 0; at < 15; at++) {
    const code = value.charCodeAt(at);
    const place = code < 58 ? code - 48 : code - 65;
    sum += at % 2 === 0 ? oddValues[place]! : place;
  }
  return sum % 26 === value.charCodeAt(15) - 65;
}

const nricWeights = [2, 7, 6, 5, 4, 3, 2];

function isNric(value: string): boolean {
  const sum =
    weighted(value.slice(1), nricWeights) +
    ("TG".includes(value[0]!) ? 4 : value[0] === "M" ? 3 : 0);
  const letters = "ST".includes(value[0]!)
    ? "JZIHGFEDCBA"
    : value[0] === "M"
      ? "XWUTRQPNJLK"
      : "XWUTRQPNMLK";
  const at = value[0] === "M" ? 10 - (sum % 11) : sum % 11;
  return letters[at] === value[8];
}

function isPps(value: string): boolean {
  const second = value[8] === undefined || value[8] === "W" ? 0 : value.charCodeAt(8) - 64;
  const rest = (weighted(value, [8, 7, 6, 5, 4, 3, 2]) + 9 * second) % 23;
  return "WABCDEFGHIJKLMNOPQRSTUV"[rest] === value[7];
}

const curpOrder = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";

function isCurp(value: string): boolean {
  let sum = 0;
  for (let at = 0; at < 17; at++) sum += curpOrder.indexOf(value[at]!) * (18 - at);
  return (10 - (sum % 10)) % 10 === Number(value[17]) && isYmd(value.slice(4, 10));
}

/** Taiwan counts letters by the order in which it took up its counties. */
const taiwan = "ABCDEFGHJKLMNPQRSTUVXYWZIO";

function isTaiwanese(value: string): boolean {
  const letter = taiwan.indexOf(value[0]!) + 10;
  const sum =
    Math.floor(letter / 10) +
    (letter % 10) * 9 +
    weighted(value.slice(1), [8, 7, 6, 5, 4, 3, 2, 1, 1]);
  return sum % 10 === 0;
}

export const lettersRules: readonly LettersRule[] = [
  {
    rule: "uk-nino",
    form: /^(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/,
    alone: 0.6,
    words: ["nino", "national insurance", "ni number", "ni no"],
  },
  {
    rule: "es-dni",
    form: /^\d{8}[A-HJ-NP-TV-Z]$/,
    alone: 0.5,
    check: isDni,
    words: ["dni", "nif", "documento nacional"],
  },
  {
    rule: "es-nie",
    form: /^[XYZ]\d{7}[A-HJ-NP-TV-Z]$/,
    alone: 0.6,
    check: isDni,
    words: ["nie", "nif", "extranjero"],
  },
  {
    rule: "it-codice-fiscale",
    form: /^[A-Z]{6}[\dLMNP-V]{2}[A-EHLMPR-T][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]$/,
    alone: 0.95,
    check: isCodiceFiscale,
    words: ["codice fiscale", "cod fisc", "cf"],
  },
  {
    rule: "fr-nir",
    form: /^[12]\d{4}2[AB]\d{8}$/,
    alone: 0.8,
    check: (value) =>
      97 - mod97(value.slice(0, 13).replace("2A", "19").replace("2B", "18")) ===
      Number(value.slice(13)),
    words: ["nir", "sécurité sociale"],
  },
  {
    rule: "sg-nric",
    form: /^[STFGM]\d{7}[A-Z]$/,
    alone: 0.6,
    check: isNric,
    words: ["nric", "fin"],
  },
  {
    rule: "in-pan",
    form: /^[A-Z]{3}[ABCFGHLJPT][A-Z]\d{4}[A-Z]$/,
    alone: 0.4,
    words: ["pan", "permanent account"],
  },
  {
    rule: "ie-pps",
    form: /^\d{7}[A-W][A-IW]?$/,
    alone: 0,
    check: isPps,
    words: ["pps", "ppsn", "pps number"],
  },
  {
    rule: "mx-curp",
    form: /^[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d$/,
    alone: 0.95,
    check: isCurp,
    words: ["curp"],
  },
  {
    rule: "mx-rfc",
    form: /^[A-Z]{4}\d{6}[A-Z0-9]{3}$/,
    alone: 0,
    check: (value) => isYmd(value.slice(4, 10)),
    words: ["rfc"],
  },
  {
    rule: "cn-resident-id",
    form: /^[1-8]\d{16}X$/,
    alone: 0.9,
    check: (value) => isLongYmd(value, 6) && chinaKey(value) === "X",
    words: ["身份证"],
  },
  {
    rule: "tw-id",
    form: /^[A-Z][1289]\d{8}$/,
    alone: 0.4,
    check: isTaiwanese,
    words: ["身分證", "national id", "taiwan"],
  },
  {
    rule: "fi-hetu",
    form: /^\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]$/,
    alone: 0.85,
    check: (value) =>
      isDmy(value) &&
      hetuLetters[Number(value.slice(0, 6) + value.slice(7, 10)) % 31] === value[10],
    words: ["hetu", "henkilötunnus"],
  },
  {
    rule: "cl-rut",
    form: /^\d{7,8}K$/,
    alone: 0,
    check: (value) => {
      const digits = value.slice(0, -1).padStart(8, "0");
      return weighted(digits, [3, 2, 7, 6, 5, 4, 3, 2]) % 11 === 1;
    },
    words: ["rut"],
  },
];

/** Documents whose numbers have no check: the word beside them is all there is. */
export const documents: readonly {
  readonly rule: string;
  readonly form: RegExp;
  readonly words: RegExp;
}[] = [
  {
    rule: "passport",
    form: /^(?=(?:[A-Z]*\d){4})[A-Z0-9]{6,10}$/,
    words:
      /(?<![\p{L}])(?:passport|passeport|reisepass|passnummer|pasaporte|passaporto|passaporte|paspoort|pass-nr|паспорт|护照|護照|旅券)(?:\s?(?:no\.?|nr\.?|number|num|id|nummer|número|numéro|#))?(?:\s?(?:is|:|#|=|ist|est|es))?\s{0,2}$/iu,
  },
  {
    rule: "driver-licence",
    form: /^(?=(?:[A-Z*-]*\d){4})[A-Z0-9*-]{5,18}$/,
    words:
      /(?<![\p{L}])(?:driv(?:er|ing)(?:['’]?s)? ?licen[cs]es?|permis de conduire|führerschein(?:nummer)?|carnet de conducir|patente di guida|rijbewijs|dl)(?:\s?(?:no\.?|nr\.?|number|num|id|#))?(?:\s?(?:is|:|#|=|ist|est))?\s{0,2}$/iu,
  },
];
