"""zhecon in Spark, by Arrow: every partition is read in the executor's own process, nothing passes through Python objects.

From a shell::

    python -m zhecon.spark articles.parquet extractions.parquet --master 'local[2]'

The wheel must be there on every executor: install it in their environment, or ship an environment that holds it::

    python -m venv pack && pack/bin/pip install zhecon && pack/bin/pip install venv-pack && pack/bin/venv-pack -o pack.tar.gz
    PYSPARK_PYTHON=./environment/bin/python spark-submit --archives pack.tar.gz#environment …
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyarrow as pa
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import StringType, StructField, StructType

import zhecon

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def _extractions(texts: pa.Array, published: pa.Array | None) -> pa.Array:
    return pa.array(zhecon.extract_batch(texts, published=published))


def _schema():
    """What an extraction is, as Spark has it."""
    empty = _extractions(pa.array([], pa.string()), None)
    return from_arrow_schema(pa.schema([pa.field("extraction", empty.type)]))


def extract_frame(frame: DataFrame, *, text: str = "text", published: str = "published") -> DataFrame:
    """Adds a column ``extraction`` to a frame of articles.

    ``text`` names the column with the articles, ``published`` the one with their dates as strings, if the frame has it. All columns stay.
    """
    dated = published in frame.columns
    schema = StructType([*frame.schema.fields, *_schema().fields])

    def read(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            dates = batch.column(published) if dated else None
            columns = [*batch.columns, _extractions(batch.column(text), dates)]
            yield pa.RecordBatch.from_arrays(columns, names=[*batch.schema.names, "extraction"])

    return frame.mapInArrow(read, schema)


def ledger(frame: DataFrame, *, id: str = "id", text: str = "text", published: str = "published") -> zhecon.Ledger:
    """Gathers the projects and companies of all articles: each partition makes a ledger, and the ledgers are merged as they come."""
    dated = published in frame.columns

    def gather(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        gathered = zhecon.Ledger()
        for batch in batches:
            dates = batch.column(published) if dated else [None] * batch.num_rows
            for source, article, date in zip(batch.column(id), batch.column(text), dates):
                if article.as_py() is not None:
                    date = date if date is None else date.as_py()
                    gathered.add(str(source.as_py()), zhecon.extract(article.as_py(), published=date))
        yield pa.RecordBatch.from_arrays([pa.array([gathered.to_json()])], names=["ledger"])

    whole = zhecon.Ledger()
    for row in frame.mapInArrow(gather, StructType([StructField("ledger", StringType())])).toLocalIterator():
        whole.merge(zhecon.Ledger.from_json(row.ledger))
    return whole


def main(arguments: list[str] | None = None) -> None:
    """Reads the Parquet articles at IN and writes them with their extractions to OUT."""
    from pyspark.sql import SparkSession

    parser = argparse.ArgumentParser(prog="python -m zhecon.spark", description=main.__doc__)
    parser.add_argument("input", metavar="IN", help="Parquet with a column of articles")
    parser.add_argument("output", metavar="OUT", help="Parquet to write; it must not be there yet")
    parser.add_argument("--master", help="where Spark runs, such as local[2]; else as spark-submit says")
    parser.add_argument("--text", default="text", help="the column with the articles (text)")
    parser.add_argument("--published", default="published", help="the column with their dates, if there is one (published)")
    options = parser.parse_args(arguments)

    builder = SparkSession.builder.appName("zhecon")
    if options.master:
        builder = builder.master(options.master)
    spark = builder.getOrCreate()
    try:
        frame = spark.read.parquet(options.input)
        extract_frame(frame, text=options.text, published=options.published).write.parquet(options.output)
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
