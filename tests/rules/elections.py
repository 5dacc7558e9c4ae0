"""Small random elections, rich in ties."""

from fractions import Fraction

from hypothesis import strategies as st

from bot.civic.ballots import APPROVING, SHARING, Kind, Project, Rule, Rules, Tie, group, marks

COSTS = st.one_of(st.integers(1, 12), st.builds(Fraction, st.integers(1, 40), st.integers(1, 4)))


@st.composite
def elections(
    draw,
    rules=tuple(Rule),
    kinds=tuple(Kind),
    zones=("", "north"),
    excluding=("", "", "x", "y"),
):
    """(rules, projects, groups)"""
    rule = draw(st.sampled_from(rules))
    kind = draw(st.sampled_from([k for k in kinds if rule not in SHARING or k in APPROVING]))
    used = zones[: draw(st.integers(1, len(zones)))]
    projects = [
        Project(
            id=f"p{number}",
            cost=draw(COSTS),
            zone=draw(st.sampled_from(used)),
            number=number,
            withdrawn=draw(st.integers(0, 9)) == 0,
            exclusive=draw(st.sampled_from(excluding)),
        )
        for number in range(draw(st.integers(0, 6)))
    ]
    ids = [project.id for project in projects]
    percents = (0, 0, 25, Fraction(200, 3)) if kind in APPROVING else (0,)
    percent = draw(st.sampled_from(percents))
    settings = Rules(
        pots={zone: draw(st.integers(0, 30)) for zone in used},
        rule=rule,
        kind=kind,
        most=1 if kind is Kind.CHOOSE_ONE else 5,
        minimum=0 if percent else draw(st.sampled_from([0, 0, 1, 2])),
        minimum_percent=percent,
        tie=draw(st.sampled_from(Tie)),
        lot=tuple(draw(st.permutations(ids))[: draw(st.integers(0, len(ids)))]),
    )
    return settings, projects, draw(ballots(kind, ids))


@st.composite
def ballots(draw, kind, ids):
    most = 1 if kind is Kind.CHOOSE_ONE else 4
    cast = []
    for _ in range(draw(st.integers(0, 12)) if ids else 0):
        picks = draw(st.lists(st.sampled_from(ids), max_size=most, unique=True))
        points = [draw(st.integers(0, 5)) for _ in picks]
        given = points if kind in (Kind.CUMULATIVE, Kind.SCORING) else ()
        cast.append(marks(kind, picks, given, longest=3))
    return group(cast)
