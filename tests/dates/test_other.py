"""Absolute dates in languages without a grammar: found, marked, and never invented."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsline.dates import span as spans
from newsline.dates.expression import is_absolute
from newsline.dates.other import locale
from newsline.dates.resolve import resolve
from newsline.dates.tag import tag_text

WRITTEN = date(2024, 6, 13)

FOUND = [
    ("fr", "Le pont a été fermé le 5 mars 2024.", "5 mars 2024", "2024-03-05"),
    ("fr", "Le pont a été fermé le 1er mai 2023.", "1er mai 2023", "2023-05-01"),
    ("fr", "Le pont a été fermé en mars 2024.", "mars 2024", "2024-03"),
    ("fr", "Le pont a été fermé le 12/03/2021.", "12/03/2021", "2021-03-12"),
    ("fr", "Le pont a été fermé le 5 mars.", "5 mars", "2024-03-05"),
    ("fr", "Le pont a été fermé en l'année 2012.", "année 2012", "2012"),
    ("es", "El puente se cerró el 5 de marzo de 2024.", "5 de marzo de 2024", "2024-03-05"),
    ("es", "El puente se cerró en agosto de 2023.", "agosto de 2023", "2023-08"),
    ("es", "El puente se cerró el 13/04/2023.", "13/04/2023", "2023-04-13"),
    ("es", "La marcha fue el 1.º de mayo de 1890.", "1.º de mayo de 1890", "1890-05-01"),
    ("it", "La mostra chiude il 1° maggio 1931.", "1° maggio 1931", "1931-05-01"),
    ("it", "Il ponte fu chiuso il 5 marzo 2024.", "5 marzo 2024", "2024-03-05"),
    ("pt", "A ponte foi fechada em 5 de março de 2024.", "5 de março de 2024", "2024-03-05"),
    ("nl", "De brug werd op 5 maart 2024 gesloten.", "5 maart 2024", "2024-03-05"),
    ("sv", "Bron stängdes den 5 mars 2024.", "5 mars 2024", "2024-03-05"),
    ("da", "Broen blev lukket den 5. marts 2024.", "5. marts 2024", "2024-03-05"),
    ("fi", "Silta suljettiin 5. maaliskuuta 2024.", "5. maaliskuuta 2024", "2024-03-05"),
    ("pl", "Most zamknięto 5 marca 2024 roku.", "5 marca 2024", "2024-03-05"),
    ("pl", "Most zamknięto w marcu 2024.", "marcu 2024", "2024-03"),
    ("cs", "Most byl uzavřen 5. března 2024.", "5. března 2024", "2024-03-05"),
    ("hu", "A hidat 2024. március 5-én zárták le.", "2024. március 5", "2024-03-05"),
    ("tr", "Köprü 5 Mart 2024 günü kapatıldı.", "5 Mart 2024", "2024-03-05"),
    ("ru", "Мост закрыли 5 марта 2024 года.", "5 марта 2024", "2024-03-05"),
    ("ru", "Мост закрыли в марте 2024 года.", "марте 2024", "2024-03"),
    ("ru", "Мост закрыли в 2012 году.", "2012 году", "2012"),
    ("ru", "Мост закрыли в мае 2021 года.", "мае 2021", "2021-05"),
    ("ru", "Мост закрыли в июне 2021 года.", "июне 2021", "2021-06"),
    ("ru", "Мост закрыли в июле 2021 года.", "июле 2021", "2021-07"),
    ("uk", "Міст закрили в січні 2021 року.", "січні 2021", "2021-01"),
    ("uk", "Міст закрили в лютому 2022 року.", "лютому 2022", "2022-02"),
    ("uk", "Міст закрили в липні 2021 року.", "липні 2021", "2021-07"),
    ("uk", "Міст закрили 5 березня 2024 року.", "5 березня 2024", "2024-03-05"),
    ("el", "Η γέφυρα έκλεισε στις 5 Μαρτίου 2024.", "5 Μαρτίου 2024", "2024-03-05"),
    ("ar", "أغلق الجسر في 5 مارس 2024.", "5 مارس 2024", "2024-03-05"),
    ("hi", "पुल 5 मार्च 2024 को बंद हुआ।", "5 मार्च 2024", "2024-03-05"),
    ("zh", "大桥于2024年3月5日关闭。", "2024年3月5日", "2024-03-05"),
    ("zh", "大桥于2023年8月关闭。", "2023年8月", "2023-08"),
    ("zh", "大桥于3月5日关闭。", "3月5日", "2024-03-05"),
    ("ja", "橋は2024年3月5日に閉鎖された。", "2024年3月5日", "2024-03-05"),
    ("ko", "다리는 2024년 3월 5일에 폐쇄되었다.", "2024년 3월 5일", "2024-03-05"),
    ("id", "Jembatan ditutup pada 5 Maret 2024.", "5 Maret 2024", "2024-03-05"),
    ("vi", "Cầu đóng cửa ngày 5 tháng 3 năm 2024.", "5 tháng 3 năm 2024", "2024-03-05"),
    ("th", "สะพานปิดเมื่อวันที่ 5 มีนาคม 2567", "5 มีนาคม 2567", "2024-03-05"),
    ("xx", "zzz 2024-03-05 zzz", "2024-03-05", "2024-03-05"),
]
NOTHING = [
    ("fr", "Les deux hommes marchent vers la mairie."),
    ("es", "La ministra viajó con once personas a la plaza mayor."),
    ("pl", "Prezes spółki ma nadzieję, że to się uda."),
    ("ru", "Мая и её брат вышли из дома."),
    ("uk", "Лютому псові дали їсти."),
    ("fr", "Mars est une planète rouge."),
    ("fr", "Il a couru 100 mètres en mai."),
    ("fr", "Le train de 12 h 30 est parti hier."),
    ("fr", "La maison coûte 2000 euros."),
    ("fr", "Le score fut de 3-2."),
    ("fr", "Le 31 février n'existe pas."),
    ("fr", "Le 45 mars n'existe pas."),
    ("fr", "Le serveur est 10.12.20.24."),
    ("es", "Ganaron 3 a 2 en mayo."),
    ("es", "El lunes pasado llovió."),
    ("es", "Hay 5 mar adentro."),
    ("ru", "Он пришёл вчера в 5 часов."),
    ("zh", "他有3个孩子。"),
    ("pl", "Zapłacił 2000 złotych."),
    ("xx", "5 mars 2024"),
    ("../../etc", "5 mars 2024"),
]
LANGUAGES = ["fr", "es", "ru", "zh", "ar", "fi", "tr", "xx"]


@pytest.mark.parametrize(("language", "text", "phrase", "edtf"), FOUND)
def test_found(language: str, text: str, phrase: str, edtf: str) -> None:
    (expression,) = tag_text(text, language=language)
    assert expression.text == phrase
    assert text[expression.start : expression.end] == phrase
    (resolution,) = resolve([expression], spans.day(WRITTEN))
    assert str(resolution.span) == edtf
    assert resolution.value == edtf


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_nothing(language: str, text: str) -> None:
    assert tag_text(text, language=language) == ()


@pytest.mark.parametrize(("language", "text", "phrase", "edtf"), FOUND)
def test_marked(language: str, text: str, phrase: str, edtf: str) -> None:
    del phrase, edtf
    (expression,) = tag_text(text, language=language)
    assert expression.locale == language
    (resolution,) = resolve([expression], spans.day(WRITTEN))
    assert f"month names of the language '{language}'" in resolution.why[0]


def test_a_grammar_leaves_no_mark() -> None:
    (english,) = tag_text("It was closed on 5 March 2024.")
    (german,) = tag_text("Am 5. März 2024 geschlossen.", language="de")
    assert english.locale is german.locale is None


def test_the_day_is_not_known_without_the_year() -> None:
    (expression,) = tag_text("Le pont fut fermé le 5 mars.", language="fr")
    assert not is_absolute(expression.meaning)
    (resolution,) = resolve([expression], None)
    assert resolution.span is None
    assert resolution.value == "XXXX-03-05"


def test_every_locale_of_dateparser_has_a_pattern() -> None:
    from dateparser.data.languages_info import language_order

    codes = [code for code in language_order if "-" not in code]
    assert len(codes) > 100
    for code in codes:
        assert locale(code).pattern.groups > 10


@pytest.mark.parametrize(
    "text", ["5 " * 40_000, "5 mars " * 15_000, "2024-" * 20_000, "mars" * 25_000, "1." * 50_000, " " * 100_000]
)
def test_time_grows_with_the_length(text: str) -> None:
    """Ten times the text takes little more than ten times as long; in quadratic time it would be a hundred times."""
    locale("fr")
    assert _seconds(text) < 40 * _seconds(text[: len(text) // 10]) + 1.0


def _seconds(text: str) -> float:
    begun = time.process_time()
    tag_text(text, language="fr")
    return time.process_time() - begun


PIECES = st.sampled_from(
    ["5", "31", "mars", "marzo", "марта", "2024", "年", "月", "日", ".", "/", "-", " ", "de", "2567"]
)


@given(st.sampled_from(LANGUAGES), st.one_of(st.text(), st.lists(PIECES, max_size=20).map("".join)))
def test_any_text(language: str, text: str) -> None:
    last = 0
    for item in tag_text(text, language=language):
        assert last <= item.start < item.end <= len(text)
        assert item.text == text[item.start : item.end]
        last = item.end
        for resolution in resolve([item], spans.day(WRITTEN)):
            assert resolution.span is None or resolution.span.first <= resolution.span.last
