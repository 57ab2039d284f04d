"""From the sentences of an article to the clauses that tell an event, each with what dates it and who says so.

A mention is made for each clause that an expression dates, for each noun that one dates ("the truce from 8 May"), and
for the main clauses of the lead. Spans come later, when the article's date is known (`events.dating`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsline.events import terms
from newsline.events.antecedents import with_name
from newsline.events.attribution import Voices
from newsline.events.clauses import ClauseKind
from newsline.events.defects import bears_on
from newsline.events.directions import PRESENT, directed
from newsline.events.fitness import fitness
from newsline.events.heads import SECOND, with_head
from newsline.events.notices import is_notice, is_teaser
from newsline.events.parse import Parse
from newsline.events.parts import Told
from newsline.events.printing import printable, shares_subject
from newsline.events.sequel import sequel_date
from newsline.events.units import units
from newsline.events.verdict import is_arranged, is_arranging, judge
from newsline.events.wording import Slice, tidy
from newsline.model import Article, Factuality, Mention, Sentence, SentenceKind, TimeExpression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsline.events.tokens import Tokens

CONTENT = re.compile("[NPJUGY#]")
FEWEST = 2
"""Tags of words that say what a noun phrase is about or of when, and how many of them are worth a line."""
TELLING = frozenset({SentenceKind.TITLE, SentenceKind.BODY})
WORDS_OF_BULLET = 6
"""Spaces of a point of a list that is a whole sentence."""
PAST_OR_AHEAD = re.compile("[VXHM]")
"""Tags of verbs in the past, and of those that help others."""
LEAD_SENTENCES = 3
"""Body sentences that belong to the lead: who, what, where stand in the first three by the craft of news writing."""
LEAD_BEHIND = 2
"""Sentences from the headline to the lead: a dateline may stand between."""
FIT_TITLE, FIT_LEAD = 0.3, 0.75
"""What is told without a date is worth a line only if it stands alone; without a name in it no sentence gets so far.

Swept on T17 (AR1-F .164 without the second, .168 with it) and on the annotated folders (precision .68 and .70).
"""


def extract(
    article: Article, sentences: Sequence[Sentence], expressions: Sequence[TimeExpression]
) -> tuple[Mention, ...]:
    """The event mentions of one article in order, without spans. Pure; linear in the length of the text."""
    grouped: list[list[TimeExpression]] = [[] for _ in sentences]
    for expression in expressions:
        grouped[expression.sentence].append(expression)
    voices = Voices(sentences, grouped)
    lead = _lead(sentences)
    found: list[Mention] = []
    for index, sentence in enumerate(sentences):
        if index not in lead and (day := sequel_date(voices, index)) is not None:
            found += _sequel(article, voices, index, day)
            continue
        if not (grouped[index] or index in lead) or not _tells(voices, index):
            continue
        if sentence.text.endswith("?") or (voices.headline(index) and is_teaser(sentence.text)):
            continue
        told_here = list(units(voices, index, index in lead))
        if not told_here or is_notice(sentence.text):
            continue
        for told, foreign in told_here:
            mention = _mention(article, voices, index, told, foreign)
            if mention is not None:
                found.append(mention)
    return tuple(_with_lead(voices, found))


def _sequel(article: Article, voices: Voices, index: int, day: TimeExpression) -> Iterator[Mention]:
    """The mention of a sentence that an expression of a sentence before dates."""
    told, foreign = next(units(voices, index, lead=True), (None, ()))
    mention = _mention(article, voices, index, told, foreign, least=0.0) if told is not None else None
    if mention is not None:
        yield replace(mention, expression=day)


def _with_lead(voices: Voices, found: Sequence[Mention]) -> list[Mention]:
    """The mentions, a headline with the names and numbers of the lead beside its own: both tell one thing.

    With the lead's other words too, what others tell of the day is drawn to the headline.
    """
    head = [m for m in found if voices.headline(m.sentence) and m.expression is None]
    body = [m for m in found if not voices.headline(m.sentence)]
    if not head or not body or body[0].sentence > head[0].sentence + LEAD_BEHIND:
        return list(found)
    lead = body[0]
    told = replace(
        head[0],
        names=terms.unique((*head[0].names, *lead.names)),
        numbers=terms.unique((*head[0].numbers, *lead.numbers)),
    )
    return [told if m is head[0] else m for m in found]


def _tells(voices: Voices, index: int) -> bool:
    """Whether a sentence is of a kind that tells events; of the points of a list only the dated ones do.

    A point without a full stop must not tell in the present: so do the headlines of other pages.
    """
    sentence, expressions = voices.sentences[index], voices.expressions[index]
    if sentence.kind is not SentenceKind.BULLET or not expressions:
        return sentence.kind in TELLING
    behind = sentence.text[expressions[0].end - sentence.start :].lstrip()
    if expressions[0].start == sentence.start and behind[:1] in (":", "–", "—", "-"):
        return True
    whole = sentence.text.count(" ") >= WORDS_OF_BULLET
    return whole and (sentence.text.endswith(".") or PAST_OR_AHEAD.search(voices.parse(index).tokens.tags) is not None)


def _least(sentence: Sentence) -> float:
    """The fitness that a line without an expression must have."""
    return FIT_TITLE if sentence.kind is SentenceKind.TITLE else FIT_LEAD


def _lead(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Indexes of the title and of the first body sentences."""
    body = [i for i, s in enumerate(sentences) if s.kind is SentenceKind.BODY][:LEAD_SENTENCES]
    return frozenset(body + [i for i, s in enumerate(sentences) if s.kind is SentenceKind.TITLE])


