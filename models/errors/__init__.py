"""One class per failure, one file a room: each with a sentence that says what to do."""
