import subprocess
from typing import TypedDict

from langchain_anthropic import ChatAnthropic
from langgraph.graph import END, START, StateGraph

llm = ChatAnthropic(model="claude-3-5-haiku-latest")

COMMANDS = {
    "disk": ["df", "-h"],
    "memory": ["free", "-m"],
    "load": ["uptime"],
    "sockets": ["ss", "-tlnp"],
}


class OpsState(TypedDict, total=False):
    problem: str
    command: str
    output: str


def plan(state: OpsState) -> OpsState:
    reply = llm.invoke([
        ("system", "You look into problems of a Linux server. Answer disk, memory, load or sockets."),
        ("human", state["problem"]),
    ])
    return {"command": reply.content}


def execute(state: OpsState) -> OpsState:
    argv = COMMANDS.get(state["command"], ["uptime"])
    done = subprocess.run(argv, capture_output=True, text=True)
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
