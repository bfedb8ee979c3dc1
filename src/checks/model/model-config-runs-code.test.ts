import { checkCases } from "../../testing/check-cases.ts";
import { modelConfigRunsCode } from "./model-config-runs-code.ts";

const json = (path: string, code: string) => ({ kind: "json", path, code }) as const;

checkCases(modelConfigRunsCode, {
  found: [
    json("m/tokenizer_config.json", '{"auto_map": {"AutoTokenizer": ["a/b--tok.Tok", null]}}'),
    json("m/config.json", '{"text_config": {"_attn_implementation_internal": "a/b:flash"}}'),
    json("m/adapter_config.json", '{"auto_mapping": {"parent_library": "someones_package.x"}}'),
    json("m/model_index.json", '{"custom_pipeline": "a/b"}'),
  ],
  clean: [
    json(
      "m/config.json",
      '{"architectures": ["LlamaForCausalLM"], "attn_implementation": "flash_attention_2"}',
    ),
    json("m/config.json", '{"auto_map": {"AutoConfig": "configuration_x.XConfig"}}'),
    json(
      "m/adapter_config.json",
      '{"auto_mapping": {"base_model_class": "BertModel", "parent_library": "transformers.models.bert.modeling_bert"}}',
    ),
    json("m/adapter_config.json", '{"auto_mapping": null}'),
    json("settings.json", '{"auto_map": {"a": "b.c"}}'),
  ],
});
