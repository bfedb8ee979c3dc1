import { type Rule, valueAt } from "../walk.ts";
import { reference } from "../media.ts";
import { isObject } from "../values.ts";
import { schema } from "../schema.ts";
import { as, fields, plain, text, unknown } from "../rules.ts";
import { item, part, writtenItem } from "./response-items.ts";
import { responseTool } from "./response-tools.ts";
import { answerFormat, settings } from "./shared.ts";

const conversation: Rule = (place, scope, walk) =>
  (isObject(valueAt(place))
    ? fields({ id: reference("conversation") })
    : reference("conversation"))(place, scope, walk);

const echo = as({ isEcho: true }, unknown);

/** A whole response, in an answer or an event. */
export const response: Rule = fields({
  id: reference("response"),
  object: plain,
  model: plain,
  status: plain,
  error: unknown,
  incomplete_details: plain,
  output: writtenItem,
  output_text: text,
  instructions: echo,
  input: echo,
  tools: echo,
  tool_choice: echo,
  text: echo,
  metadata: echo,
  prompt: echo,
  conversation,
  previous_response_id: plain,
  reasoning: plain,
  usage: plain,
  user: plain,
  safety_identifier: plain,
  prompt_cache_key: plain,
  prompt_cache_options: plain,
  prompt_cache_retention: plain,
  prompt_cache_diagnostics: plain,
  service_tier: plain,
  truncation: plain,
  moderation: plain,
  tool_usage: plain,
  access_programs: plain,
  billing: plain,
});

/** A request, all of it. */
export const responseRequest: Rule = fields({
  ...settings,
  input: item,
  items: item,
  instructions: as({ source: "system" }, item),
  tools: responseTool,
  tool_choice: plain,
  text: fields({ format: answerFormat, verbosity: plain }),
  previous_response_id: reference("response"),
  conversation,
  prompt: fields({ id: plain, version: plain, variables: part }),
  prompt_cache_options: fields({
    mode: plain,
    ttl: plain,
    comparison_response_id: reference("response"),
  }),
  include: plain,
  reasoning: plain,
  truncation: plain,
  context_management: plain,
  background_options: fields({ continuation_id: reference("response") }),
  access_programs: plain,
  image: plain,
});

/** Lists of items and conversations, as they are kept by the provider. */
export const storedItems: Rule = fields({
  object: plain,
  data: item,
  items: item,
  first_id: plain,
  last_id: plain,
  metadata: unknown,
  schema,
});
