from smolagents import InferenceClientModel, ToolCallingAgent, WebSearchTool

agent = ToolCallingAgent(tools=[WebSearchTool()], model=InferenceClientModel(), max_steps=4)


def research(topic: str) -> str:
    return str(agent.run(f"Two sentences on {topic}"))
