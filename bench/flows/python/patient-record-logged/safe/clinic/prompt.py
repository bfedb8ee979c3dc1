def describe(patient: dict) -> str:
    return "Complaint: {complaint}".format(**patient)
