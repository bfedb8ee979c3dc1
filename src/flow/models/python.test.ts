import { describe, expect, test } from "vitest";
import { compileModels } from "../match.ts";
import { knownIn } from "../testing/known.ts";
import { pythonModels } from "./python.ts";

const models = compileModels(pythonModels);

function lines(...text: readonly string[]): string {
  return text.join("\n");
}

/** What people write, and what it is. */
const known: readonly (readonly [string, string])[] = [
  // Models
  [
    lines(
      "from openai import OpenAI",
      "client = OpenAI()",
      "x = client.chat.completions.create(model='m', messages=m)",
    ),
    "source model-output",
  ],
  [
    lines(
      "from openai import AsyncOpenAI",
      "class A:",
      "  def __init__(self): self.c = AsyncOpenAI()",
      "  async def f(self): return await self.c.responses.create(input=x, instructions=y)",
    ),
    "source model-output",
  ],
  [
    lines("def f(client): return client.chat.completions.create(messages=m)"),
    "source model-output",
  ],
  [lines("import openai", "openai.ChatCompletion.create(messages=m)"), "source model-output"],
  [lines("import openai", "openai.chat.completions.create(messages=m)"), "source model-output"],
  [
    lines(
      "import anthropic",
      "c = anthropic.Anthropic()",
      "with c.messages.stream(max_tokens=1, messages=m) as s:",
      "  for t in s.text_stream: print(t)",
    ),
    "source model-output",
  ],
  [
    lines("def f(c): return c.messages.create(max_tokens=1, messages=m, system=s)"),
    "sink system-prompt",
  ],
  [
    lines(
      "from google import genai",
      "c = genai.Client()",
      "c.models.generate_content(model='m', contents=q)",
    ),
    "source model-output",
  ],
  [
    lines(
      "import google.generativeai as genai",
      "m = genai.GenerativeModel('x', system_instruction=s)",
      "m.generate_content(q)",
    ),
    "sink system-prompt",
  ],
  [
    lines("from mistralai import Mistral", "c = Mistral()", "c.chat.complete(messages=m)"),
    "source model-output",
  ],
  [lines("import cohere", "co = cohere.ClientV2()", "co.chat(messages=m)"), "source model-output"],
  [
    lines(
      "import boto3",
      "b = boto3.client('bedrock-runtime')",
      "b.invoke_model(modelId='x', body=b)",
    ),
    "source model-output",
  ],
  [
    lines(
      "import boto3",
      "b = boto3.client('bedrock-runtime')",
      "b.converse(modelId='x', messages=m)",
    ),
    "source model-output",
  ],
  [
    lines("from litellm import completion", "completion(model='m', messages=m)"),
    "source model-output",
  ],
  [lines("import ollama", "ollama.generate(model='m', prompt=p)"), "source model-output"],
  [lines("from vllm import LLM", "llm = LLM('m')", "llm.generate(ps)"), "source model-output"],
  [
    lines("from transformers import pipeline", "p = pipeline('text-generation')", "p('x')"),
    "source model-output",
  ],
  [
    lines(
      "from transformers import AutoModelForCausalLM",
      "m = AutoModelForCausalLM.from_pretrained('x')",
      "m.generate(**i)",
    ),
    "source model-output",
  ],
  [
    lines(
      "from langchain_core.prompts import ChatPromptTemplate",
      "chain = prompt | llm | parser",
      "chain.invoke({'q': q})",
    ),
    "source model-output",
  ],
  [
    lines(
      "from langgraph.prebuilt import create_react_agent",
      "agent = create_react_agent(m, [])",
      "agent.stream(i)",
    ),
    "source model-output",
  ],
  [
    lines(
      "from llama_index.core import VectorStoreIndex",
      "VectorStoreIndex.from_documents(d).as_query_engine().query(q)",
    ),
    "source model-output",
  ],
  [
    lines("from haystack import Pipeline", "p = Pipeline()", "p.run({'prompt': {}})"),
    "source model-output",
  ],
  [
    lines(
      "import dspy",
      "class A(dspy.Module):",
      "  def __init__(self): self.cot = dspy.ChainOfThought('q -> a')",
      "  def forward(self, q): return self.cot(q=q)",
    ),
    "source model-output",
  ],
  [
    lines("from crewai import Crew", "Crew(agents=a, tasks=t).kickoff(inputs=i)"),
    "source model-output",
  ],
  [
    lines("from smolagents import CodeAgent", "a = CodeAgent(tools=[])", "a.run(t)"),
    "source model-output",
  ],
  [lines("from agents import Runner", "Runner.run_sync(agent, q)"), "source model-output"],
  [
    lines("from pydantic_ai import Agent", "a = Agent('m')", "a.run_sync(q)"),
    "source model-output",
  ],
  [
    lines(
      "import instructor",
      "from openai import OpenAI",
      "c = instructor.from_openai(OpenAI())",
      "c.chat.completions.create(response_model=M, messages=m)",
    ),
    "source model-output",
  ],
  [
    lines("from groq import Groq", "Groq().chat.completions.create(messages=m)"),
    "source model-output",
  ],
  [lines("import replicate", "replicate.run('m', input={'prompt': p})"), "source model-output"],
  [
    lines("from huggingface_hub import InferenceClient", "InferenceClient().text_generation(p)"),
    "source model-output",
  ],
  [
    lines("from autogen import AssistantAgent", "a.initiate_chat(b, message=m)"),
    "source model-output",
  ],
  [
    lines("from semantic_kernel import Kernel", "k = Kernel()", "await k.invoke_prompt(p)"),
    "source model-output",
  ],

  // Tools
  [
    lines("from langchain_core.tools import tool", "@tool", "def f(x: str): pass"),
    "parameters tool-input",
  ],
  [
    lines("from langchain.tools import tool", "@tool('n')", "def f(x): pass"),
    "parameters tool-input",
  ],
  [
    lines("from agents import function_tool", "@function_tool", "def f(x): pass"),
    "parameters tool-input",
  ],
  [
    lines(
      "from mcp.server.fastmcp import FastMCP",
      "mcp = FastMCP('x')",
      "@mcp.tool()",
      "def f(x: str): pass",
    ),
    "parameters tool-input",
  ],
  [
    lines(
      "from mcp.server import Server",
      "app = Server('x')",
      "@app.call_tool()",
      "async def f(name, arguments): pass",
    ),
    "parameters tool-input",
  ],
  [
    lines(
      "from pydantic_ai import Agent",
      "agent = Agent('m')",
      "@agent.tool",
      "def f(ctx, x): pass",
    ),
    "parameters tool-input",
  ],
  [
    lines(
      "from langchain_core.tools import BaseTool",
      "class T(BaseTool):",
      "  def _run(self, x): pass",
    ),
    "parameters tool-input",
  ],
  [
    lines("from langchain.agents import Tool", "Tool(name='n', func=f, description='d')"),
    "callback tool-input",
  ],
  [lines("x = json.loads(tool_call.function.arguments)"), "source tool-input"],
  [lines("r = await session.call_tool('n', a)"), "source tool-result"],

  // Retrieval
  [lines("docs = self.vectorstore.similarity_search(q)"), "source retrieved"],
  [
    lines("from langchain_chroma import Chroma", "r = Chroma().as_retriever()", "r.invoke(q)"),
    "source retrieved",
  ],
  [
    lines(
      "import chromadb",
      "c = chromadb.PersistentClient().get_or_create_collection('x')",
      "c.query(query_texts=[q])",
    ),
    "source retrieved",
  ],
  [
    lines(
      "from pinecone import Pinecone",
      "index = Pinecone().Index('x')",
      "index.query(vector=v)",
    ),
    "source retrieved",
  ],
  [
    lines(
      "from langchain_community.document_loaders import WebBaseLoader",
      "WebBaseLoader(u).load()",
    ),
    "source retrieved",
  ],
  [lines("from tavily import TavilyClient", "TavilyClient().search(q)"), "source retrieved"],

  // Users
  [lines("from flask import request", "x = request.args.get('q')"), "source user-input"],
  [lines("from flask import request", "x = request.json['q']"), "source user-input"],
  [
    lines(
      "from flask import Flask",
      "app = Flask(__name__)",
      "@app.route('/<x>')",
      "def f(x): pass",
    ),
    "parameters user-input",
  ],
  [
    lines(
      "from fastapi import FastAPI",
      "app = FastAPI()",
      "@app.post('/')",
      "async def f(q: str): pass",
    ),
    "parameters user-input",
  ],
  [
    lines(
      "from fastapi import APIRouter",
      "router = APIRouter()",
      "@router.get('/')",
      "def f(q: str): pass",
    ),
    "parameters user-input",
  ],
  [lines("from .app import app", "@app.get('/')", "def f(q: str): pass"), "parameters user-input"],
  [
    lines(
      "from fastapi import Request",
      "async def f(request: Request): return await request.json()",
    ),
    "source user-input",
  ],
  [
    lines("from django.http import HttpResponse", "def v(request): return request.GET['q']"),
    "source user-input",
  ],
  [
    lines("from aiohttp import web", "async def f(request): return await request.post()"),
    "source user-input",
  ],
  [lines("import streamlit as st", "q = st.chat_input('x')"), "source user-input"],
  [lines("import streamlit as st", "q = st.sidebar.text_input('x')"), "source user-input"],
  [
    lines("import gradio as gr", "gr.Interface(fn=f, inputs='text').launch()"),
    "callback user-input",
  ],
  [
    lines(
      "import gradio as gr",
      "with gr.Blocks() as demo:",
      "  b = gr.Button()",
      "  b.click(f, i, o)",
    ),
    "callback user-input",
  ],
  [
    lines("import chainlit as cl", "@cl.on_message", "async def f(m): pass"),
    "parameters user-input",
  ],
  [
    lines(
      "from slack_bolt import App",
      "app = App()",
      "@app.event('message')",
      "def f(event, say): pass",
    ),
    "parameters user-input",
  ],
  [
    lines(
      "from flask import Flask",
      "app = Flask(__name__)",
      "@app.route('/')",
      "def f(): return x",
    ),
    "returned html",
  ],
  [
    lines(
      "from pydantic_ai import Agent",
      "a = Agent('m')",
      "@a.system_prompt",
      "def f(ctx): return x",
    ),
    "returned system-prompt",
  ],
  [
    lines("from langgraph.graph import StateGraph", "g = StateGraph(S)", "g.add_node('n', node)"),
    "callback model-output",
  ],
  [lines("def lambda_handler(event, context): pass"), "parameters user-input"],

  // Elsewhere
  [lines("import requests", "requests.get(u).text"), "source download"],
  [lines("import requests", "s = requests.Session()", "s.get(u)"), "sink request"],
  [
    lines("import httpx", "async with httpx.AsyncClient() as c:", "  await c.get(u)"),
    "source download",
  ],
  [
    lines("from huggingface_hub import hf_hub_download", "hf_hub_download('a/b', 'c')"),
    "source hub",
  ],
  [lines("from datasets import load_dataset", "load_dataset('a/b')"), "source hub"],
  [lines("import sys", "x = sys.argv[1]"), "source local-input"],
  [
    lines("import argparse", "p = argparse.ArgumentParser()", "a = p.parse_args()"),
    "source local-input",
  ],
  [lines("import os", "k = os.environ['OPENAI_API_KEY']"), "source secret"],
  [lines("import os", "k = os.getenv('DB_PASSWORD')"), "source secret"],
  [lines("x = patient['ssn']"), "source personal-data"],
  [lines("x = user.date_of_birth"), "source personal-data"],

  // Sinks
  [lines("import subprocess", "subprocess.run(x, shell=True)"), "sink shell"],
  [lines("import subprocess", "subprocess.run(['bash', '-c', x])"), "sink shell"],
  [lines("import subprocess", "subprocess.check_output(['/bin/sh', '-lc', x])"), "sink shell"],
  [lines("import subprocess", "subprocess.run(['python', '-c', x])"), "sink code"],
  [lines("import subprocess, sys", "subprocess.run(['git', x])"), "sink program"],
  [lines("import asyncio", "asyncio.create_subprocess_shell(x)"), "sink shell"],
  [lines("import sqlite3", "c = sqlite3.connect('x').cursor()", "c.execute(q)"), "sink sql"],
  [lines("def f(cursor): cursor.execute(q)"), "sink sql"],
  [lines("from sqlalchemy import text", "session.execute(text(q))"), "sink sql"],
  [lines("import pandas as pd", "pd.read_sql(q, con)"), "sink sql"],
  [lines("import yaml", "yaml.load(x, Loader=yaml.Loader)"), "sink deserialize"],
  [lines("import torch", "torch.load(p)"), "sink deserialize"],
  [lines("from pathlib import Path", "Path(p).read_text()"), "sink path"],
  [lines("def f(path): (BASE / path).write_text(x)"), "sink path"],
  [lines("from flask import render_template_string", "render_template_string(x)"), "sink template"],
  [
    lines("from jinja2 import Environment", "e = Environment()", "e.from_string(x).render()"),
    "sink template",
  ],
  [lines("import streamlit as st", "st.markdown(x, unsafe_allow_html=True)"), "sink html"],
  [lines("from fastapi.responses import HTMLResponse", "HTMLResponse(x)"), "sink html"],
  [
    lines("from langchain_core.messages import SystemMessage", "SystemMessage(content=x)"),
    "sink system-prompt",
  ],
  [lines("from agents import Agent", "Agent(name='x', instructions=x)"), "sink system-prompt"],
  [lines("from crewai import Agent", "Agent(role='r', backstory=x)"), "sink system-prompt"],
  [
    lines("import json", "json.dumps({'anthropic_version': 'v', 'system': x, 'messages': m})"),
    "sink system-prompt",
  ],
  [
    lines("from langchain.prompts import PromptTemplate", "PromptTemplate.from_template(x)"),
    "sink template",
  ],
  [lines("import logging", "log = logging.getLogger()", "log.info(x)"), "sink log"],
  [lines("from loguru import logger", "logger.info(x)"), "sink log"],
];

