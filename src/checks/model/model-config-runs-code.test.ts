import { checkCases } from "../../testing/check-cases.ts";
import { modelConfigRunsCode } from "./model-config-runs-code.ts";

const json = (path: string, code: string) => ({ kind: "json", path, code }) as const;

checkCases(modelConfigRunsCode, {
  found: [
    json("m/tokenizer_config.json", '{"auto_map": {"AutoTokenizer": ["a/b--tok.Tok", null]}}'),
    json("m/config.json", '{"text_config": {"_attn_implementation_internal": "a/b:flash"}}'),
    json("m/adapter_config.json", '{"auto_mapping": {"parent_library": "someones_package.x"}}'),
    json("m/model_index.json", '{"custom_pipeline": "a/b"}'),
    json("m/model_index.json", '{"unet": ["diffusers", "UNet2D"], "vae": ["subprocess", "Popen"]}'),
    json("m/2_Dense/config.json", '{"in_features": 8, "activation_function": "evil.run.Boom"}'),
    json("m/config.json", '{"sbert_ce_default_activation_function": "torch.hub.load"}'),
    json("m/config.json", '{"sentence_transformers": {"activation_fn": "os.abort"}}'),
    json(
      "m/genai_config.json",
      '{"model": {"decoder": {"session_options": {"custom_ops_library": "x.so"}}}}',
    ),
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
    json(
      "m/model_index.json",
      '{"unet": ["diffusers", "UNet2D"], "x": ["pipeline_x", "X"], "y": [null, null]}',
    ),
    json("m/2_Dense/config.json", '{"activation_function": "torch.nn.modules.activation.Tanh"}'),
    json(
      "m/config.json",
      '{"activation_function": "gelu_new", "sentence_transformers": {"version": "4.0.1"}}',
    ),
    json("settings.json", '{"auto_map": {"a": "b.c"}}'),
  ],
});
