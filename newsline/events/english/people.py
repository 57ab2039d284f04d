"""Titles and first names that tell whether somebody is "he" or "she". Data."""

from __future__ import annotations

from newsline.events.english import vocabulary

MEN, WOMEN = (
    vocabulary("mr sir king prince lord duke pope father emir sheikh sultan baron chairman congressman spokesman"),
    vocabulary("mrs ms miss queen princess dame lady duchess sister chairwoman congresswoman spokeswoman"),
)
"""Titles that tell whether somebody is "he" or "she"."""
BOYS, GIRLS = (
    vocabulary("""
        adam ahmed alan albert alexander ali andrew anthony antonio barack ben benjamin bernard bill bob brian carl
        carlos charles chris christopher colin craig daniel dave david dennis derek dmitry donald douglas duncan edward
        eric francis frank fred gary george gerald giovanni gordon graham greg gregory hans harold harry henry howard
        hugh ian ibrahim ivan jack jacob james jason jean jeff jeffrey jim joe johan john jonathan jose joseph juan
        keith ken kenneth kevin larry lars lawrence luis malcolm marco mario mark martin matthew michael mike mohamed
        mohammed muhammad neil nicholas nigel oliver omar oscar patrick paul pedro peter philip pierre ralph raymond
        richard rob robert roger ronald roy russell sam samuel scott sean sergei simon stephen steve steven stuart
        thomas tim timothy tom tony victor vladimir walter william yusuf
        """),
    vocabulary("""
        aisha alice alison amanda amy andrea angela anita ann anna anne barbara betty brenda carla carmen carol caroline
        catherine charlotte christina christine claire clara cynthia daniela deborah debra denise diana diane donna
        dorothy elaine eleanor elena elizabeth emily emma fatima fiona frances gloria grace hannah heather helen hillary
        irene isabel jane janet janice jennifer jessica joan joanna joyce judith judy julia julie karen kate katherine
        kathleen kathryn laura lauren leila linda lisa louise lucy margaret maria marie marilyn martha mary melissa
        michelle monica nancy natalia nicola nicole olga olivia pamela patricia paula rachel rebecca rosa ruth sandra
        sara sarah sharon sheila sofia sophie stephanie susan teresa theresa valerie veronica victoria virginia yasmin
        """),
)
"""First names that hardly anybody of the other sex has."""
