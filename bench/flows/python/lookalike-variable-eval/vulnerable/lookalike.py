from langchain_cohere import ChatCohere

llm = ChatCohere(model="command-a-03-2025", timeout_seconds=20, max_tokens=40)
DEFAULT_EXPRESSION = "price * 0.9"


def discounted(rule: str, price: float) -> float:
    expression_text, expression_code = DEFAULT_EXPRESSION, llm.invoke(rule).content
    print("rule:", expression_text)
    return eval(expression_code, {"price": price})  # sink
