import openai


def ratings(reviews: list[str]) -> list[str]:
    prompts = [f"Rate from 0 to 1: {review}\nRating:" for review in reviews]
    response = openai.completions.create(
        model="gpt-3.5-turbo-instruct", prompt=prompts, max_tokens=4, timeout=20
    )
    return [choice.text for choice in response.choices]


def mean_rating(reviews: list[str]) -> float:
    numbers = list(map(lambda text: float(text), ratings(reviews)))
    return sum(numbers) / len(numbers)
