"""The form of what is returned: the JSON contract of zhecon, as typed dictionaries.

A type checker narrows an entity by its kind:

>>> def amounts(extraction: Extraction) -> list[str]:
...     return [entity["value"]["currency"] for entity in extraction["entities"] if entity["kind"] == "money"]
"""

from typing import Any, Literal, NotRequired, TypedDict, Union

Bound = Literal["exact", "about", "nearly", "more_than", "at_least", "less_than", "at_most", "range", "order"]
Modality = Literal["actual", "planned", "expected", "target", "conditional"]
Stage = Literal[
    "lead",
    "negotiating",
    "framework",
    "signed",
    "landed",
    "started",
    "under_construction",
    "trial_production",
    "operating",
    "completed",
    "in_production",
    "stopped",
]
Kind = Literal[
    "money",
    "percent",
    "quantity",
    "number",
    "ordinal",
    "date",
    "duration",
    "time_set",
    "place",
    "zone",
    "company",
    "organization",
    "person",
    "project",
    "industry",
    "custom",
]


class Span(TypedDict):
    """Characters of the text that was given."""

    start: int
    end: int


class Magnitude(TypedDict):
    """Decimals as strings: the least, the most, and how it was said."""

    low: str | None
    high: str | None
    bound: Bound


class MoneyValue(Magnitude):
    currency: str
    """ISO 4217."""
    per: NotRequired[str]


class PercentValue(Magnitude):
    unit: Literal["percent", "percentage_point", "times", "fraction"]


class QuantityValue(Magnitude):
    unit: str | None
    of: str | None
    per: NotRequired[str]


DateValue = TypedDict(
    "DateValue",
    {
        "edtf": str | None,
        "start": str | None,
        "end": str | None,
        "grain": str | None,
        "ref": NotRequired[Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]],
        "candidates": NotRequired[list[str]],
    },
)


class DurationValue(Magnitude):
    iso8601: str
    unit: str


class TimeSetValue(TypedDict):
    iso8601: str


class PlaceValue(TypedDict):
    code: str | None
    """GB/T 2260 or ISO 3166-1."""
    name: str
    parent: NotRequired[str]
    candidates: NotRequired[list[str]]
    members: NotRequired[list[str]]
    successor: NotRequired[str]


ZoneValue = TypedDict(
    "ZoneValue", {"canonical": str, "class": str, "level": NotRequired[str], "place": str | None, "official": NotRequired[str]}
)


class CompanyValue(TypedDict):
    canonical: str
    form: str | None
    place: str | None
    brand: str | None
    trade: NotRequired[str]
    code: NotRequired[str]


OrganizationValue = TypedDict("OrganizationValue", {"canonical": str, "class": str})


class PersonValue(TypedDict):
    role: str | None
    affiliation: str | None
    canonical: NotRequired[str]


class ProjectValue(TypedDict):
    canonical: str
    phase: NotRequired[str]


class IndustryValue(TypedDict):
    name: str
    code: str | None
    scheme: str | None


class _Mention(TypedDict):
    start: int
    end: int
    text: str
    rule: str
    evidence: NotRequired[list[Span]]


class MoneyEntity(_Mention):
    kind: Literal["money"]
    value: MoneyValue


class PercentEntity(_Mention):
    kind: Literal["percent"]
    value: PercentValue


class QuantityEntity(_Mention):
    kind: Literal["quantity"]
    value: QuantityValue


class NumberEntity(_Mention):
    kind: Literal["number", "ordinal"]
    value: Magnitude


class DateEntity(_Mention):
    kind: Literal["date"]
    value: DateValue


class DurationEntity(_Mention):
    kind: Literal["duration"]
    value: DurationValue


class TimeSetEntity(_Mention):
    kind: Literal["time_set"]
    value: TimeSetValue


class PlaceEntity(_Mention):
    kind: Literal["place"]
    value: PlaceValue


class ZoneEntity(_Mention):
    kind: Literal["zone"]
    value: ZoneValue


class CompanyEntity(_Mention):
    kind: Literal["company"]
    value: CompanyValue


class OrganizationEntity(_Mention):
    kind: Literal["organization"]
    value: OrganizationValue


class PersonEntity(_Mention):
    kind: Literal["person"]
    value: PersonValue


