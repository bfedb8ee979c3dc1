import { splitWords } from "./words.ts";

/** Names of data that harms somebody when it is known: numbers, health, money. */
const grave =
  /(?:^|_)(?:ssn|social_security(?:_number)?|passport(?:_number|_no)?|credit_card(?:_number)?|card_number|cvv|iban|tax_id|national_id|drivers?_licen[cs]e|date_of_birth|dob|birth_?date|diagnosis|diagnoses|medical_record(?:_number)?|mrn|patient_id|patient_name|salary|password|passwd)(?:_|$)/;
/** Names of data about a person. */
const plain =
  /(?:^|_)(?:e_?mail(?:_address)?|phone(?:_number)?|mobile_number|home_address|street_address|postal_address|first_name|last_name|full_name|surname|ip_address)(?:_|$)/;

/** How personal a name says that its value is. */
export function personality(name: string): "grave" | "plain" | "none" {
  const words = splitWords(name).join("_");
  if (grave.test(words)) return "grave";
  return plain.test(words) ? "plain" : "none";
}
