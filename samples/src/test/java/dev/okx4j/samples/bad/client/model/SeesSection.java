package dev.okx4j.samples.bad.client.model;

import dev.okx4j.samples.bad.client.account.Row;

/** A shared type that knows a section. */
public class SeesSection {
    Row row = new Row(1);
}
