import { describe, expect, test } from "vitest";
import { compileModels, type CallMatch } from "../match.ts";
import {
  sinkKinds,
  sourceKinds,
  type ArgumentRef,
  type FlowModels,
  type NamePattern,
  type When,
} from "../model.ts";
import { readPattern } from "../pattern.ts";
import { javascriptModels } from "./javascript.ts";
import { pythonModels } from "./python.ts";

type Patterns = NamePattern | readonly NamePattern[] | undefined;

interface Row {
  readonly role: string;
  readonly patterns: readonly NamePattern[];
  readonly arguments: readonly ArgumentRef[];
  readonly when: When | undefined;
  readonly label: string | undefined;
  readonly whole: unknown;
}

function listOf(patterns: Patterns): readonly NamePattern[] {
  if (patterns === undefined) return [];
  return typeof patterns === "string" ? [patterns] : patterns;
}

/** Every row of the models in one form. */
function rowsOf(models: FlowModels): readonly Row[] {
  const rows: Row[] = [];
  for (const each of models.sources) {
    const { decorator, callback, method } = each.parameters ?? {};
    rows.push({
      role: "source",
      patterns: [each.call, each.read, decorator, callback?.call, method?.base].flatMap(listOf),
      arguments: callback === undefined ? [] : [callback.argument],
      when: each.when,
      label: each.label,
      whole: each,
    });
  }
  for (const each of models.sinks)
    rows.push({
      role: "sink",
      patterns: [
        each.call,
        each.write,
        each.returned?.decorator,
        each.returned?.callback?.call,
      ].flatMap(listOf),
      arguments: each.arguments ?? [],
      when: each.when,
      label: each.label,
      whole: each,
    });
  for (const each of models.sanitizers)
    rows.push({
      role: "sanitizer",
      patterns: [each.call, each.read].flatMap(listOf),
      arguments: [],
      when: each.when,
      label: undefined,
      whole: each,
    });
  for (const each of models.guards)
    rows.push({
      role: "guard",
      patterns: listOf(each.call),
      arguments: each.argument === undefined ? [] : [each.argument],
      when: each.when,
      label: undefined,
      whole: each,
    });
  for (const each of models.passes)
    rows.push({
      role: "pass",
      patterns: listOf(each.call),
      arguments: each.from,
      when: each.when,
      label: undefined,
      whole: each,
    });
  return rows;
}

describe.each([
  ["Python", pythonModels],
  ["JavaScript", javascriptModels],
] as const)("the models of %s", (_language, models) => {
  const rows = rowsOf(models);

  test("have patterns that can be found", () => {
    const bad = rows
      .flatMap(({ patterns }) => patterns)
      .concat(models.harmlessTypes)
      .filter((text) => readPattern(text).index === null || /\s|\*\*|^\.|\.\.[^/]/.test(text));
    expect(bad).toEqual([]);
  });

  test("name each pattern once in a row, and no row twice", () => {
    const twice = rows.flatMap(({ patterns }) =>
      patterns.filter((text, at) => patterns.indexOf(text) !== at),
    );
    expect(twice).toEqual([]);
    const written = rows.map(({ whole }) => JSON.stringify(whole));
    expect(written.filter((text, at) => written.indexOf(text) !== at)).toEqual([]);
  });

  test("say the same of a name in one place", () => {
    // The same pattern for the same kind with the same condition and arguments, in two rows.
    const places = new Map<string, number>();
    for (const [at, { role, patterns, arguments: args, when, whole }] of rows.entries()) {
      const { kind, for: sinks, parameters, returned, read } = whole as Record<string, unknown>;
      for (const pattern of patterns) {
        const way = [role, kind, sinks, read !== undefined, parameters, returned];
        const key = JSON.stringify([way, pattern, args, when]);
        expect(places.get(key) ?? at, key).toBe(at);
        places.set(key, at);
      }
    }
  });

  test("say what they speak of", () => {
    for (const { whole, patterns } of rows) {
      const { key, item, parameters } = whole as Record<string, unknown>;
      const isNamed = key !== undefined || item !== undefined || parameters !== undefined;
      expect(patterns.length > 0 || isNamed, JSON.stringify(whole)).toBe(true);
    }
    for (const { call, read, item, parameters } of models.sources) {
      const ways = [call, read, item, parameters].filter((way) => way !== undefined);
      expect(ways, JSON.stringify({ call, read })).toHaveLength(1);
    }
    for (const { call, arguments: args } of models.sinks)
      if (call !== undefined) expect(args?.length, JSON.stringify(call)).toBeGreaterThan(0);
  });

  test("have expressions that compile", () => {
    for (const { when } of rows) {
      const looks = [...(when?.matches ?? []), ...(when?.unlike ?? [])];
      for (const text of [when?.on ?? "", ...looks.map(({ pattern }) => pattern)])
        expect(() => new RegExp(text, "i")).not.toThrow();
    }
  });

  test("have labels that stand in a sentence", () => {
    for (const { label } of rows)
      if (label !== undefined) expect(label).toMatch(/^[\p{L}].{3,70}[\p{L})]$/u);
    for (const { label, kind } of models.sources) expect(label, kind).toBeDefined();
  });

  test("have a source of each kind and a sink of each kind", () => {
    const sources = new Set(models.sources.map(({ kind }) => kind));
    const sinks = new Set(models.sinks.map(({ kind }) => kind));
    expect(Object.keys(sourceKinds).filter((kind) => !sources.has(kind as never))).toEqual([]);
    expect(Object.keys(sinkKinds).filter((kind) => !sinks.has(kind as never))).toEqual([]);
  });
});

