"""Who "she" or "it" is at the beginning of a line, where the sentences before say so beyond doubt.

A line that begins with a pronoun can be printed if the name is put beside it: "She [Mara Quist] resigned in May". A
wrong name would be a false report, so a pronoun is only taken for the subject of the sentence before, and only where
nothing else there could be meant: for a person no other person is named, "it" is a body that does what bodies do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsline.events.clauses import ClauseKind
from newsline.events.concepts import place_of
from newsline.events.english import verbs, vocabulary
from newsline.events.english.lexicon import LEXICON
from newsline.events.fitness import fitness
from newsline.events.pronouns import IT, is_person, leaning
from newsline.events.terms import POSSESSIVE, bare, name_key, name_runs, strip_titles, unique
from newsline.model import Mention, SentenceKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsline.events.attribution import Voices
    from newsline.events.clauses import Clause
    from newsline.events.parse import Parse
    from newsline.events.tokens import Tokens
    from newsline.events.wording import Slice

LOOK_BACK = 4
"""Sentences back in which the name is sought; those between have to go on with the same pronoun."""
_BEFORE = re.compile(".*[PVZXHKMUR]")
"""What stands before no pronoun that begins its sentence: names, verbs, other pronouns."""
NEAR = 6
"""Tokens of a sentence among which its pronoun stands."""
HE, SHE = vocabulary("he him his himself"), vocabulary("she her hers herself")
SUBJECTS = vocabulary("he she it")
OWNERS = vocabulary("his her its")
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
    fit = fitness(mention.text, tokens, own.first, own.end, own.verb, named=True) * weight
    return replace(
        mention,
        names=unique((*mention.names, name)),
        fitness=max(mention.fitness, round(min(1.0, fit), 3)),
        defect=None if mention.defect == "pronoun" else mention.defect,
        stands_for=(tokens.starts[pronoun], tokens.ends[pronoun], name),
    )


def stands_for(voices: Voices, index: int, first: int, end: int) -> tuple[int, str] | None:
    """The pronoun with which a line (tokens `first` to `end` of a sentence) begins, and the name that it stands for.

    None where the line needs no name, where it leans on more than one noun, or where the name is not sure.
    """
    parse = voices.parse(index)
    tokens = parse.tokens
    found = list(leaning(tokens, parse.clauses, first, end))
    if not found or found[0] >= NEAR or _BEFORE.match(tokens.tags[: found[0]]) or voices.in_quotation(index):
        return None
    word = tokens.lower[found[0]]
    kind = next((kind for kind in (HE, SHE, IT) if word in kind), None)
    if kind is None or word not in SUBJECTS | OWNERS or any(tokens.lower[i] not in kind for i in found):
        return None
    if word in OWNERS and tokens.tags[found[0]] == "R":
        return None  # "saw her", "thanked her"
    verb = next(one.verb for one in parse.clauses if one.first <= found[0] < one.end)
    if verb >= 0 and tokens.base(verb) in THINKING:
        return None
    name = _body(voices, index, parse, found[0]) if kind is IT else _somebody(voices, index, kind)
    return (found[0], name) if name is not None else None


def _before(voices: Voices, index: int) -> Iterator[int]:
    """The sentences before, from the nearest on, as far as the story goes on."""
    for near in range(index - 1, max(-1, index - 1 - LOOK_BACK), -1):
        if voices.sentences[near].kind is not SentenceKind.BODY or voices.sentences[near].quoted:
            return
        yield near


def _somebody(voices: Voices, index: int, kind: frozenset[str]) -> str | None:
    """The only person named before, unless the subject there is somebody else."""
    strange = GIRLS if kind is HE else BOYS
    for near in _before(voices, index):
        parse = voices.parse(near)
        tokens, subject = parse.tokens, _subject(parse)
        persons = list(dict.fromkeys(_persons(voices, tokens)))
        if subject is None or len(persons) > 1 or not _may_be(tokens, kind):
            return None
        begin, stop, verb = subject
        if not persons and not kind.isdisjoint(tokens.lower[begin:stop]):
            continue  # "She was born in Norham. She left in May."
        other = any(tokens.tags[i] == "P" or is_person(tokens, i) for i in range(begin, stop) if tokens.tags[i] in "NP")
        owned = any(tokens.tags[i] == "P" and tokens.words[i].endswith(POSSESSIVE) for i in range(begin, stop))
        if not persons or (other and (owned or not list(_persons(voices, tokens, begin, verb)))):
            return None
        return persons[0] if " " in persons[0] and persons[0].split()[0].lower() not in strange else None
    return None


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
        elif titled or " " in name:
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
    for near in _before(voices, index):
        other = voices.parse(near)
        subject = _subject(other)
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


def _subject(parse: Parse) -> tuple[int, int, int] | None:
    """The tokens of the subject of a sentence's main clause, and its verb; of a quotation, whoever speaks."""
    tokens = parse.tokens
    spoken = tokens.tags[:1] in ("<", '"')
    kinds = (ClauseKind.REPORT,) if spoken else (ClauseKind.MAIN, ClauseKind.RESUMED)
    clauses = [one for one in parse.clauses if one.kind in kinds]
    clause = next((one for one in clauses if one.verb >= 0), None)
    if clause is None:
        return None
    if clause.verb <= clause.body and clause is clauses[0]:
        return (clause.verb + 1, clause.end, clause.end - 1) if spoken else None  # '"We left," said Jan Ito'
    begin = clauses[0].body
    while begin < clause.verb and tokens.tags[begin] in "AYI,#<>":
        begin += 1
    stop = next((i for i in range(begin, clause.verb) if tokens.tags[i] in ",IWQ("), clause.verb)
    return (begin, stop, clause.verb) if stop > begin and "C" not in tokens.tags[begin:stop] else None
