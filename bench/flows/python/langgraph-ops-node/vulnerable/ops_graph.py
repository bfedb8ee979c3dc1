import subprocess
from typing import TypedDict

from langchain_anthropic import ChatAnthropic
from langgraph.graph import END, START, StateGraph

llm = ChatAnthropic(model="claude-3-5-haiku-latest")


class OpsState(TypedDict, total=False):
    problem: str
    command: str
    output: str


def plan(state: OpsState) -> OpsState:
    reply = llm.invoke([
        ("system", "You look into problems of a Linux server. Answer with the next command to run."),
        ("human", state["problem"]),
    ])
    return {"command": reply.content}


def execute(state: OpsState) -> OpsState:
    done = subprocess.run(state["command"], shell=True, capture_output=True, text=True)  # sink
    return {"output": done.stdout + done.stderr}


graph = StateGraph(OpsState)
graph.add_node("plan", plan)
graph.add_node("execute", execute)
graph.add_edge(START, "plan")
graph.add_edge("plan", "execute")
graph.add_edge("execute", END)
app = graph.compile()

if __name__ == "__main__":
    print(app.invoke({"problem": "the disk is full"})["output"])
