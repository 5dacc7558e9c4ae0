"""Printed papers: every word is there and can be read, on as many pages as it takes."""

import re
from dataclasses import replace

import pytest

from bot.pictures.print.drawing import DRAWN, draw
from bot.pictures.print.papers import (
    Ballot,
    Board,
    Certificate,
    Chart,
    Counted,
    Cross,
    Door,
    Field,
    Form,
    Leaflet,
    Line,
    Masthead,
    Measure,
    NeedsReport,
    Offer,
    Paper,
    Passage,
    Poster,
    Protocol,
    Question,
    Questionnaire,
    Section,
    Slip,
    Slips,
    Tally,
    VoterList,
    Voters,
)
from tests.support import camera
from tests.support.pdf import contents, embedded, pages

HEAD = Masthead("ამბროლაურის მუნიციპალიტეტი", "ბიუჯეტი 2028", "გვერდი {page} / {pages}", "438 120")
LONG = "სკოლის ეზოს განათება, საბავშვო მოედნის შეკეთება და „წყაროს“ მოწყობა (№2) — II ეტაპი " * 3
MONEY = "14\u00a0500\u00a0₾"
LINES = [Line(str(at), f"{LONG}{at}", MONEY) for at in range(1, 41)]
GONE = replace(LINES[3], gone="მოხსნილია")
LINK = "https://monawile.example/s/438120"

BALLOT = Ballot(
    "ბიულეტენი", "ზემო თემი", "მონიშნეთ 5", ["წესი"], [*LINES, GONE], ["ხელმოწერა", "ბეჭედი"]
)
POSTER = Poster(
    "თქვენ ირჩევთ!",
    ["კენჭისყრა: 10.05.2027"],
    Door(LINK, "438\u00a0120", "მიუშვირეთ კამერა", "ან ჩაწერეთ კოდი:"),
    "როგორ?",
    ["ნაბიჯი"],
    [Offer("ზემო", MONEY, LINES[:20]), Offer("ქვემო", MONEY, LINES[20:])],
)
LEAFLET = Leaflet(
    "წესი",
    "შესავალი",
    [Section(f"მუხლი {at}", [LONG] * 4, [("თარიღი", "10.05.2027")], "1") for at in range(1, 9)],
    ["დანართი"],
    ["მერი"],
)
FORM = Form("ფორმა", ["წერეთ"], [Field("რა?", "მოკლედ", 2), Field("სად?")], "მერია", ["თარიღი"])
LISTED = [(str(at), "ნინო" if at == 3 else "") for at in range(1, 200)]
LIST = VoterList(("№", "სახელი", "ხელმოწერა"), [Voters("ხოტევი", LISTED), Voters("ჭელიში", [])])
CODES = [Slip(f"№{at}", "ზემო", "4829-1053-7716") for at in range(13)]
SLIPS = Slips(LINK, ["ერთი", "ორი", "სამი"], CODES)
ROWS = [
    Counted(str(at), str(at), f"{LONG}{at}", MONEY, "312", f"მიზეზი {at}", "✓" if at < 3 else "")
    for at in range(1, 41)
]
RESULT = ("შედეგი", "შესავალი", [("სულ", "412")], ("ადგილი", "პროექტი", "ხმა", "ფასი"))
NOTES = [Section("კენჭი", ["სკოლაში იყარა."])]
BOARD = Board(*RESULT, [Tally("ზემო", [("თანხა", MONEY)], ROWS)], NOTES)
PROTOCOL = Protocol(*RESULT, [Tally("ზემო", [], ROWS)], NOTES, ["თავმჯდომარე", "მდივანი"])

SURVEY = Questionnaire(
    "წყალი სოფელში",
    "წაუკითხეთ:",
    ["გამარჯობა!", LONG],
    "თანახმა ვარ",
    ("თარიღი", "დასახლება"),
    [
        Passage("ოჯახი", "თქვენზე გკითხავთ.", "მხოლოდ თუ"),
        Question("1", LONG, "მონიშნეთ ერთი.", options=["კი", "არა"]),
        Question(
            "2", "საიდან?", only="მხოლოდ თუ №1: „არა“", options=[f"ჭა {n}" for n in range(40)]
        ),
        Question("3", "გრძელი", options=[f"{LONG}{n}" for n in range(40)]),
        Question("4", "კიდევ?", lines=3),
    ],
)
MEASURES = [Measure(f"{LONG}{at}", at / 40, "12 (3%)") for at in range(1, 40)]
NEEDS = NeedsReport(
    "ანგარიში",
    "შესავალი",
    [("უპასუხა", "412")],
    Chart("რა გჭირდებათ?", ["უპასუხა 412"], [*MEASURES, Measure(f"{LONG}40", None, "…")]),
    [Cross("ასაკით", [f"ჯგუფი{at}" for at in range(11)], [(LONG, ["7"] * 11)] * 9, "შენიშვნა")],
    [Chart(f"კითხვა {at}", ["უპასუხა 7"], MEASURES[:3]) for at in range(60)],
    Section("მეთოდი", [LONG]),
)

