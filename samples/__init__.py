"""Bills and mails that we made, each beside its expected answer, and the program that makes them."""
