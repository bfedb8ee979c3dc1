import { checkCases } from "../../testing/check-cases.ts";
import { tritonConfigLoads } from "./triton-config-loads.ts";

const config = (code: string, path = "models/m/config.pbtxt") =>
  ({ kind: "text", path, code }) as const;
const sound = `name: "m"
backend: "python"  # as usual
max_batch_size: 8
input [ { name: "INPUT0" data_type: TYPE_FP32 dims: [ -1, 4 ] } ]
output [
  { name: "OUTPUT0", data_type: TYPE_FP32, dims: [ 4 ], label_filename: "labels.txt" }
]
instance_group [{ kind: KIND_CPU }]
`;

checkCases(tritonConfigLoads, {
  found: [
    config(`${sound}default_model_filename: "../../other/1/model.onnx"`),
    config(`${sound}default_model_filename: "..\\x2f../other"`),
    config(`${sound}default_model_filename: '..' "/../other"`),
    config(`${sound}cc_model_filenames { key: "7.5" value: "/tmp/model.plan" }`),
    config(
      `${sound}model_warmup [{ name: "w" inputs { key: "I" value: { input_data_file: "../../../etc/passwd" } } }]`,
    ),
    config(`${sound}model_operations: { op_library_filename: ["ops.so"] }`),
    config(`${sound}model_operations < op_library_filename: "/tmp/ops.so" >`),
    config(`backend: "../../tmp/x"`),
    config(`model_repository_agents { agents [ { name: "../x" } ] }`),
    config(
      `${sound}parameters: { key: "EXECUTION_ENV_PATH", value: { string_value: "/tmp/env.tar.gz" } }`,
    ),
    config(
      `${sound}parameters [{ value: { string_value: "s3://b/env.tar.gz" } key: "EXECUTION_ENV_PATH" }]`,
    ),
    config(
      `${sound}parameters { key: "EXECUTION_ENV_PATH" value { string_value: "$$TRITON_MODEL_DIRECTORY/../x.tar.gz" } }`,
    ),
    config(`${sound}parameters { key: "model_path" value { string_value: "../../x" } }`),
    config(`${sound}default_model_filename: "/tmp/x"`, "models/m/configs/mine.pbtxt"),
  ],
  clean: [
    config(sound),
    config(`${sound}default_model_filename: "model.pt"\nruntime: "model.py"`),
    config(`${sound}output [{ label_filename: "labels.txt" }]`),
    config(
      `${sound}parameters: { key: "EXECUTION_ENV_PATH", value: {string_value: "$$TRITON_MODEL_DIRECTORY/env.tar.gz"} }`,
    ),
    config(`${sound}parameters { key: "tokenizer_dir" value { string_value: "/opt/tokenizer" } }`),
    config(`# default_model_filename: "../x"\n${sound}`),
    config(
      `platform: "ensemble"\nensemble_scheduling { step [ { model_name: "a" model_version: -1 } ] }`,
    ),
    config(`item { name: "../x" id: 1 }`, "label_map.pbtxt"),
    config("default_model_filename: ", "models/m/config.pbtxt"),
  ],
});