def _mention(
    article: Article, voices: Voices, index: int, told: Told, foreign: Sequence[int], least: float | None = None
) -> Mention | None:
    """The mention of one unit; None if it tells no event, or none that stands alone without a date.

    `least` is the fitness that it must have without an expression, where that is not what its sentence asks.
    """
    sentence, parse = voices.sentences[index], voices.parse(index)
    tokens = parse.tokens
    first, end = told.slice.first, told.slice.end
    verdict = judge(voices, index, told)
    if verdict is None or end <= first:
        return None
    start, stop = tokens.starts[first], tokens.ends[end - 1]
    text = article.text[start:stop]
    expression = directed(voices, index, told, verdict.factuality)
    score = fitness(text, tokens, first, end, told.slice.verb)
    fit = round(min(1.0, score * verdict.weight), 3)
    if expression is None and fit < (_least(sentence) if least is None else least):
        return None
    wider = printable(parse, told.slice, foreign, nominal=told.nominal, shared=told.shared)
    ahead = verdict.factuality is Factuality.PLANNED and not is_arranging(parse, told)
    if told.nominal and (ahead or _beside(parse, told)):
        wider = None  # "comes days before a truce", "the case against the man charged with the 2001 killing"
    if wider is None and verdict.speaker is not None and not told.nominal:
        wider = _said(parse, told)
    if wider is not None and tokens.lower[first] in ("a", "an") and _tells_another(parse, told, wider):
        wider = None  # "a fire that broke out on Friday", not the return of those who had fled from it
    if told.nominal and wider is not None and any(wider.first <= token < wider.end for token in foreign):
        wider = None  # "A ferry built in 1998 sank on Saturday"
    line = _line(article, tokens, told, wider, score)
    if told.nominal and line is None and len(CONTENT.findall(tokens.tags, first, end)) < FEWEST:
        return None  # "a fire", which the sentence counts from
    if line is not None and wider is not None and (told.shared or shares_subject(parse, told.slice)):
        shown = fitness(article.text[line[0] : line[1]], tokens, wider.first, wider.end, wider.verb)
        fit = round(max(fit, SECOND * shown * verdict.weight), 3)
    found = Mention(
        article=article.id, start=start, end=stop, text=text,
        quote_start=sentence.start, quote_end=sentence.end, quote=sentence.text,
        expression=expression, factuality=verdict.factuality, speaker=verdict.speaker,
        terms=terms.unique(term for part in _parts(parse, told) for term in terms.terms(tokens, *part)),
        names=terms.unique(voices.canonical(n) for part in _parts(parse, told) for n in terms.names(tokens, *part)),
        numbers=terms.numbers(tokens, first, end), sentence=index, fitness=fit, line=line,
        defect=verdict.defect or _defect(parse, told, wider if line is not None else None, voices.headline(index)),
    )  # fmt: skip
    headed = with_head(voices, found, told, verdict.weight)
    if headed is not None or told.nominal:
        return headed or found
    return with_name(voices, found, told.slice, verdict.weight)


