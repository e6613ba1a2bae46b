"""Spark on two executors of their own: the same answers as in this process, also where an executor dies in the middle.

``ZHECON_SPARK_ROWS`` sets how many articles are read (2,000).
"""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as parquet
import pytest

import zhecon

pytest.importorskip("pyspark")
from pyspark.sql import SparkSession  # noqa: E402
from pyspark.sql.types import LongType, StructField, StructType  # noqa: E402

from zhecon import spark as door  # noqa: E402

ROWS = int(os.environ.get("ZHECON_SPARK_ROWS", "2000"))
PLACES = ["昌黎县", "望川县", "青县", "丰宁县"]


def article(row):
    return (
        f"今年1-{row % 12 + 1}月,{PLACES[row % 4]}新签约项目{row + 2}个,合同总投资额{row % 977 + 3}.{row % 10}亿元,同比增长{row % 60}%。"
        f"总投资{row % 45 + 2}亿元的蓝湾{row % 13}号半导体封测项目开工,占地{row % 300 + 20}亩。"
    )


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    """Parquet with many row groups, so that there are many tasks."""
    folder = tmp_path_factory.mktemp("spark") / "articles"
    folder.mkdir()
    for part in range(16):
        rows = range(part, ROWS, 16)
        table = pa.table({"id": [str(row) for row in rows], "text": [article(row) for row in rows], "published": ["2023-12-20" for _ in rows]})
        parquet.write_table(table, folder / f"{part}.parquet")
    return folder


@pytest.fixture(scope="module")
def session():
    os.environ["PYSPARK_PYTHON"] = sys.executable
    spark = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .appName("zhecon-test")
        .config("spark.executorEnv.PYTHONPATH", os.pathsep.join(sys.path))
        .config("spark.sql.files.maxPartitionBytes", 64 << 10)
        .config("spark.sql.files.openCostInBytes", 64 << 10)
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    yield spark
    spark.stop()


def executor():
    """The process of the executor that this worker belongs to."""
    worker = os.getpid()
    while Path(f"/proc/{worker}/comm").read_text().strip() != "java":
        worker = int(Path(f"/proc/{worker}/stat").read_text().rsplit(")", 1)[1].split()[1])
    return worker


def with_executor(frame, notes):
    """Adds the executor that reads each row, and notes it in a folder as soon as it begins."""
    find = executor

    def add(batches):
        for batch in batches:
            number = find()
            Path(notes, str(number)).touch()
            yield pa.RecordBatch.from_arrays([*batch.columns, pa.array([number] * batch.num_rows, pa.int64())], [*batch.schema.names, "executor"])

    return frame.mapInArrow(add, StructType([*frame.schema.fields, StructField("executor", LongType())]))


def expected(articles):
    table = parquet.read_table(articles)
    texts, dates = (table[name].combine_chunks() for name in ("text", "published"))
    answers = pa.array(zhecon.extract_batch(texts, published=dates))
    return dict(zip(table["id"].to_pylist(), answers.to_pylist()))


def read_back(folder):
    table = parquet.read_table(folder)
    rows = table.to_pylist()
    assert len(rows) == len({row["id"] for row in rows}) == ROWS, "complete and without duplicates"
    return {row["id"]: row["extraction"] for row in rows}, {row["executor"] for row in rows}


def test_two_executors_tell_what_one_process_tells(session, articles, tmp_path):
    notes = tmp_path / "notes"
    notes.mkdir()
    frame = with_executor(session.read.parquet(str(articles)), str(notes))
    door.extract_frame(frame).write.parquet(str(tmp_path / "out"))
    found, executors = read_back(tmp_path / "out")
    assert len(executors) == 2
    assert found == expected(articles)


def test_an_executor_may_die(session, articles, tmp_path):
    notes = tmp_path / "notes"
    notes.mkdir()
    frame = with_executor(session.read.parquet(str(articles)), str(notes))
    job = threading.Thread(target=lambda: door.extract_frame(frame).write.parquet(str(tmp_path / "out")))
    job.start()
    deadline = time.monotonic() + 120
    while not (begun := list(notes.iterdir())) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert begun and job.is_alive(), "the job must be running when its executor is killed"
    killed = int(begun[0].name)
    os.kill(killed, signal.SIGKILL)
    job.join()
    found, executors = read_back(tmp_path / "out")
    assert len(list(notes.iterdir())) > 1
    assert found == expected(articles)


def test_ledgers_of_partitions_are_merged(session, articles):
    frame = session.read.parquet(str(articles)).limit(64)
    rows = frame.collect()
    alone = zhecon.Ledger()
    for row in rows:
        alone.add(row.id, zhecon.extract(row.text, published=row.published))
    gathered = door.ledger(session.createDataFrame(rows).repartition(4))
    assert gathered.projects() == alone.projects()


def test_the_command_writes_parquet(articles, tmp_path):
    out = tmp_path / "out"
    command = [sys.executable, "-m", "zhecon.spark", str(articles / "0.parquet"), str(out), "--master", "local[2]"]
    subprocess.run(command, check=True, capture_output=True)
    assert parquet.read_table(out).num_rows == len(range(0, ROWS, 16))
