"""newsline: from a folder of news articles to the chronology that they tell."""

__version__ = "0.1.0"
