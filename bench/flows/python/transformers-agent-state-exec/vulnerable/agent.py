from transformers import pipeline


class Agent:
    def __init__(self, model_dir: str) -> None:
        self.generate = pipeline("text-generation", model=model_dir)
        self.memory: list[dict] = []

    def think(self, goal: str) -> None:
        output = self.generate(goal, max_new_tokens=200, return_full_text=False)
        self.memory.append({"goal": goal, "action": output[0]["generated_text"]})

    @property
    def last_action(self) -> str:
        return self.memory[-1]["action"]

    def act(self) -> None:
        action = self.last_action
        exec(action)  # sink

    def run(self, goal: str, steps: int = 3) -> None:
        for _ in range(steps):
            self.think(goal)
            self.act()


Agent("./models/small").run("tidy the downloads folder")
