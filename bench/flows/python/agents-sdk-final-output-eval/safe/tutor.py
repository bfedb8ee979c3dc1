import asyncio

from agents import Agent, Runner

tutor = Agent(name="Tutor", instructions="Give the result of the exercise as one number.")


async def formula(exercise: str) -> str:
    result = await Runner.run(tutor, exercise, max_turns=3)
    return result.final_output


async def grade(exercise: str, answer: float) -> bool:
    if source := await formula(exercise):
        expected = float(source)
        return abs(expected - answer) < 1e-6
    return False


print(asyncio.run(grade("Area of a circle of radius 2", 12.566371)))
