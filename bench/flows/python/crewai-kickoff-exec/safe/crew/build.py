from crewai import Agent, Crew, Task

developer = Agent(
    role="Developer",
    goal="Write maintenance scripts",
    backstory="Has kept servers alive for years",
    max_iter=5,
)


def produce(subject: str) -> str:
    task = Task(
        description=f"Write a Python script that {subject}",
        expected_output="Python source",
        agent=developer,
    )
    crew = Crew(agents=[developer], tasks=[task])
    result = crew.kickoff()
    return result.raw
