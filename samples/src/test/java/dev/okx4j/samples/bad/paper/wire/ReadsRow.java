package dev.okx4j.samples.bad.paper.wire;

import dev.okx4j.samples.bad.client.account.Row;

/** A wire that answers with the client's idea of OKX. */
public class ReadsRow {
    Row row = new Row(1);
}
