"""English words that tell nothing of what an article is about, months and weekdays among them."""

from __future__ import annotations

STOP_WORDS = frozenset(
    """
    a about after again against all also am among an and any are around as at be because been before being between both
    but by can could day days did do does down during each even every few first for from get go had has have he her here
    hers him his hour hours how i if in into is it its just last later like made make many may me might minister month
    months more most mr mrs ms much must my new next no nor not now of off official officials on one only or other our
    out over own part people per president put report reported reports said same say says second see set several she
    should since so some still such than that the their them then there these they this those three through time times
    to today told tomorrow too two under until up us very was way we week weeks well were what when where which while
    who whom whose why will with would year years yesterday yet you your according another
    january february march april june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    """.split()
)
