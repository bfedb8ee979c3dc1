from llama_cpp import Llama

llm = Llama(model_path="models/qwen2.5-7b.gguf", n_ctx=4096)


def lines(text):
    for line in text.splitlines():
        line = line.strip()
        if line.startswith("$ "):
            yield line[2:]


def steps(goal):
    out = llm.create_chat_completion(messages=[{"role": "user", "content": f"Shell steps to {goal}, each after '$ '"}])
    yield from lines(out["choices"][0]["message"]["content"])
