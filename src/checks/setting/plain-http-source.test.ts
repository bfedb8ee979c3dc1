import { commandCases } from "../../testing/command-cases.ts";
import { plainHttpSource } from "./plain-http-source.ts";

commandCases(plainHttpSource, {
  found: [
    ["yaml", "model:\n  weights: http://a.io/x.pt\n"],
    ["toml", '[dataset]\nurl = "http://a.io/download?id=1"'],
    ["json", '{"corpus_uri": "http://a.io/corpus"}'],
    ["dotenv", "DATA_URL=http://a.io/x.parquet"],
  ],
  clean: [
    ["yaml", "homepage: http://a.io\n"],
    ["yaml", "model_url: http://localhost:8000/x.pt\n"],
    ["yaml", "data_url: http://minio:9000/x.csv\n"],
    ["json", '{"$schema": "http://json-schema.org/draft-07/schema"}'],
    ["yaml", "text: see http://a.io/x.zip for more\n"],
  ],
});