def _parts(parse: Parse, told: Told) -> list[tuple[int, int]]:
    """The tokens that say what a unit is about: its own, and the subject and verb that it shares."""
    clause, own = parse.clauses[told.clause], (told.slice.first, told.slice.end)
    return [(clause.body, clause.verb + 1), own] if told.shared else [own]


def _beside(parse: Parse, told: Told) -> bool:
    """Whether a dated noun is neither what the verb of its clause tells of nor its object: that tells another event.

    So does a verb in the past; but "preparations are under way for Saturday's concert".
    """
    tokens, clause = parse.tokens, parse.clauses[told.clause]
    first = told.slice.first
    if clause.verb >= 0 and (tokens.tags[clause.verb] in "ZM" or tokens.lower[clause.verb] in ("is", "are")):
        return False
    return not (first == clause.body and told.slice.end <= clause.verb) and tokens.tags[first - 1] not in "VZUGBX"


def _said(parse: Parse, told: Told) -> Slice | None:
    """What a claim claims, where the whole cannot be printed: "His deputy told him in May that the town had fallen"."""
    number = told.clause + 1
    content = parse.clauses[number] if number < len(parse.clauses) else None
    if content is None or content.kind is not ClauseKind.CONTENT or content.end > told.slice.end:
        return None
    if parse.unprintable(told.slice.first, told.slice.end) is None:
        return None
    first, end = tidy(parse.tokens, content.body, told.slice.end)
    return Slice(first, end, content.verb) if parse.unprintable(first, end) is None else None


def _defect(parse: Parse, told: Told, wider: Slice | None, title: bool) -> str | None:
    """Why the line of a unit is not fit for print; headlines and dated nouns need no verb."""
    shown = wider or told.slice
    found = parse.unprintable(shown.first, shown.end)
    if found is None and wider is not None:
        return _borrowed(parse, told, wider)
    return None if found == "stub" and (title or told.nominal) else found


def _borrowed(parse: Parse, told: Told, wider: Slice) -> str | None:
    """What the sentence around a relative clause tells, None where it is printed for no such clause.

    Another event ("The bank closed the school that had burned") or how things are since ("The loss takes away what was
    won last summer").
    """
    if told.nominal or not (_is_inserted(parse, told) or _is_relative(parse, told.slice.verb)):
        return None
    return "state" if parse.tokens.tags[wider.verb] == PRESENT else "borrowed"


def _tells_another(parse: Parse, told: Told, wider: Slice) -> bool:
    """Whether the line around a relative clause tells of another thing than its noun, or another event."""
    inner = wider.first < told.slice.first or not _is_inserted(parse, told)
    return inner and _borrowed(parse, told, wider) == "borrowed"


def _is_inserted(parse: Parse, told: Told) -> bool:
    """As in "The chain, founded in 1921,"; but of "The meeting, planned for Friday," the verb behind tells, too."""
    clause = parse.clauses[told.clause]
    return clause.kind is ClauseKind.PARTICIPLE and clause.verb < 0 and not is_arranged(parse.tokens, clause)


def _is_relative(parse: Parse, verb: int) -> bool:
    """Whether a verb is that of a relative clause, or of one that a pronoun opens: "all that they had won"."""
    own = next((clause for clause in parse.clauses if clause.first <= verb < clause.end), None)
    return own is not None and (own.kind is ClauseKind.RELATIVE or bears_on(parse.tokens, own))


def _line(article: Article, tokens: Tokens, told: Told, wider: Slice | None, own: float) -> tuple[int, int] | None:
    """Offsets of the line around a unit that is no sentence; for a dated noun only if it reads better than `own`.

    What an event is worth stays with its own clause: a line that tells something else too is no better for it.
    """
    if wider is None or wider == told.slice:
        return None
    first, end = wider.first, wider.end
    start, stop = tokens.starts[first], tokens.ends[end - 1]
    if told.nominal and fitness(article.text[start:stop], tokens, first, end, wider.verb) < own:
        return None
    return start, stop
