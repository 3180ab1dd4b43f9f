package dev.okx4j.samples.bad.client.market;

import dev.okx4j.samples.bad.client.account.Row;

/** A section that borrows a row of another. */
public class SeesAccount {
    /** A row that Moshi cannot reach. */
    record Hidden(Row row) {}
}
