from langchain_anthropic import ChatAnthropic
from langchain_core.messages import HumanMessage, SystemMessage

from kb.retrieve import context_for

llm = ChatAnthropic(model="claude-sonnet-4-5", timeout=30, max_tokens=500)


def answer(question: str) -> str:
    system = SystemMessage(content=f"Obey the handbook:\n{context_for(question)}")  # sink
    return llm.invoke([system, HumanMessage(content=question)]).content  # sink
