"""Answers a data set of cases with Spark and joins the answers back by id.

usage: spark_entitlements.py CASES.ndjson OUTPUT_FOLDER [PARTITIONS]
needs: pip install pyspark, Java 17, and `sojourn` on the PATH of every worker

OUTPUT_FOLDER/lines holds the answers as they came, in the order of the cases;
OUTPUT_FOLDER/pensions a table (Parquet): id, born, scheme, status, paid, currency, per, certainty.
"""

import os
import shlex
import sys

from pyspark.sql import SparkSession
from pyspark.sql import functions as f
from pyspark.sql import types as t

ANSWER = t.StructType([
    t.StructField("id", t.StringType()),
    t.StructField("certainty", t.StringType()),
    t.StructField("error", t.StructType([
        t.StructField("code", t.StringType()), t.StructField("message", t.StringType())])),
    t.StructField("schemes", t.ArrayType(t.StructType([
        t.StructField("scheme", t.StringType()), t.StructField("status", t.StringType()),
        t.StructField("amounts", t.StructType([
            # Exact decimals come as text; Spark's own decimals hold them.
            t.StructField("paid", t.StringType()), t.StructField("currency", t.StringType()),
            t.StructField("per", t.StringType())]))])))])

CASE = t.StructType([
    t.StructField("id", t.StringType()),
    t.StructField("person", t.StructType([t.StructField("born", t.StringType())]))])


def main(cases_path, output, partitions):
    spark = SparkSession.builder.appName("sojourn").getOrCreate()
    cases = spark.sparkContext.textFile(cases_path, partitions)
    # One process a partition, one line out for each line in: the order stays.
    command = shlex.join(["sojourn", "entitlements", "--ndjson", "--detail", "figures", "--jobs", "1"])
    lines = cases.pipe(command, env=dict(os.environ), checkCode=True)
    lines.saveAsTextFile(f"{output}/lines")
    answers = spark.read.schema(ANSWER).json(f"{output}/lines")
    people = spark.read.schema(CASE).json(cases_path)
    pensions = (
        answers.join(people, "id")
        .select("id", f.col("person.born").alias("born"), "certainty", f.explode("schemes").alias("s"))
        .select(
            "id", "born", f.col("s.scheme").alias("scheme"), f.col("s.status").alias("status"),
            f.col("s.amounts.paid").cast("decimal(20,4)").alias("paid"),
            f.col("s.amounts.currency").alias("currency"), f.col("s.amounts.per").alias("per"),
            "certainty"))
    pensions.write.mode("overwrite").parquet(f"{output}/pensions")
    pensions.groupBy("scheme", "status").count().orderBy("scheme", "status").show(50, False)
    failed = answers.where("error is not null").count()
    print(f"{answers.count()} answers, {failed} of them errors")
    spark.stop()


main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 2)