CERTIFICATE = Certificate(
    issuer=HEAD.municipality,
    name="სერტიფიკატი",
    given="ადასტურებს, რომ",
    holder="ნინო ბერიძე",
    did="დაეუფლა კურსს",
    course="მონაწილეობა ათ მოკლე გაკვეთილად",
    facts=("მოქალაქისთვის · ვერსია 1", "29.11.2026"),
    code="7K9A-NFMJ",
    link=LINK,
    check=("მიუშვირეთ კამერა", "ან ჩაწერეთ კოდი"),
)
PAPERS: dict[str, Paper] = {
    "ballot": BALLOT,
    "poster": POSTER,
    "leaflet": LEAFLET,
    "form": FORM,
    "list": LIST,
    "slips": SLIPS,
    "board": BOARD,
    "protocol": PROTOCOL,
    "survey": SURVEY,
    "needs": NEEDS,
    "certificate": CERTIFICATE,
}
BOUND = {name: paper for name, paper in PAPERS.items() if name != "certificate"}
every = pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS.keys())


def tight(text: str) -> str:
    return "".join(text.split())


def read(paper: Paper) -> str:
    return tight("".join(pages(draw(HEAD, paper))))


@pytest.mark.parametrize("paper", BOUND.values(), ids=BOUND.keys())
def test_every_page_says_whose_it_is_and_how_many_there_are(paper: Paper) -> None:
    found = pages(draw(HEAD, paper))
    for at, page in enumerate(found, 1):
        text = tight(page)
        assert tight(HEAD.municipality) in text and tight(HEAD.edition) in text
        assert tight(f"გვერდი {at} / {len(found)}") in text and "438120" in text


@every
def test_all_letters_are_in_the_file(paper: Paper) -> None:
    used, held = embedded(draw(HEAD, paper))
    assert used and used == held


@every
def test_the_same_paper_is_the_same_file(paper: Paper) -> None:
    assert draw(HEAD, paper) == draw(HEAD, paper)


def test_every_kind_of_paper_is_tried() -> None:
    assert {type(paper) for paper in PAPERS.values()} == set(DRAWN)


@pytest.mark.parametrize("name", ["ballot", "poster", "board", "protocol"])
def test_forty_long_titles_are_all_there(name: str) -> None:
    text = read(PAPERS[name])
    for at in range(1, 41):
        assert tight(f"{LONG}{at}") in text
    assert text.count(tight(MONEY)) >= 40


def test_a_report_has_every_group_and_every_question() -> None:
    text = read(NEEDS)
    assert all(f"ჯგუფი{at}" in text for at in range(11))
    assert all(tight(f"კითხვა {at}") in text for at in range(60))
    assert tight(f"{LONG}39") in text and "შენიშვნა" in text and "მეთოდი" in text


def test_a_bar_is_as_long_as_its_share() -> None:
    whole = replace(NEEDS, tables=[], charts=[])
    full, half = (
        replace(whole, ranking=Chart("ა", (), [Measure("ბ", share, "7")])) for share in (1, 0.5)
    )
    widths = [_filled(draw(HEAD, paper)) for paper in (full, half)]
    assert widths[0] == pytest.approx(2 * widths[1])


def _filled(pdf: bytes) -> float:
    [found] = re.findall(rb"0 0 ([\d.]+) [\d.]+ re f", b"".join(contents(pdf)))
    return float(found)


def test_a_withdrawn_project_has_no_box() -> None:
    one, none = replace(BALLOT, lines=[LINES[0]]), replace(BALLOT, lines=[GONE])
    assert "მოხსნილია" in read(none)
    boxes = [sum(b" re S" in page for page in contents(draw(HEAD, p))) for p in (one, none)]
    assert boxes == [1, 0]


@pytest.mark.parametrize(("name", "least"), [("ballot", 18), ("poster", 16), ("board", 16)])
def test_titles_are_in_large_print(name: str, least: int) -> None:
    content = b"".join(contents(draw(HEAD, PAPERS[name])))
    sizes = [float(size) for size in re.findall(rb"/F[\w+]+ ([\d.]+) Tf", content)]
    assert min(sizes) >= 12
    assert sum(size >= least for size in sizes) > 80


def test_odd_letters_do_no_harm() -> None:
    odd = "<b>&amp; $x^2$ 😀\u200d Ռուբեն ñ Ж ₾ №"
    text = read(replace(BALLOT, lines=[Line("1", odd, "1 ₾")]))
    assert tight("<b>&amp; $x^2$") in text and "Ռուբեն" in text and "😀" not in text


@pytest.mark.parametrize(
    "paper", [replace(BALLOT, lines=[]), replace(BOARD, figures=[], tallies=[], notes=[])]
)
def test_an_empty_paper_is_still_one_page(paper: Paper) -> None:
    assert len(pages(draw(HEAD, paper))) == 1


def test_names_stand_where_they_were_given() -> None:
    first, *_ = pages(draw(HEAD, LIST))
    assert "3ნინო" in tight(first) and "ჭელიში" in tight(pages(draw(HEAD, LIST))[-1])


@pytest.mark.parametrize("name", ["poster", "slips", "certificate"])
def test_another_program_reads_the_code(name: str) -> None:
    seen = camera.codes(camera.rendered(draw(HEAD, PAPERS[name]))[0])
    assert seen and set(seen) == {LINK}


def test_a_survey_has_a_box_for_the_consent_and_for_each_option() -> None:
    text = read(SURVEY)
    assert "თანახმავარ" in text and "→მხოლოდთუ№1:„არა“" in text
    boxes = sum(page.count(b" re S") for page in contents(draw(HEAD, SURVEY)))
    assert boxes == 1 + 2 + 40 + 40
