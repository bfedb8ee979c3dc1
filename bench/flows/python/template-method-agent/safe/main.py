from labs import NotebookAgent

agent = NotebookAgent()
print(agent.step("Compute the first ten primes, assign them to _"))
