"""An analysis survives the way between processes, whatever its texts are."""

from __future__ import annotations

import pickle

from msgspec.structs import replace

from newsline.analysis import Analysis
from newsline.model import Article
from newsline.pipeline import analyse

STORY = Article(
    "harbour.txt",
    "Ferry runs aground\n\n"
    "The ferry Alma ran aground on Sunday, the coast guard said. “Nobody was hurt. We were lucky,” said Ida Holm.\n\n"
    "The operator, which had bought the ship in March 2019, closed the line on Monday.\n",
)
TOLD = analyse(STORY, "mdy")


def sent(analysis: Analysis) -> Analysis:
    result: Analysis = pickle.loads(pickle.dumps(analysis))
    return result


def test_what_arrives_is_what_was_sent() -> None:
    assert len(TOLD.sentences) > 3
    assert len(TOLD.mentions) > 1
    assert sent(TOLD) == TOLD
    assert repr(sent(TOLD)) == repr(TOLD)


def test_nothing_arrives_of_an_empty_article() -> None:
    empty = Analysis(Article("a.txt", ""), (), (), ())
    assert sent(empty) == empty


def test_texts_that_are_no_slices_arrive_as_they_are() -> None:
    odd = replace(
        TOLD,
        sentences=(replace(TOLD.sentences[0], text="another headline"), *TOLD.sentences[1:]),
        mentions=(replace(TOLD.mentions[0], text="another clause", quote="another quote", sentence=99),),
    )
    assert sent(odd) == odd


def test_a_quote_is_the_text_of_its_sentence_and_not_a_copy() -> None:
    arrived = sent(TOLD)
    assert all(mention.quote is arrived.sentences[mention.sentence].text for mention in arrived.mentions)


def test_the_text_of_an_article_travels_once() -> None:
    assert pickle.dumps(TOLD).count(b"ran aground") == 1
