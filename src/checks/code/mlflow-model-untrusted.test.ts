import { expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { mlflowModelUntrusted } from "./mlflow-model-untrusted.ts";

checkCases(mlflowModelUntrusted, {
  found: [
    "import mlflow\nmlflow.sklearn.load_model(model_uri=uri)",
    "import mlflow.pyfunc as p\np.spark_udf(spark, uri)",
    "from mlflow.pytorch import load_model\nload_model('models:/risk/3')",
    "from mlflow import pyfunc\npyfunc.load_model('s3://bucket/model')",
  ],
  clean: [
    "import mlflow\nmlflow.pyfunc.log_model(m)",
    "import mlflow, keras\nkeras.models.load_model(p)",
    "import mlflow\nload_model(p)",
  ],
});

test("a remote place is worse than a registry", () => {
  const of = (uri: string) =>
    runCheck(mlflowModelUntrusted, { code: `import mlflow\nmlflow.pyfunc.load_model(${uri})` })[0]
      ?.details;
  expect(of("'s3://b/m'")).toMatchObject({ confidence: "high" });
  expect(of("'models:/m/1'")).toMatchObject({ severity: "low", audience: "pedantic" });
});
