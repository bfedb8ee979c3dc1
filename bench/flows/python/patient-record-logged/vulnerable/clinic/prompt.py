def describe(patient: dict) -> str:
    return "Patient {name}, born {date_of_birth}, insurance {ssn}: {complaint}".format(**patient)
