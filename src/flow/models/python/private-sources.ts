import type { SourceModel } from "../../model.ts";

/** Names under which secrets are kept; `MAX_TOKENS` and `KEYBOARD` are none. */
const secretName =
  "(?:^|[_.-])(?:(?:api|access|secret|private|signing|encryption|service|auth|master|account|subscription)[_-]?keys?|(?:access|auth|api|bearer|refresh|session|bot|hf|github|slack)[_-]?token|token|secret|client[_-]?secret|passwo?r?d|passphrase|pwd|credentials?|database[_-]url|connection[_-]string|dsn)(?:$|[_.-](?:v?\\d+|prod|dev|value|json))";

/** Attributes and columns that hold personal data: only words that mean nothing else. */
const personal = [
  "ssn",
  "social_security_number",
  "national_id",
  "passport_number",
  "passport_no",
  "drivers_license",
  "driver_license_number",
  "date_of_birth",
  "birth_date",
  "birthdate",
  "dob",
  "credit_card",
  "credit_card_number",
  "card_number",
  "iban",
  "bank_account",
  "bank_account_number",
  "medical_record",
  "medical_record_number",
  "medical_history",
  "diagnosis",
  "patient_name",
  "home_address",
  "phone_number",
  "mobile_number",
  "email_address",
  "salary",
];

/** What must not leave the program. */
export const privateSources: readonly SourceModel[] = [
  {
    kind: "secret",
    call: [
      "os.environ.get",
      "os.getenv",
      "os.environ[]",
      "os.environ.pop",
      "os.environ.setdefault",
      "decouple.config",
      "environs.Env().str",
      "environs.Env()",
    ],
    when: { matches: [{ argument: [0, "key"], pattern: secretName }] },
    label: "a secret of the environment",
  },
  {
    kind: "secret",
    read: "os.environ[]",
    when: { matches: [{ argument: 0, pattern: secretName }] },
    label: "a secret of the environment",
  },
  {
    kind: "secret",
    read: "streamlit.secrets",
    label: "a secret of the application",
  },
  {
    kind: "secret",
    call: [
      "keyring.get_password",
      "keyring.get_credential",
      "getpass.getpass",
      "*.get_secret_value",
      "boto3*.get_secret_value",
      "*.access_secret_version",
      "azure.keyvault.secrets.SecretClient().get_secret",
      "*.get_secret",
      "hvac*.read_secret_version",
      "hvac*.read_secret",
      "*.secrets.kv.v2.read_secret_version",
      "*.secrets.kv.v1.read_secret",
      "google.colab.userdata.get",
      "kaggle_secrets.UserSecretsClient().get_secret",
      "dbutils.secrets.get",
      "*.dbutils.secrets.get",
      "airflow*.get_connection",
      "prefect*.Secret.load",
    ],
    label: "a secret",
  },
  {
    kind: "secret",
    call: ["*.get_parameter"],
    when: { is: { WithDecryption: true } },
    label: "a secret",
  },
  { kind: "personal-data", read: personal.map((name) => `*.${name}`), label: "personal data" },
  { kind: "personal-data", item: personal, label: "personal data" },
];
