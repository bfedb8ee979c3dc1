from .chains import extract as ask_model
