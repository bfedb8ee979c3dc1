import subprocess

from agents import Agent, Runner, function_tool


def systemctl(verb: str, unit: str) -> str:
    line = "systemctl " + verb + " " + unit
    return subprocess.getoutput(line)  # sink


@function_tool
def service_status(unit: str) -> str:
    """Show the state of a service."""
    return systemctl("status", unit)


@function_tool
def restart_service(unit: str) -> str:
    """Restart a service."""
    return systemctl("restart", unit)


oncall = Agent(
    name="On-call",
    instructions="You keep the web shop running. Restart a service only when it is down.",
    tools=[service_status, restart_service],
)

if __name__ == "__main__":
    print(Runner.run_sync(oncall, "Checkout returns 502.").final_output)
