import datetime
import threading

import pytest

import zhecon

DAMAGED = "望川經(jīng)濟(jì)開發(fā)區(qū)總投資30億元的藍灣半導體封測項目開工,占地200畝😀。今年1-4月完成投資5億元。"


def test_offsets_count_characters_of_the_text_that_was_given():
    extraction = zhecon.extract(DAMAGED, published="2021-05-20")
    raw = {entity["text"]: DAMAGED[entity["start"] : entity["end"]] for entity in extraction["entities"]}
    assert raw["30亿元"] == "30億元"
    assert raw["望川经济开发区"] == "望川經(jīng)濟(jì)開發(fā)區(qū)"
    assert raw["今年1-4月"] == "今年1-4月"
    assert raw["5亿元"] == "5億元"
    for diagnostic in extraction["diagnostics"]:
        span = diagnostic["span"]
        assert 0 <= span["start"] <= span["end"] <= len(DAMAGED)


@pytest.mark.parametrize(
    "published", ["2021-05-20", "2021-05-20T09:13", datetime.date(2021, 5, 20), datetime.datetime(2021, 5, 20, 9, 13, 59)]
)
def test_the_publication_date_has_many_forms(published):
    (date,) = [entity for entity in zhecon.extract("今年1-4月", published=published)["entities"] if entity["kind"] == "date"]
    assert date["value"] == {"edtf": "2021-01/2021-04", "start": "2021-01-01", "end": "2021-04-30", "grain": "month"}


def test_kinds_can_be_chosen():
    extraction = zhecon.Extractor(kinds=["money"]).extract(DAMAGED)
    assert {entity["kind"] for entity in extraction["entities"]} == {"money"}


def test_kinds_may_be_any_iterable():
    for kinds in ({"money"}, ("money",), (kind for kind in ["money"])):
        extraction = zhecon.Extractor(kinds=kinds).extract(DAMAGED)
        assert {entity["kind"] for entity in extraction["entities"]} == {"money"}


@pytest.mark.parametrize("call", [lambda: zhecon.Extractor(kinds="money"), lambda: zhecon.extract("", published=2021), lambda: zhecon.extract(5)])
def test_what_is_of_another_type_is_a_type_error(call):
    with pytest.raises(TypeError):
        call()


def test_a_page_has_furniture():
    page = "首页 > 新闻\n望川县24个项目开工\n2024-02-15 来源:望川日报\n望川县24个项目集中开工,总投资98.6亿元。\n相关新闻:总投资5亿元\n"
    assert zhecon.Extractor(page=True).extract(page)["article"]["source"] == "望川日报"


@pytest.mark.parametrize(
    ("parse", "text", "value"),
    [
        (zhecon.parse_money, "450余万元", {"low": "4500000", "high": None, "bound": "more_than", "currency": "CNY"}),
        (zhecon.parse_percent, "近三成", {"low": None, "high": "30", "bound": "nearly", "unit": "percent"}),
        (zhecon.parse_number, "一亿二千万", "120000000"),
    ],
)
def test_values_alone(parse, text, value):
    assert parse(text) == value


def test_a_date_alone_needs_its_reference():
    assert zhecon.parse_date("今年1-4月", reference="2021-05-20")["edtf"] == "2021-01/2021-04"
    assert zhecon.parse_date("2022年前三季度")["edtf"] == "2022-01/2022-09"


@pytest.mark.parametrize("call", [lambda: zhecon.parse_money("很多钱"), lambda: zhecon.extract("", published="soon"), lambda: zhecon.Extractor(kinds=["sums"])])
def test_what_is_wrong_is_a_value_error(call):
    with pytest.raises(ValueError):
        call()


def test_ledgers_merge():
    first, second = zhecon.Ledger(), zhecon.Ledger()
    first.add("a1", zhecon.extract("“揽月”项目签约落户,总投资30亿元。"))
    second.add("a2", zhecon.extract("近日,“揽月”项目开工建设。"))
    second.merge(zhecon.Ledger.from_json(first.to_json()))
    second.merge(second)
    (project,) = second.projects()
    assert [source["source"] for source in project["sources"]] == ["a1", "a2"]


def test_the_lock_is_released():
    """A thread that counts goes on while a long text is read."""
    ticks, done = 0, threading.Event()

    def count():
        nonlocal ticks
        while not done.is_set():
            ticks += 1

    thread = threading.Thread(target=count)
    thread.start()
    before = ticks
    zhecon.extract(DAMAGED * 2000)
    during = ticks - before
    done.set()
    thread.join()
    assert during > 1000
