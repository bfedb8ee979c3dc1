import vertexai
from vertexai.generative_models import FunctionDeclaration, GenerativeModel, Part, Tool

vertexai.init(project="trips", location="europe-west4")


def trains(origin="", destination=""):
    return {"trains": [f"{origin} 08:00 {destination} 11:12"]}


def hotels(city="", nights=1):
    return {"hotels": [f"Hotel {city}, {nights} nights"]}


def wipe_bookings():
    open("bookings.json", "w").close()
    return {}


TOOLS = (trains, hotels)
DECLARED = [FunctionDeclaration(name=f.__name__, description=f.__name__, parameters={"type": "object", "properties": {}}) for f in TOOLS]


def dispatch(call):
    func = globals()[call.name]  # sink
    return func(**dict(call.args))  # sink


def main():
    chat = GenerativeModel("gemini-1.5-pro", tools=[Tool(function_declarations=DECLARED)]).start_chat()
    response = chat.send_message("To Ghent on Friday")
    for part in response.candidates[0].content.parts:
        if part.function_call:
            result = dispatch(part.function_call)
            response = chat.send_message(Part.from_function_response(name="result", response=result))
    print(response.text)


if __name__ == "__main__":
    main()
