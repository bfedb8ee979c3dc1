/**
 * What names stand for by general habit, for code that does not bind them: a cell of a notebook, an
 * example in a manual, a line in a chat. Only names that mean one thing to everybody who uses them.
 */
const modules: Readonly<Record<string, string>> = {
  np: "numpy",
  pd: "pandas",
  tf: "tensorflow",
  st: "streamlit",
  gr: "gradio",
  ort: "onnxruntime",
  lgb: "lightgbm",
  xgb: "xgboost",
  nn: "torch.nn",
  dist: "torch.distributed",
  tfds: "tensorflow_datasets",
  sio: "skops.io",
  genai: "google.generativeai",
};

/** Classes and functions, by the module that they are usually imported from. */
const members: Readonly<Record<string, string>> = {
  transformers:
    "AutoModel AutoModelForCausalLM AutoModelForSeq2SeqLM AutoModelForSequenceClassification AutoModelForTokenClassification AutoModelForQuestionAnswering AutoModelForMaskedLM AutoModelForImageClassification AutoModelForSpeechSeq2Seq AutoModelForVision2Seq AutoTokenizer AutoConfig AutoProcessor AutoImageProcessor AutoFeatureExtractor pipeline BertModel BertTokenizer GPT2LMHeadModel GPT2Tokenizer LlamaForCausalLM LlamaTokenizer T5ForConditionalGeneration T5Tokenizer CLIPModel CLIPProcessor",
  datasets: "load_dataset load_dataset_builder",
  huggingface_hub: "hf_hub_download snapshot_download cached_download InferenceClient",
  sentence_transformers: "SentenceTransformer CrossEncoder",
  diffusers:
    "DiffusionPipeline StableDiffusionPipeline StableDiffusionXLPipeline AutoPipelineForText2Image",
  peft: "PeftModel AutoPeftModelForCausalLM",
  openai: "OpenAI AsyncOpenAI AzureOpenAI AsyncAzureOpenAI",
  anthropic: "Anthropic AsyncAnthropic",
  "langchain.prompts": "PromptTemplate ChatPromptTemplate load_prompt",
  "langchain.agents":
    "AgentExecutor initialize_agent load_tools create_sql_agent create_react_agent create_openai_functions_agent create_tool_calling_agent",
  "langchain.chains": "LLMMathChain RetrievalQA ConversationalRetrievalChain GraphCypherQAChain",
  langchain_experimental:
    "PythonREPL PythonREPLTool PythonAstREPLTool PALChain SQLDatabaseChain create_pandas_dataframe_agent create_csv_agent create_spark_dataframe_agent",
  "langchain_community.tools":
    "ShellTool BashProcess QuerySQLDataBaseTool QuerySQLDatabaseTool RequestsGetTool RequestsPostTool FileManagementToolkit WriteFileTool DeleteFileTool",
  "langchain_community.agent_toolkits": "SQLDatabaseToolkit PlayWrightBrowserToolkit",
  "langchain_community.document_loaders":
    "WebBaseLoader RecursiveUrlLoader UnstructuredURLLoader DirectoryLoader",
  langchain_openai: "ChatOpenAI AzureChatOpenAI OpenAIEmbeddings",
  langchain_anthropic: "ChatAnthropic",
  "llama_index.experimental": "PandasQueryEngine PandasInstructionParser",
  "llama_index.core": "VectorStoreIndex NLSQLTableQueryEngine",
  smolagents: "CodeAgent ReactCodeAgent ToolCallingAgent LocalPythonExecutor PythonInterpreterTool",
  autogen: "UserProxyAgent AssistantAgent ConversableAgent LocalCommandLineCodeExecutor",
  crewai: "Crew",
  interpreter: "interpreter",
  pandasai: "SmartDataframe SmartDatalake",
  qdrant_client: "QdrantClient",
  pymilvus: "MilvusClient",
  "fastai.learner": "load_learner",
  ultralytics: "YOLO",
  markupsafe: "Markup",
  fastmcp: "FastMCP",
  flask: "Flask render_template_string",
  fastapi: "FastAPI",
  "fastapi.responses": "HTMLResponse",
  omegaconf: "OmegaConf",
  safetensors: "safe_open",
  "urllib.request": "urlopen urlretrieve",
  zipfile: "ZipFile",
  botocore: "UNSIGNED",
};

const names: ReadonlyMap<string, string> = new Map([
  ...Object.entries(modules),
  ...Object.entries(members).flatMap(([module, list]) =>
    list.split(" ").map((name): [string, string] => [name, `${module}.${name}`]),
  ),
]);

/** What a name that nothing in the file binds stands for; itself, where habit has no meaning for it. */
export function usualName(id: string): string {
  return names.get(id) ?? id;
}
