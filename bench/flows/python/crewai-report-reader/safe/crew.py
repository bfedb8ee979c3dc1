from crewai import Agent, Crew, Task

from tools.reports import ReadReport

analyst = Agent(
    role="Analyst",
    goal="Summarise quarterly reports",
    backstory="You have read them all.",
    tools=[ReadReport()],
)
summary = Task(
    description="Summarise the report the reader asks for: {request}",
    expected_output="Five bullet points",
    agent=analyst,
)
crew = Crew(agents=[analyst], tasks=[summary])

if __name__ == "__main__":
    print(crew.kickoff(inputs={"request": input("Which report? ")}))
