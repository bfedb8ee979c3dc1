import autogen

config = {"model": "gpt-4o", "timeout": 60, "max_tokens": 1000}
coder = autogen.AssistantAgent("coder", llm_config=config)
boss = autogen.UserProxyAgent("boss", human_input_mode="NEVER", code_execution_config=False)


def obtain(task: str) -> str:
    chat = boss.initiate_chat(coder, message=task, max_turns=2)
    content = chat.chat_history[-1]["content"]
    start = content.find("```python") + len("```python")
    return content[start : content.rfind("```")]


def perform(task: str) -> None:
    exec(obtain(task))  # sink


perform("Write a script that prints the ten largest files of this folder")
