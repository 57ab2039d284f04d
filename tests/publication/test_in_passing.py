"""Articles that name a public event in passing, and nothing else that dates them."""

from __future__ import annotations

from datetime import date

import pytest

from newsline.model import Article
from newsline.pipeline import analyse
from newsline.publication.undated import date_undated

MONTH = 45
"""Days that what is concluded may have: about a month."""


def _dated(text: str) -> tuple[date, date] | None:
    """The first and the last day on which an article can have been written, as it is dated alone."""
    published = date_undated([analyse(Article("a.txt", text), "mdy")], {})["a.txt"].published
    return (published.first, published.last) if published else None


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (
            "1995-06-20",
            "The ministry sent doctors south on Tuesday. Moscow is still numb after the Budyonnovsk hostage "
            "crisis, which ended yesterday.",
        ),
        (
            "1995-11-05",
            "Lamps went out at nine. The prime minister was speaking of the mill when word came that Yitzhak "
            "Rabin was assassinated on Saturday.",
        ),
        (
            "1996-12-21",
            "The society met on Saturday in honour of Carl Sagan, who died on Friday at 62.",
        ),
        (
            "1997-09-03",
            "Florists had sold out by noon. Since Princess Diana died on Sunday, said Mrs Ost, nobody has "
            "bought anything but lilies.",
        ),
        (
            "1998-05-16",
            "The band struck up My Way on Friday night for Frank Sinatra, who died on Thursday.",
        ),
        (
            "1999-10-07",
            "Commuters laid flowers on the bridge on Thursday, two days after the Paddington rail crash.",
        ),
        (
            "2000-09-11",
            "Athletes flew out on Monday for the Sydney Games, which open on Friday.",
        ),
        (
            "2000-07-27",
            "The museum took its model of the jet off show on Thursday, two days after the Concorde crash.",
        ),
        (
            "2001-06-12",
            "Few in the town watched the news on Tuesday. Timothy McVeigh was executed on Monday in Terre Haute.",
        ),
        (
            "2001-07-19",
            "Shops boarded their windows on Thursday ahead of the G8 summit in Genoa, which begins tomorrow.",
        ),
        (
            "2002-11-21",
            "Fishermen stayed in port on Thursday, two days after the sinking of the Prestige.",
        ),
        (
            "2003-02-03",
            "The school, named for an astronaut, fell silent on Monday, two days after the loss of the space "
            "shuttle Columbia.",
        ),
        (
            "2003-05-09",
            "The mayor will not stand again, he said on Friday. He spoke under a banner like that of last "
            "week's mission accomplished speech.",
        ),
        (
            "2004-06-10",
            "Banks will shut tomorrow for the funeral of Ronald Reagan, who died on Saturday.",
        ),
        (
            "2005-04-07",
            "Pilgrims from the valley left by coach on Wednesday for the funeral of Pope John Paul II, who "
            "died on Saturday.",
        ),
        (
            "2005-09-02",
            "The tanks are empty. Prices rose again on Friday, four days after Hurricane Katrina.",
        ),
        (
            "2005-07-06",
            "The pipers left on Tuesday for Gleneagles. The G8 summit in Gleneagles begins today.",
        ),
        (
            "2006-12-31",
            "Gerald Ford, who died on Tuesday, had once opened the dam, said the clerk on Saturday.",
        ),
        (
            "2007-04-24",
            "The exchange with Moscow goes on, said the rector on Tuesday. Boris Yeltsin died on Monday.",
        ),
        (
            "2007-09-17",
            "Queues stood outside branches in the town for a third day. The run on Northern Rock began on Friday.",
        ),
        (
            "2009-07-03",
            "Radio stations still played nothing else on Thursday night. Michael Jackson died last week.",
        ),
        (
            "2010-04-16",
            "The choir was stuck in Oslo on Friday, two days after the eruption of Eyjafjallajökull.",
        ),
        (
            "2010-10-14",
            "The whole shift watched on Wednesday night. The rescue of the 33 Chilean miners ended "
            "yesterday's talks early.",
        ),
        (
            "2011-01-15",
            "Cafés in the quarter cheered on Friday. Zine El Abidine Ben Ali fled on Friday after 23 years.",
        ),
        (
            "2011-04-27",
            "The bakery has 400 cakes to make. On Friday Prince William is to marry Kate Middleton.",
        ),
        (
            "2011-10-07",
            "Candles stood outside the shop on Thursday for Steve Jobs, who died on Wednesday.",
        ),
        (
            "2012-07-25",
            "Lorries may not stop on the hill until the London Olympics, which open on Friday, are over.",
        ),
        (
            "2012-08-27",
            "The observatory opened on Sunday for free in honour of Neil Armstrong, who died on Saturday at 82.",
        ),
        (
            "2013-03-14",
            "The bells rang again on Thursday morning. Pope Francis, elected on Wednesday, had once slept in "
            "the rectory.",
        ),
        (
            "2013-04-10",
            "Miners' clubs were full on Tuesday night. Margaret Thatcher died on Monday.",
        ),
        (
            "2014-11-14",
            "A lecturer in the town had built one of its bolts. Philae's landing on Wednesday was watched by "
            "the whole school.",
        ),
        (
            "2015-01-09",
            "Papers in the kiosk were gone by seven on Friday, two days after the Charlie Hebdo attack.",
        ),
        (
            "2015-07-07",
            "Bankers in the town got calls on Monday. The Greek bailout referendum was on Sunday.",
        ),
        (
            "2016-06-25",
            "The fish market was loud on Saturday. David Cameron resigned on Friday as prime minister after "
            "the Brexit referendum.",
        ),
        (
            "2016-10-14",
            "The consulate hung black cloth on Friday for King Bhumibol, who died on Thursday.",
        ),
        (
            "2017-02-02",
            "Students were held at the gate on Monday night, lawyers said on Thursday. The Quebec City "
            "mosque shooting on Sunday had scared many.",
        ),
        (
            "2018-07-11",
            "The divers will be met by the mayor. The Thai cave rescue ended yesterday.",
        ),
        (
            "2021-01-08",
            "The flag over the depot hung low on Friday, two days after the storming of the Capitol.",
        ),
        (
            "2021-03-26",
            "Sofas are late. The grounding of the Ever Given on Tuesday holds two of the shop's containers, "
            "it said on Friday.",
        ),
        (
            "2022-04-15",
            "The sailors' home in Odesa heard it on the radio. The sinking of the Moskva on Thursday was not "
            "on the screens in Moscow.",
        ),
        (
            "2022-09-12",
            "The fair will not be held on Saturday. Queen Elizabeth II died on Thursday.",
        ),
        (
            "2022-10-21",
            "The pound rose a little. Liz Truss resigned on Thursday after 44 days as prime minister.",
        ),
        (
            "2023-05-04",
            "The pub may stay open late for the coronation of King Charles on Saturday.",
        ),
        (
            "2025-05-02",
            "Prices at the border doubled on Thursday. India blames its neighbour for last month's Pahalgam attack.",
        ),
        (
            "2025-05-09",
            "The new pope's cousin runs a shop in the town. Pope Leo XIV was elected on Thursday.",
        ),
    ],
)
def test_the_event_tells_the_month(day: str, text: str) -> None:
    found = _dated(text)
    assert found is not None
    assert found[0] <= date.fromisoformat(day) <= found[1]
    assert (found[1] - found[0]).days <= MONTH


@pytest.mark.parametrize(
    "text",
    [
        "The choir sang on Friday for Ada Mandela, who died on Thursday.",
        "The Penn ferry disaster was on Monday, said the harbour master on Tuesday.",
        "Voters in the parish chose a new board on Sunday.",
        "The club elected Rudi Steiner on Thursday; he takes office on Monday.",
        "Nelson Mandela’s nephew died on Thursday, said the priest.",
        "The school’s own Olympics open on Friday.",
        "The summit of the Brenn was reached on Sunday.",
        "The insurer’s collapse on Monday left the town poor.",
        "Boris Johnson resigned on Monday from the board of the bowls club.",
        "The minister of the parish resigned on Thursday.",
        "The earthquake in the statehouse on Tuesday cost two clerks their posts.",
        "Crowds want Robert Mugabe to resign on Friday, a choir sang.",
    ],
)
def test_what_nobody_can_date(text: str) -> None:
    assert _dated(text) is None
