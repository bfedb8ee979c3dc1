import { checkCases } from "../../testing/check-cases.ts";
import { workflow } from "../../testing/pipeline-cases.ts";
import { secretsHandedOverWhole } from "./secrets-handed-over-whole.ts";

checkCases(secretsHandedOverWhole, {
  found: [
    workflow({ steps: "- run: echo ${{ toJSON(secrets) }}" }),
    workflow({ steps: "- uses: a/b@v1\n  with:\n    vars: ${{ toJson( secrets ) }}" }),
    workflow({ top: "env:\n  S: ${{ toJSON(secrets) }}" }),
    workflow({ steps: "- run: x\n  env:\n    A: ${{ secrets[format('{0}_KEY', matrix.x)] }}" }),
  ],
  clean: [
    workflow({ steps: "- run: x\n  env:\n    A: ${{ secrets.A }}\n    B: ${{ secrets['B'] }}" }),
    workflow({ steps: "- run: echo ${{ toJSON(secrets.A) }}" }),
    workflow({ steps: "- run: echo toJSON(secrets)" }),
  ],
});
