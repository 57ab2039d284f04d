"""Who "she" or "it" is in a line, where the sentences before say so beyond doubt.

A line that leans on a pronoun can be printed if the name is put beside it: "She [Mara Quist] resigned in May". A wrong
name would be a false report, so a pronoun is only taken for the subject of the sentence before, and only where nothing
else there could be meant: for a person no other person is named, "it" is a body that does what bodies do. A person may
stand anywhere in the line ("A jury indicted him [Jan Ito]").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsline.events.concepts import place_of
from newsline.events.english import verbs, vocabulary
from newsline.events.english.lexicon import LEXICON
from newsline.events.english.people import BOYS, GIRLS, MEN, WOMEN
from newsline.events.fitness import fitness, is_place
from newsline.events.nouns import before, lone, occasion, several, subject_of
from newsline.events.pronouns import IT, THEY, is_person, leaning
from newsline.events.terms import POSSESSIVE, bare, name_key, name_runs, strip_titles, unique
from newsline.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsline.events.attribution import Voices
    from newsline.events.clauses import Clause
    from newsline.events.parse import Parse
    from newsline.events.tokens import Tokens
    from newsline.events.wording import Slice

_BEFORE = re.compile(".*[PVZXHKMUR]")
"""What stands before no pronoun that begins its sentence: names, verbs, other pronouns."""
NEAR = 6
"""Tokens of a sentence among which its pronoun stands."""
HE, SHE = vocabulary("he him his himself"), vocabulary("she her hers herself")
SUBJECTS = vocabulary("he she it they")
OWNERS = vocabulary("his her its their")
PERSONS = vocabulary("he him his she her")
FORMS = vocabulary("mr mrs ms miss dr")
"""Titles with which a family name is as good as a full one: "Mr Ito"."""
BODIES = vocabulary("""
    administration agency air airline airlines airways alliance army assembly association authority bank board
    bureau cabinet chamber church club co college commission committee company cooperative corp corporation council
    court department energy exchange federation ferries firm foods forum foundation fund gas group guard holdings
    hospital hydro inc industries institute insurance insurer league limited lines llc logistics ltd media mills
    mining ministry motors museum network networks news office oil operator opposition organisation organization
    parliament partners party petroleum pharma pharmaceuticals plc police post power publisher rail railway railways
    regulator resources service services shipping society solutions state steel stores systems technologies telecom
    times trust union university utility water