function say(match: CallMatch): string {
  return "kind" in match.model ? `${match.role} ${match.model.kind}` : match.role;
}

describe("Python", () => {
  const compiled = compileModels(pythonModels);
  test.each([
    ["openai.OpenAI().chat.completions.create", "source model-output"],
    ["~client.responses.create", "source model-output"],
    ["anthropic.Anthropic().messages.create", "source model-output"],
    ["anthropic.Anthropic().messages.create", "sink system-prompt"],
    ["google.genai.Client().models.generate_content", "source model-output"],
    ["google.genai.Client().aio.models.generate_content", "source model-output"],
    ["~bedrock.invoke_model", "source model-output"],
    ["litellm.completion", "source model-output"],
    ["ollama.chat", "source model-output"],
    ["ollama.Client().chat", "source model-output"],
    ["vllm.LLM().generate", "source model-output"],
    ["transformers.pipeline()", "source model-output"],
    ["langchain_openai.ChatOpenAI().invoke", "source model-output"],
    ["~self.llm.invoke", "source model-output"],
    ["dspy.ChainOfThought()", "source model-output"],
    ["crewai.Crew().kickoff", "source model-output"],
    ["pydantic_ai.Agent().run_sync", "source model-output"],
    ["agents.Runner.run", "source model-output"],
    ["~vectorstore.similarity_search", "source retrieved"],
    ["chromadb.Client().get_collection().query", "source retrieved"],
    ["~session.call_tool", "source tool-result"],
    ["requests.get", "source download"],
    ["requests.get", "sink request"],
    ["huggingface_hub.hf_hub_download", "source hub"],
    ["input", "source local-input"],
    ["flask.request.get_json", "source user-input"],
    ["eval", "sink code"],
    ["os.system", "sink shell"],
    ["subprocess.run", "sink program"],
    ["subprocess.run", "sink shell"],
    ["sqlite3.connect().execute", "sink sql"],
    ["sqlite3.connect().cursor().execute", "sink sql"],
    ["pickle.loads", "sink deserialize"],
    ["open", "sink path"],
    ["pathlib.Path().write_text", "sink path"],
    ["importlib.import_module", "sink import"],
    ["markupsafe.Markup", "sink html"],
    ["flask.render_template_string", "sink template"],
    ["langchain_core.messages.SystemMessage", "sink system-prompt"],
    ["agents.Agent", "sink system-prompt"],
    ["langchain_core.tools.Tool", "sink tool-description"],
    ["langchain_core.tools.Tool", "callback tool-input"],
    ["logging.info", "sink log"],
    ["shlex.quote", "sanitizer"],
    ["hashlib.sha256().hexdigest", "sanitizer"],
    ["~path.is_relative_to", "guard"],
    ["asyncio.to_thread", "pass"],
  ])("knows %j as %j", (name, expected) => {
    expect(compiled.call(name).map(say)).toContain(expected);
  });
});

describe("JavaScript", () => {
  const compiled = compileModels(javascriptModels);
  test.each([
    ["openai().chat.completions.create", "source model-output"],
    ["openai.OpenAI().responses.create", "source model-output"],
    ["@anthropic-ai/sdk().messages.create", "source model-output"],
    ["@anthropic-ai/sdk().messages.create", "sink system-prompt"],
    ["ai.generateText", "source model-output"],
    ["ai.generateText", "sink system-prompt"],
    ["ai.tool", "callback tool-input"],
    ["@google/genai.GoogleGenAI().models.generateContent", "source model-output"],
    ["@langchain/openai.ChatOpenAI().invoke", "source model-output"],
    ["@modelcontextprotocol/sdk/server/mcp.js.McpServer().registerTool", "callback tool-input"],
    ["~client.callTool", "source tool-result"],
    ["express().post", "callback user-input"],
    ["fetch", "sink request"],
    ["fetch", "source download"],
    ["eval", "sink code"],
    ["Function", "sink code"],
    ["child_process.exec", "sink shell"],
    ["child_process.spawn", "sink program"],
    ["pg.Pool().query", "sink sql"],
    ["fs.readFile", "sink path"],
    ["fs/promises.readFile", "sink path"],
    ["fs.promises.writeFile", "sink path"],
    ["require", "sink import"],
    ["handlebars.compile", "sink template"],
    ["console.log", "sink log"],
    ["dompurify.sanitize", "sanitizer"],
    ["zod.z.object().parse", "sanitizer"],
    ["Math.floor", "sanitizer"],
  ])("knows %j as %j", (name, expected) => {
    expect(compiled.call(name).map(say)).toContain(expected);
  });

  test("knows what is read, written and a key", () => {
    expect(compiled.read("~req.body").map(({ model }) => model)).toMatchObject([
      { kind: "user-input" },
    ]);
    expect(compiled.write("~element.innerHTML")).toMatchObject([{ kind: "html" }]);
    expect(compiled.key("__html")).toMatchObject([{ kind: "html" }]);
    expect(compiled.named("POST")).toMatchObject([{ kind: "user-input" }]);
  });
});
