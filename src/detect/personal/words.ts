// Words that say what a number is. The nearest before it decides: "my card … call me on 555 …" is a
// telephone number. Words that many other numbers follow ("message", "reach") are weak: they ask for
// more of the number's form.

/** What the words beside a number say that it is; `other` is a number of anything else. */
export type Sense = "phone" | "phone-weak" | "card" | "ssn" | "iban" | "ip" | "email" | "other";

const listed: Readonly<Record<Sense, string>> = {
  phone:
    "phone phones telephone tel telephones mobile mobiles cell cellphone fax faxes call calls calling dial dialed dialled dialing dialling ring sms whatsapp viber voicemail pager hotline helpline landline handset ph mob telefon telefono teléfono telefone telefoon telefonnummer telefonnumer telefonszám telefonní tél téléphone telephon handy handynummer handynr mobil mobiltelefon mobilnummer portable cellulare celular móvil movil gsm rufnummer durchwahl telefonisch appeler appelez appelle joindre joignable anrufen llame llamar llámame llámeme llama chiama chiamare chiamami ligar ligue bellen bel ringa ringen puhelin puhelinnumero matkapuhelin telefonnr tlf tfn tlfn telefonas telefons telefonul telefonu telefonem kontaktnummer numéro-de-téléphone тел телефон телефона телефону моб мобильный звоните позвоните звонить τηλέφωνο τηλ κινητό هاتف جوال تلفن טלפון फोन मोबाइल โทร điện-thoại telepon hp ponsel simu switchboard tollfree",
  "phone-weak":
    "message messages msg reach reached reachable answering contact contacts registered texting texted desk called line extension hp notruf disponible erreichbar contactar contacter contattare kontakt kontakta bereikbaar office",
  card: "card cards cc visa mastercard amex pan creditcard debit maestro discover kreditkarte karte kartennummer carte tarjeta carta cartão cartao kaart creditcardnummer kort kortnummer kreditkort karta karty kartę kártya карта карты карту κάρτα kortti luottokortti kart kredi",
  ssn: "ssn ssns social sozialversicherungsnummer itin",
  iban: "iban ibans bank konto kontonummer compte cuenta conto rekening rekeningnummer",
  ip: "ip ips ipv4 ipv6 ipaddress client_ip address addresses host hosts server servers from ping pinged traceroute client remote_addr adresse dirección indirizzo endereço",
  email: "email emails mail mails e-mail correo courriel",
  other:
    "order orders invoice invoices ref reference ticket case cases zip zipcode postal postcode code codes isbn issn doi pmid arxiv serial sku part parts model version versions build release revision rev port pid lat latitude lon lng longitude coordinates price prices total amount cost costs usd eur gbp id ids uuid guid hash commit bug issue issues page pages vol volume year years population tracking parcel room apt suite box flight timestamp epoch batch lot patent license licence vin imei imsi iccid mac account accounts acct policy claim member customer student patient employee passport section chapter clause oid firmware driver update article seed lines line bytes offset row rows column size count step iteration steps iter bestellung bestellnummer rechnung rechnungsnummer kundennummer commande facture pedido factura ordine fattura bestelling factuur number-of barcode ean upc gtin asin ndc cas catalog catalogue plu routing aba sort swift bic confirmation booking reservation transaction txn",
};

const senses = new Map<string, Sense>();
for (const [sense, words] of Object.entries(listed) as readonly (readonly [Sense, string])[])
  for (const word of words.split(" ")) if (!senses.has(word)) senses.set(word, sense);

/** So far before a number its words are looked at. */
export const reachBefore = 64;
/** So far behind a number: "555-0134 (mobile)". */
export const reachAfter = 16;

function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    ((code | 32) - 97) >>> 0 < 26 || (code > 191 && code !== 0xd7 && code !== 0xf7 && code < 0x2000)
  );
}

/** Words of scripts that put no spaces between them. */
const unspaced: readonly (readonly [RegExp, Sense])[] = [
  [/電話|电话|手机|手機|携帯|连絡先|連絡先|전화|휴대폰|핸드폰|연락처|โทรศัพท์/, "phone"],
  [/信用卡|银行卡|銀行卡|カード|카드/, "card"],
];

function unspacedSense(text: string, start: number): Sense | undefined {
  if (start === 0) return undefined;
  let isUnspaced = false;
  const from = Math.max(0, start - 12);
  for (let at = from; at < start; at++) if (text.charCodeAt(at) >= 0xe00) isUnspaced = true;
  if (!isUnspaced) return undefined;
  const before = text.slice(from, start);
  return unspaced.find(([words]) => words.test(before))?.[1];
}

/** "The number is …": of telephone, where no other word says what number. */
const numberWords = new Set("number nummer numero número numéro numer номер αριθμός".split(" "));

let lastText = "";
let lastStart = -1;
let lastSense: Sense | undefined;

/** What the nearest word before the offset says; undefined where none does. All readers of one number ask the same. */
export function senseBefore(text: string, start: number): Sense | undefined {
  if (start === lastStart && text === lastText) return lastSense;
  lastSense = readSense(text, start);
  lastText = text;
  lastStart = start;
  return lastSense;
}

function readSense(text: string, start: number): Sense | undefined {
  let isNumber = false;
  const from = Math.max(0, start - reachBefore);
  let at = start - 1;
  while (at >= from) {
    if (!isWordAt(text, at)) {
      at--;
      continue;
    }
    const end = at + 1;
    while (at >= from && isWordAt(text, at)) at--;
    if (end - at > 24) continue;
    const word = text.slice(at + 1, end).toLowerCase();
    const sense = senses.get(word);
    if (sense !== undefined) return sense;
    if (numberWords.has(word)) isNumber = true;
  }
  return unspacedSense(text, start) ?? (isNumber ? "phone-weak" : undefined);
}

const after =
  /^[-\s,;:()[\]\\/]{0,4}(?:(mobile|mob|cell|phone|tel|telephone|fax|landline|whatsapp|office|home|work|direct|handy|mobil|móvil|portable)(?![\w])|(ext|extension)\b)/i;

/** True where the word behind a number says that one telephones with it. */
export function saysPhoneAfter(text: string, end: number): boolean {
  return after.test(text.slice(end, end + reachAfter));
}

/** What is counted or measured, directly behind a number. */
const units =
  /^\s?(?:%|°|€|\$|£|users?\b|times\b|people\b|persons?\b|dollars?\b|euros?\b|items?\b|rows?\b|tokens?\b|bytes\b|[kmgt]i?b\b|km\b|kg\b|ms\b|[µn]s\b|secs?\b|seconds?\b|minutes?\b|hours?\b|days?\b|years?\b|miles?\b|meters?\b|metres?\b|usd\b|eur\b|gbp\b|points?\b|copies\b|votes?\b|steps?\b|records?\b|files?\b|lines?\b|requests?\b|customers?\b)/i;

/** True where what stands behind a number says that it counts something. */
export function saysUnitAfter(text: string, end: number): boolean {
  return units.test(text.slice(end, end + reachAfter));
}

/** The words around a number, in small letters between single spaces, to look for whole words in. */
export function wordsAround(
  text: string,
  place: { readonly start: number; readonly end: number },
): string {
  const { start, end } = place;
  const around = `${text.slice(Math.max(0, start - reachBefore), start)} ${text.slice(end, end + reachAfter)}`;
  return ` ${around
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}
