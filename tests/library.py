"""The prompts that come with the package: to load and check them takes a third of a second."""

from worker.prompts import PromptLibrary

PROMPTS = PromptLibrary.load()
