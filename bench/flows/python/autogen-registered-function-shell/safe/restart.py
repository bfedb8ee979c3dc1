import subprocess
from typing import Annotated

from autogen import AssistantAgent, UserProxyAgent, register_function

assistant = AssistantAgent("sre", llm_config={"model": "gpt-4o", "max_tokens": 500})
operator = UserProxyAgent("operator", human_input_mode="NEVER", code_execution_config=False)


SERVICES = ("web", "queue", "cache")


def restart(service: Annotated[str, "Name of the service"]) -> str:
    if service not in SERVICES:
        return "refused"
    return subprocess.check_output(["systemctl", "restart", service], text=True)


register_function(
    restart,
    caller=assistant,
    executor=operator,
    description="Restarts a service",
)
