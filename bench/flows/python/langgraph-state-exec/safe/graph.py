from pathlib import Path
from typing import TypedDict

from langchain_openai import ChatOpenAI
from langgraph.graph import END, START, StateGraph

llm = ChatOpenAI(model="gpt-4o", timeout=30, max_tokens=800)


class State(TypedDict):
    task: str
    code: str


def write(state: State) -> dict:
    return {"code": llm.invoke(f"Python code for: {state['task']}").content}


def solve(task: str) -> State:
    state: State = {"task": task, "code": ""}
    state.update(write(state))
    return state


def run(task: str) -> None:
    state = solve(task)
    Path("proposal.txt").write_text(state["code"])


graph = StateGraph(State)
graph.add_node("write", write)
graph.add_edge(START, "write")
graph.add_edge("write", END)
run("Count the words of notes.txt")
