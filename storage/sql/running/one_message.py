"""Hands statements to PostgreSQL in one message, and reads all their results from its answer.

psycopg's own pipeline sends each statement by itself, with a turn of the event loop before it, and
two more when the pipeline begins and ends. Here the begin of the transaction, the statements and
the mark that ends them lie in libpq's buffer together before anything is sent. The statements are
those that psycopg prepares, so that both roads share what the server has prepared.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import suppress
from typing import Any

Asked = Sequence[tuple[str, Any]]


async def in_one_message(driver: Any, asked: Asked) -> list[Any]:
    """Returns a cursor with its result for each statement, in their order.

    `driver` is an `AsyncConnection` of psycopg. Begins a transaction if none is open. Raises the
    error of the first statement that failed: then none after it was carried out.
    """
    async with driver.lock:
        cursors: list[Any] = await driver.wait(_steps(driver, asked))
        return cursors


def begins(driver: Any) -> bool:
    """True if a transaction has to begin before the next statement."""
    return not driver.autocommit and driver.info.transaction_status.name == "IDLE"


def _steps(driver: Any, asked: Asked) -> Generator[Any, Any, list[Any]]:
    """Yields what psycopg waits for. Whatever fails in here before `send` has sent nothing."""
    from psycopg import AsyncPipeline, Error
    from psycopg.adapt import Transformer
    from psycopg.generators import send

    driver._check_connection_ok()
    cursors = [driver.cursor() for _ in asked]
    queries = []
    for cursor, (sql, parameters) in zip(cursors, asked, strict=True):
        cursor._tx = Transformer(cursor)
        queries.append(cursor._convert_query(sql, parameters))
    pipeline: Any = AsyncPipeline(driver)
    begin = begins(driver)
    driver.pgconn.enter_pipeline_mode()
    driver._pipeline = pipeline
    try:
        if begin:
            yield from driver._exec_command(driver._get_tx_start_command())
        for cursor, query in zip(cursors, queries, strict=True):
            yield from cursor._maybe_prepare_gen(query)
        pipeline._enqueue_sync()
        for put_into_buffer in pipeline.command_queue:
            put_into_buffer()
        yield from send(driver.pgconn)
        yield from pipeline._fetch_gen(flush=False)
    finally:
        driver._pipeline = None
        # It cannot end where an answer is still due. Such a connection leaves SQLAlchemy's pool.
        with suppress(Error):
            driver.pgconn.exit_pipeline_mode()
    yield from driver._prepared.maintain_gen(driver)
    return cursors
