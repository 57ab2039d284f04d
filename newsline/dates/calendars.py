"""The feasts of calendars that Python does not know: Hebrew and (civil) Islamic dates as days of the Gregorian one.

Both after Dershowitz and Reingold, Calendrical Calculations (2008): the arithmetic Hebrew calendar is exact, the civil
Islamic one lies within a day or so of the months that are proclaimed by sight of the moon.
"""

from __future__ import annotations

from datetime import date

HEBREW_EPOCH = -1_373_427
"""Fixed day (1 January of the year 1 is day 1) of the first of Tishri of the year 1."""
HEBREW_YEARS_AHEAD = 3761
"""The Hebrew year that begins in the autumn of a Gregorian year is that year plus this."""
COMPLETE_YEARS = (355, 385)
"""Lengths of a Hebrew year whose second month has 30 days in place of 29."""
SECOND_MONTH_ENDS = 58
"""Days from Rosh Hashanah to the 29th of the second month."""
ISLAMIC_EPOCH = 227_015
ISLAMIC_OFFSET = 622
"""Gregorian year of the Hijra."""
ISLAMIC_RATIO = 33 / 32
"""Islamic years in a Gregorian one, roughly."""


def hebrew_feast(year: int, offset: int) -> date:
    """The day `offset` days from the Rosh Hashanah of a Gregorian year.

    Feasts of spring and summer are counted back from the next Rosh Hashanah (Passover is -163), for the months between
    always have the same length; those of autumn and winter are counted on, the second month taken to have 29 days.
    """
    ahead = year + HEBREW_YEARS_AHEAD
    start = _hebrew_new_year(ahead)
    if offset > SECOND_MONTH_ENDS and _hebrew_new_year(ahead + 1) - start in COMPLETE_YEARS:
        offset += 1
    return date.fromordinal(start + offset)


def islamic_days(year: int, month: int, day: int) -> list[date]:
    """The days of a Gregorian year that are a given day of the Islamic one: one, none, or two."""
    middle = int((year - ISLAMIC_OFFSET) * ISLAMIC_RATIO)
    found = (_islamic_ordinal(islamic, month, day) for islamic in range(middle - 1, middle + 3))
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    return [date.fromordinal(ordinal) for ordinal in found if first <= ordinal <= last]


def _hebrew_new_year(year: int) -> int:
    before, here, after = (_hebrew_elapsed_days(number) for number in (year - 1, year, year + 1))
    delay = 2 if after - here == 356 else 1 if here - before == 382 else 0  # lengths that no year may have
    return HEBREW_EPOCH + here + delay


def _hebrew_elapsed_days(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12_084 + 13_753 * months
    days = 29 * months + parts // 25_920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def _islamic_ordinal(year: int, month: int, day: int) -> int:
    return ISLAMIC_EPOCH - 1 + day + 29 * (month - 1) + (6 * month - 1) // 11 + 354 * (year - 1) + (3 + 11 * year) // 30
