"""Answers from passages: the sentence, enumeration or contact line of a report that says what is asked."""
