import { checkCases } from "../../testing/check-cases.ts";
import { modelAskedOverHttp } from "./model-asked-over-http.ts";

checkCases(modelAskedOverHttp, {
  found: [
    'import mlflow\nmlflow.set_tracking_uri("http://mlflow.example.com:5000")',
    'requests.post("http://api.example.com/v1/chat", headers={"Authorization": f"Bearer {key}"}, json=m)',
    'openai.api_base = "http://llm.example.com/v1"',
    'from langchain_openai import ChatOpenAI\nChatOpenAI(base_url="http://llm.corp.net/v1")',
    'import ollama\nollama.Client(host="http://10.1.2.3:11434")',
    'import litellm\nlitellm.completion(model="m", messages=m, api_base="http://203.0.113.5:8000")',
  ],
  clean: [
    'import mlflow\nmlflow.set_tracking_uri("http://localhost:5000")',
    'requests.post("http://api.example.com/v1/chat", headers={"Accept": "*/*"})',
    'OpenAI(base_url="https://llm.example.com/v1")',
    'OpenAI(base_url="http://vllm:8000/v1")',
    "OpenAI(base_url=url)",
    'requests.Session(base_url="http://example.com")',
    'self.base_url = "http://example.com"',
  ],
});
