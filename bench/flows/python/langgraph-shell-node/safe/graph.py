import subprocess
from typing import TypedDict

from langchain_openai import ChatOpenAI
from langgraph.graph import END, START, StateGraph

llm = ChatOpenAI(model="gpt-4o-mini", temperature=0)
CHECKS = {"ruff": ["ruff", "check", "."], "mypy": ["mypy", "src"], "pytest": ["pytest", "-q"]}


class State(TypedDict):
    complaint: str
    check: str
    output: str


def choose(state: State):
    reply = llm.invoke(f"Which of {', '.join(CHECKS)} shows this: {state['complaint']}")
    return {"check": reply.content}


def perform(state: State):
    if state["check"] not in CHECKS:
        return {"output": "no such check"}
    done = subprocess.run(CHECKS[state["check"]], capture_output=True, text=True)
    return {"output": done.stdout[-2000:]}


builder = StateGraph(State)
builder.add_node("choose", choose)
builder.add_node("perform", perform)
builder.add_edge(START, "choose")
builder.add_edge("choose", "perform")
builder.add_edge("perform", END)
graph = builder.compile()

if __name__ == "__main__":
    print(graph.invoke({"complaint": "types are wrong in api.py"})["output"])
