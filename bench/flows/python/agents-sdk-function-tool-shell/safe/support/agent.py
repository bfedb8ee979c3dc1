from agents import Agent, function_tool

from support.search import grep


@function_tool
def search_log(pattern: str) -> str:
    """Searches the application's log."""
    if not pattern:
        return "nothing to search for"
    return grep(pattern)


agent = Agent(name="Support", instructions="Help with incidents", tools=[search_log])
