/** Luhn's check digit (ISO/IEC 7812-1), on digits alone. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    sum += index % 2 === 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit;
  }
  return sum % 10 === 0;
}

/** What is left of a text of digits and letters (A is 10) after division by 97 (ISO 7064). */
export function mod97(text: string): number {
  let rest = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const value = code < 58 ? code - 48 : (code | 32) - 87;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/** The sum of the digits, each times the weight at its place; digits beyond the weights don't count. */
export function weighted(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (const [at, weight] of weights.entries()) sum += weight * (digits.charCodeAt(at) - 48);
  return sum;
}

/** ISO 7064 MOD 11,10: Germany's tax number, Croatia's OIB. */
export function passesMod1110(digits: string): boolean {
  let product = 10;
  for (let at = 0; at < digits.length - 1; at++) {
    const sum = (digits.charCodeAt(at) - 48 + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === digits.charCodeAt(digits.length - 1) - 48;
}

/** Verhoeff's tables (1969): products of the dihedral group D5, and a permutation that moves with the place. */
const products =
  "0123456789123406789523401789563401289567401239567859876043216598710432765982104387659321049876543210";
const permutations =
  "01234567891576283094580379614289160435279453126870428657390127938064157046913258";

/** Verhoeff's check digit, which India's Aadhaar carries. */
export function passesVerhoeff(digits: string): boolean {
  let state = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = digits.charCodeAt(digits.length - 1 - at) - 48;
    const moved = permutations.charCodeAt((at % 8) * 10 + digit) - 48;
    state = products.charCodeAt(state * 10 + moved) - 48;
  }
  return state === 0;
}
