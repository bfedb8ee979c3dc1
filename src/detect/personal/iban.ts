import { mod97 } from "./checksums.ts";

/**
 * What stands behind the check digits, by country (SWIFT's IBAN registry): `n` digits, `a` capital
 * letters, `c` either, each with how many.
 */
const structures =
  "AD n8c12 AE n19 AL n8c16 AT n16 AZ a4c20 BA n16 BE n12 BG a4n6c8 BH a4c14 BI n23 BR n23a1c1 BY c4n4c16 CH n5c12 CR n18 CY n8c16 CZ n20 DE n18 DJ n23 DK n14 DO c4n20 EE n16 EG n25 ES n20 FI n14 FK a2n12 FO n14 FR n10c11n2 GB a4n14 GE a2n16 GI a4c15 GL n14 GR n7c16 GT c20 HN a4n20 HR n17 HU n24 IE a4n14 IL n19 IQ a4n15 IS n22 IT a1n10c12 JO a4n4c18 KW a4c22 KZ n3c13 LB n4c20 LC a4c24 LI n5c12 LT n16 LU n3c13 LV a4c13 LY n21 MC n10c11n2 MD c20 ME n18 MK n3c10n2 MN n16 MR n23 MT a4n5c18 MU a4n19a3 NI a4n20 NL a4n10 NO n11 OM n3c16 PK a4c16 PL n24 PS a4c21 PT n21 QA a4c21 RO a4c16 RS n18 RU n14c15 SA n2c18 SC a4n20a3 SD n14 SE n20 SI n15 SK n20 SM a1n10c12 SO n19 ST n21 SV a4n20 TL n19 TN n20 TR n6c16 UA n6c19 VA n18 VG a4n16 XK n16 YE a4n4c18".split(
    " ",
  );

interface Structure {
  readonly length: number;
  readonly form: RegExp;
}

const classes: Readonly<Record<string, string>> = { n: "[0-9]", a: "[A-Z]", c: "[A-Z0-9]" };

function structureOf(spelled: string): Structure {
  let length = 4;
  let form = "";
  for (const { 1: kind = "", 2: count = "" } of spelled.matchAll(/([nac])(\d+)/g)) {
    length += Number(count);
    form += `${classes[kind]}{${count}}`;
  }
  return { length, form: new RegExp(`^[A-Z]{2}[0-9]{2}${form}$`) };
}

const byCountry = new Map<string, Structure>();
for (let at = 0; at < structures.length; at += 2)
  byCountry.set(structures[at]!, structureOf(structures[at + 1]!));

/** How long an IBAN of this country is, in characters without spaces; 0 for no country that has them. */
export function ibanLength(country: string): number {
  return byCountry.get(country)?.length ?? 0;
}

/** True for what has the form of an IBAN of its country, whatever its check digits say. */
export function hasIbanForm(compact: string): boolean {
  return byCountry.get(compact.slice(0, 2))?.form.test(compact) ?? false;
}

/** The check of ISO 7064 (MOD 97-10) that every IBAN carries, on capitals without spaces. */
export function passesIban(compact: string): boolean {
  return hasIbanForm(compact) && mod97(compact.slice(4) + compact.slice(0, 4)) === 1;
}
