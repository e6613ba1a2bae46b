import pyarrow as pa
import pytest

import zhecon

TEXTS = ["昌黎县新签约项目61个,合同总投资额298亿元,同比增长5%。", None, "", "望川經(jīng)濟(jì)開發(fā)區(qū)總投資30億元的藍灣半導體封測項目開工。"]


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.string_view()])
def test_arrays_of_every_width(kind):
    answers = pa.array(zhecon.extract_batch(pa.array(TEXTS, kind)))
    assert [answer.is_valid for answer in answers] == [True, False, True, True]
    for text, answer in zip(TEXTS, answers.to_pylist()):
        if text is None:
            continue
        alone = zhecon.extract(text)
        for key in ("kind", "start", "end", "text"):
            assert [entity[key] for entity in answer["entities"]] == [entity[key] for entity in alone["entities"]]
        assert [project["name"] for project in answer["projects"]] == [project["name"] for project in alone["projects"]]
        assert [indicator["measure"] for indicator in answer["indicators"]] == [indicator["measure"] for indicator in alone["indicators"]]
    assert answers.to_pylist()[3]["projects"][0]["investment_low"] == "3000000000"


def test_no_floats():
    def types(data):
        yield data
        for index in range(data.num_fields):
            yield from types(data.field(index).type)

    held = pa.array(zhecon.extract_batch(pa.array(TEXTS))).type
    assert not [data for data in types(held) if pa.types.is_floating(data) or pa.types.is_unsigned_integer(data)]


def test_slices_are_read_where_they_stand():
    whole = pa.array(zhecon.extract_batch(pa.array(TEXTS)))
    part = pa.array(zhecon.extract_batch(pa.array(TEXTS).slice(2, 2)))
    assert part.to_pylist() == whole.to_pylist()[2:]


def test_streams_are_read_chunk_by_chunk():
    texts = pa.chunked_array([TEXTS[:1], TEXTS[1:]], pa.string())
    answers = pa.chunked_array(zhecon.extract_batch(texts))
    assert answers.num_chunks == 2
    assert answers.to_pylist() == pa.array(zhecon.extract_batch(pa.array(TEXTS))).to_pylist()


def test_a_stream_is_drained_once():
    stream = zhecon.extract_batch(pa.chunked_array([TEXTS], pa.string()))
    pa.chunked_array(stream)
    with pytest.raises(ValueError, match="call extract_batch again"):
        pa.chunked_array(stream)


def test_dates_go_with_their_rows():
    texts = pa.array(["今年1-4月", "今年1-4月"])
    answers = pa.array(zhecon.extract_batch(texts, published=pa.array(["2021-05-20", None]))).to_pylist()
    assert [answer["entities"][0]["edtf"] for answer in answers] == ["2021-01/2021-04", "XXXX-01/XXXX-04"]


@pytest.mark.parametrize(
    ("texts", "published", "told"),
    [
        (pa.array([1]), None, "expected an array of Utf8"),
        (pa.array(["一"]), pa.array(["2021", "2022"]), "as many dates as texts"),
        (pa.array(["一"]), pa.array(["soon"]), "soon"),
    ],
)
def test_what_is_wrong_is_told(texts, published, told):
    with pytest.raises(ValueError, match=told):
        zhecon.extract_batch(texts, published=published)


def test_engines_that_speak_arrow():
    """Polars and DuckDB, where they are installed."""
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame({"text": TEXTS})
    answers = polars.Series(zhecon.extract_batch(frame["text"]))
    assert answers.struct.field("projects").list.len().to_list() == [0, None, 0, 1]