class ProjectEntity(_Mention):
    kind: Literal["project"]
    value: ProjectValue


class IndustryEntity(_Mention):
    kind: Literal["industry"]
    value: IndustryValue


Entity = Union[
    MoneyEntity,
    PercentEntity,
    QuantityEntity,
    NumberEntity,
    DateEntity,
    DurationEntity,
    TimeSetEntity,
    PlaceEntity,
    ZoneEntity,
    CompanyEntity,
    OrganizationEntity,
    PersonEntity,
    ProjectEntity,
    IndustryEntity,
]

Amount = Union[MoneyValue, PercentValue, DurationValue, QuantityValue]


class Credit(TypedDict):
    name: str
    role: str


class Article(TypedDict):
    """What the page says of itself."""

    title: str | None
    subtitles: NotRequired[list[str]]
    source: str | None
    published: str | None
    authors: list[str]
    credits: NotRequired[list[Credit]]
    site: NotRequired[str]


class Cluster(TypedDict):
    """Mentions of one thing."""

    kind: Kind
    canonical: str
    mentions: list[int]


class Event(TypedDict):
    stage: Stage
    date: str | None
    planned: NotRequired[bool]


class Project(TypedDict):
    """What the article says of one project; amounts hold the keys of their value, ``modality`` and ``mention``."""

    name: str
    aliases: NotRequired[list[str]]
    mentions: list[int]
    phase: NotRequired[str]
    investors: list[str]
    zone: str | None
    place: str | None
    investment: dict[str, Any] | None
    completed_investment: NotRequired[dict[str, Any]]
    paid_in: NotRequired[dict[str, Any]]
    phase_amounts: NotRequired[list[dict[str, Any]]]
    annual_output: dict[str, Any] | None
    revenue: NotRequired[dict[str, Any]]
    tax: NotRequired[dict[str, Any]]
    capacity: NotRequired[dict[str, Any]]
    jobs: NotRequired[dict[str, Any]]
    site_area: dict[str, Any] | None
    floor_area: dict[str, Any] | None
    industry: str | None
    products: NotRequired[list[str]]
    counterparty: NotRequired[list[str]]
    build_period: NotRequired[dict[str, Any]]
    nature: NotRequired[str]
    package: NotRequired[str]
    stage: Stage | None
    events: list[Event]
    evidence: NotRequired[dict[str, list[Span]]]


class Change(TypedDict):
    type: Literal["year_on_year", "previous_period", "two_year_average", "since_start", "unspecified"]
    direction: Literal["up", "down", "flat"]
    value: Amount | None


class Evidence(TypedDict):
    field: str
    span: Span
    rule: str


class Indicator(TypedDict):
    """A measured fact."""

    subject: str | None
    measure: str
    value: Amount
    mention: int
    period: DateValue | None
    period_mention: int | None
    change: Change | None
    part_of: NotRequired[int]
    size_class: NotRequired[Amount]
    modality: Modality
    evidence: NotRequired[list[Evidence]]


class Diagnostic(TypedDict):
    """What was repaired, and how certain that is, from 0 to 100."""

    kind: str
    span: Span
    reading: str
    certainty: int
    bytes: NotRequired[Span]
    """Of a file that was decoded: where in its bytes."""


class Extraction(TypedDict):
    """All that one article says."""

    article: Article
    entities: list[Entity]
    clusters: NotRequired[list[Cluster]]
    projects: list[Project]
    indicators: list[Indicator]
    diagnostics: NotRequired[list[Diagnostic]]


class Source(TypedDict):
    published: str | None
    source: str
    spans: list[Span]


class Step(TypedDict):
    date: str | None
    reported: str | None
    stage: Stage
    planned: bool
    sources: list[str]


class Sum(TypedDict):
    low: str | None
    high: str | None
    currency: str


class ProjectHistory(TypedDict):
    """What all articles of a ledger say of one project."""

    name: str
    aliases: list[str]
    phase: str | None
    investors: list[str]
    zone: str | None
    place: str | None
    investment: Sum | None
    investments: list[tuple[Sum, list[str]]]
    stage: Stage | None
    timeline: list[Step]
    sources: list[Source]


class CompanyHistory(TypedDict):
    """What all articles of a ledger say of one company."""

    name: str
    aliases: list[str]
    code: str | None
    projects: list[str]
    sources: list[Source]
