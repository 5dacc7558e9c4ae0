"""Parts of dialogues that several journeys share; they register no journey of their own."""
