from langchain_anthropic import ChatAnthropic
from langchain_core.messages import HumanMessage, SystemMessage

model = ChatAnthropic(model="claude-sonnet-4-5", timeout=30, max_tokens=300)


def extract(question: str) -> str:
    messages = [
        SystemMessage(content="Answer with the customer's number only."),
        HumanMessage(content=question),
    ]
    return model.invoke(messages).content
