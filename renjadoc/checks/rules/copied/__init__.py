"""What stayed in a text that came from elsewhere: other offices, regions, people, the starter folder."""
