import subprocess
from typing import Annotated

from autogen import AssistantAgent, UserProxyAgent, register_function

assistant = AssistantAgent("sre", llm_config={"model": "gpt-4o", "max_tokens": 500})
operator = UserProxyAgent("operator", human_input_mode="NEVER", code_execution_config=False)


def restart(service: Annotated[str, "Name of the service"]) -> str:
    return subprocess.check_output(f"systemctl restart {service}", shell=True, text=True)  # sink


register_function(
    restart,
    caller=assistant,
    executor=operator,
    description="Restarts a service",
)
