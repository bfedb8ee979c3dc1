import { checkCases } from "../../testing/check-cases.ts";
import { personalDataExported } from "./personal-data-exported.ts";

checkCases(personalDataExported, {
  found: [
    'pd.read_sql(q, db)[["email", "ssn", "date_of_birth"]].to_csv("export.csv")',
    'df.to_parquet("x.parquet", columns=["id", "patient_id"])',
    'pd.read_sql("SELECT email, phone_number FROM users", db).to_csv("users.csv")',
  ],
  clean: [
    'df.to_csv("x.csv")',
    'df[["email", "score"]].to_csv("x.csv")',
    'df.drop(columns=["ssn", "email"]).to_csv("x.csv")',
    'text = df[["ssn"]].to_json()',
  ],
});