""")
"""Last words of the names of bodies, which act as somebody does."""
ANY_BODY = vocabulary("agency co company firm group news office service services state times trust")
"""Nouns that say no more of a body than the pronoun does."""
THINKING = vocabulary(
    "believe consider doubt dream fear feel guess hope know like love mean remember suppose think want wish"
)
"""What somebody thinks is no event, however well it is told who thinks so."""
OWNED = "NPJ#"
"""Tags of what may stand behind "her" as an owner; behind "saw her" stand others."""
NOBODY = vocabulary("the in at near from into")
"""Behind these stands the name of no person."""
COMMON = "NJVZBG"
"""Tags of common words: what ends with one is no family name."""
ACTS = vocabulary("""
    accept acquire add admit agree announce apologise apologize appeal appoint approve ask auction award ban blame bar
    block borrow buy call cancel claim close collapse complete confirm cut decide decline defend delay demand deny
    disclose dismiss employ end estimate expect expel extend file fine fire forecast fund grant halt hire impose issue
    launch lay lend lift lose merge miss offer open order owe pay plan pledge post promise propose publish put raise
    recall recommend refuse reject release reopen repay replace report request resume rule sack say seek sell send set
    settle shut sign start stop sue suspend tell threaten try urge warn win withdraw write
    """)
"""What a body does. "It opened in May" may be a bridge, "it said" and "it sued" hardly are; all in the active voice."""


def with_name(voices: Voices, mention: Mention, own: Slice, weight: float) -> Mention:
    """A mention with the name that the pronoun of its line stands for; as it is where that is not sure.

    `own` is its clause, `weight` what its fitness counts.
    """
    tokens = voices.parse(mention.sentence).tokens
    start, end = mention.line or (mention.start, mention.end)
    found = stands_for(voices, mention.sentence, tokens.index(start), tokens.index(end - 1) + 1)
    if found is None:
        return mention
    pronoun, name = found
    fit = 0.0
    if _begins(tokens, pronoun):  # what names somebody late in the line tells of others, too
        fit = fitness(mention.text, tokens, own.first, own.end, own.verb, named=True) * weight
        mention = mention if name.islower() else replace(mention, names=unique((*mention.names, name)))
    return replace(
        mention,
        fitness=max(mention.fitness, round(min(1.0, fit), 3)),
        defect=None if mention.defect == "pronoun" else mention.defect,
        stands_for=(tokens.starts[pronoun], tokens.ends[pronoun], name),
    )


def stands_for(voices: Voices, index: int, first: int, end: int) -> tuple[int, str] | None:
    """The first pronoun that a line (tokens `first` to `end` of a sentence) leans on, and the name that it stands for.

    None where the line needs no name, where it leans on more than one noun, or where the name is not sure.
    """
    parse = voices.parse(index)
    tokens = parse.tokens
    found = list(leaning(tokens, parse.clauses, first, end))
    if not found or voices.in_quotation(index):
        return None
    pronoun, word = found[0], tokens.lower[found[0]]
    kind = next((kind for kind in (HE, SHE, IT, THEY) if word in kind), None)
    begins = _begins(tokens, pronoun)
    if kind is None or any(tokens.lower[i] not in kind for i in found):
        return None
    owned = tokens.tags[pronoun + 1 : pronoun + 2]
    if word not in (SUBJECTS | OWNERS if begins else PERSONS) or (word in OWNERS and (not owned or owned not in OWNED)):
        return None  # "saw her", "thanked her"
    clause = next(one for one in parse.clauses if one.first <= pronoun < one.end)
    if clause.verb >= 0 and tokens.base(clause.verb) in THINKING:
        return None
    if kind is HE or kind is SHE:
        name = _somebody(voices, index, kind) if not first or begins else None
    elif kind is IT:
        here = voices, index, parse, pronoun
        name = _body(*here) or occasion(*here) or lone(*here)
    else:
        name = several(voices, index, parse, pronoun)
    return (pronoun, name) if name is not None else None


def _begins(tokens: Tokens, pronoun: int) -> bool:
    """Whether a pronoun is what its sentence begins with, but for a date or the like."""
    return pronoun < NEAR and _BEFORE.match(tokens.tags[:pronoun]) is None


def _somebody(voices: Voices, index: int, kind: frozenset[str]) -> str | None:
    """The only person named before, unless the subject there is somebody else."""
    strange = GIRLS if kind is HE else BOYS
    for near in before(voices, index):
        parse = voices.parse(near)
        tokens, subject = parse.tokens, subject_of(parse)
        persons = list(dict.fromkeys(_persons(voices, tokens)))
        if len(persons) > 1 or not _may_be(tokens, kind):
            return None
        if not persons and _passes(tokens, kind):
            continue  # "She was born in Norham. The town has forgotten her. She left in May."
        if subject is None:
            return None
        begin, stop, verb = subject
        if not kind.isdisjoint(tokens.lower[begin:stop]):
            return None  # "She met Ida Brandt. She left in May."
        other = any(tokens.tags[i] == "P" or is_person(tokens, i) for i in range(begin, stop) if tokens.tags[i] in "NP")
        owned = any(tokens.tags[i] == "P" and tokens.words[i].endswith(POSSESSIVE) for i in range(begin, stop))
        if not persons or (other and (owned or not list(_persons(voices, tokens, begin, verb)))):
            return None
        return persons[0] if " " in persons[0] and persons[0].split()[0].lower() not in strange else None
    return None


def _passes(tokens: Tokens, kind: frozenset[str]) -> bool:
    """Whether a sentence that names nobody goes on about the person meant: by a pronoun, or without another person."""
    if any(tokens.tags[i] == "P" and not is_place(tokens.lower[i]) for i in range(len(tokens))):
        return False
    return not kind.isdisjoint(tokens.lower) or not any(is_person(tokens, i) for i in range(len(tokens)))


def _may_be(tokens: Tokens, kind: frozenset[str]) -> bool:
    """Whether no title and no pronoun in a sentence tells that the person in it is of the other sex."""
    other, own, titles = (SHE, MEN, WOMEN) if kind is HE else (HE, WOMEN, MEN)
    bare_words = {word.rstrip(".") for word in tokens.lower}
    return titles.isdisjoint(bare_words) and (other.isdisjoint(bare_words) or not own.isdisjoint(bare_words))


def _persons(voices: Voices, tokens: Tokens, first: int = 0, end: int | None = None) -> Iterator[str]:
    """The names of persons among tokens, as fully as the article names them."""
    for begin, stop in name_runs(tokens, first, end):
        of = next((i for i in range(begin, stop) if tokens.lower[i] == "of"), stop)
        parts = strip_titles(tokens.words[begin:stop])
        if of < stop and len(parts) == stop - begin:
            stop, parts = of, tokens.words[begin:of]  # "Jan Ito of Norham Water"
        if not parts:
            continue
        titled = len(parts) < stop - begin
        name = bare(" ".join(parts))
        last = name.rpartition(" ")[2]
        if _is_body(name) or place_of(name_key(last)) is not None:
            continue
        if not titled and begin and tokens.lower[begin - 1] in NOBODY:
            continue
        whole = voices.full_name(name_key(last))
        if whole is not None and whole.endswith(last) and not _is_body(whole):
            yield whole
        elif titled and tokens.lower[stop - len(parts) - 1].rstrip(".") in FORMS:
            yield " ".join(tokens.words[stop - len(parts) - 1 : stop])
        elif " " in name:
            yield name


def _is_body(name: str) -> bool:
    """Whether a name is that of a body, by its last word: "Norham Rail", "Blue Ferries"."""
    last = name.rpartition(" ")[2].lower().rstrip(".")
    return last in BODIES or (" " in name and LEXICON.get(last, "P") in COMMON)


def _body(voices: Voices, index: int, parse: Parse, pronoun: int) -> str | None:
    """The body that is the subject before; "it" is one only in a clause that tells what bodies do."""
    tokens = parse.tokens
    clause = next(one for one in parse.clauses if one.first <= pronoun < one.end)
    if tokens.lower[pronoun] == "it" and not _acts(tokens, clause):
        return None
    for near in before(voices, index):
        other = voices.parse(near)
        subject = subject_of(other)
        if subject is None:
            return None
        begin, stop, verb = subject
        if other.tokens.lower[begin:stop] == ["it"]:
            continue
        if any(word == "it" and other.tokens.tags[i - 1] in "VZUGB" for i, word in enumerate(other.tokens.lower) if i):
            return None  # "The exchange has given it a month."
        alone = len(dict.fromkeys(_bodies(voices, other.tokens))) == 1
        speaks = other.tokens.tags[verb] in "VZ" and other.tokens.base(verb) in verbs.SPEECH
        return next(_bodies(voices, other.tokens, begin, stop), None) if alone or speaks else None
    return None


def _bodies(voices: Voices, tokens: Tokens, first: int = 0, end: int | None = None) -> Iterator[str]:
    """The bodies among tokens: by their names, or "the airline"."""
    for begin, stop in name_runs(tokens, first, end):
        if tokens.words[stop - 1].endswith(POSSESSIVE):
            continue
        name = bare(" ".join(tokens.words[begin:stop]))
        if _is_body(name) or (" " not in name and _may_be_body(voices, name)):
            yield f"the {name}" if tokens.lower[begin - 1 : begin] == ["the"] else name
    last = len(tokens) if end is None else end
    for i in range(first + 1, last):
        if tokens.lower[i - 1] == "the" and tokens.tags[i] == "N" and tokens.lower[i] in BODIES - ANY_BODY:
            yield f"the {tokens.words[i]}"


def _may_be_body(voices: Voices, name: str) -> bool:
    """Whether a name of one word is no place's and nobody's family name: "Nasdaq"."""
    key = name_key(name)
    return place_of(key) is None and voices.full_name(key) is None and strip_titles([name]) == [name]


def _acts(tokens: Tokens, clause: Clause) -> bool:
    """Whether a clause tells, in the active voice, what a body does."""
    verb = clause.verb
    while 0 <= verb < clause.end and tokens.tags[verb] in "XHKMAT":
        if tokens.tags[verb] == "X":
            return False
        verb += 1
    if not 0 <= verb < clause.end or tokens.tags[verb] not in "VZUB":
        return False
    return tokens.base(verb) in ACTS or tokens.base(verb) in verbs.SPEECH
