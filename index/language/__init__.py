"""Chinese official text: numbers, dates, sentences, search words, and comparing what layout has damaged."""
