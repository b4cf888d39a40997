"""Reports to columns through Spark on this machine: `python -m bench.spark REPORTS.parquet OUT.parquet`.

A process of its own: what Spark starts ends with it.
"""

import os
import sys
from typing import Any

from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from govreport.corpus.batches import mapper, table_schema

# So many tasks, and so many reports at once in each.
_SLICES, _BATCH = 8, 1_000


def main(reports: str, place: str) -> None:
    """Write the columns of the reports."""
    # Its processes run the Python that runs this, not the first of the path.
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder: Any = SparkSession.builder
    spark = (
        builder.master("local[*]")
        .appName("govreport")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", str(_BATCH))
        .getOrCreate()
    )
    table = spark.read.parquet(reports).repartition(_SLICES)
    table.mapInArrow(mapper(), from_arrow_schema(table_schema())).write.parquet(place)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