/** What looks like it and is not. */
const unknown: readonly (readonly [string, string])[] = [
  [lines("import twilio", "c.messages.create(body=b, to=t)"), "source model-output"],
  [lines("import sklearn", "model.predict(x)"), "source model-output"],
  [
    lines("from langchain import x", "import httpx", "c = httpx.Client()", "c.stream('GET', u)"),
    "source model-output",
  ],
  [lines("from langchain import x", "retriever.invoke(q)"), "source model-output"],
  [lines("queue.run()"), "source model-output"],
  [lines("def f(conf): conf.get('x')"), "source retrieved"],
  [lines("from langchain import x", "values.get('x')"), "source retrieved"],
  [lines("import subprocess", "subprocess.run(x, shell=True)"), "sink program"],
  [lines("import subprocess", "subprocess.run(['git', x])"), "sink shell"],
  [lines("import yaml", "yaml.load(x, Loader=yaml.SafeLoader)"), "sink deserialize"],
  [lines("import yaml", "yaml.load(x, yaml.CSafeLoader)"), "sink deserialize"],
  [lines("import torch", "torch.load(p, weights_only=True)"), "sink deserialize"],
  [lines("import numpy as np", "np.load(p)"), "sink deserialize"],
  [lines("import streamlit as st", "st.markdown(x)"), "sink html"],
  [lines("import os", "os.getenv('MAX_TOKENS')"), "source secret"],
  [lines("import os", "os.environ['LOG_LEVEL']"), "source secret"],
  [lines("d = {'description': x, 'price': 3}"), "sink tool-description"],
  [lines("d = {'system': x}"), "sink system-prompt"],
  [lines("executor.execute(task)"), "sink sql"],
  [lines("catalog.info(x)"), "sink log"],
  [lines("x = patient['name']"), "source personal-data"],
];

describe("Python, as it is written", () => {
  test.each(known)("%s\n-> %s", (text, expected) => {
    expect([...knownIn(models, text)]).toContain(expected);
  });

  test.each(unknown)("%s\n-> not %s", (text, expected) => {
    expect([...knownIn(models, text)]).not.toContain(expected);
  });
});
