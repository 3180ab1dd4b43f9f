package dev.okx4j.paper.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.json.Json;
import dev.okx4j.paper.feed.Scenario;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The first record of a journal: what the journal is, and the data it was written on. */
final class JournalHeader {
    private static final String SCHEMA = "2";

    private JournalHeader() {}

    static byte[] of(Scenario scenario) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("journal", "okx-paper");
        header.put("schema", new BigDecimal(SCHEMA));
        header.put("scenario", scenario.id());
        header.put("data", scenario.fingerprint());
        return Json.write(header).getBytes(UTF_8);
    }

    /** Refuses a journal of another kind, version or data. */
    static void check(byte[] record, Scenario scenario, Path journal) throws IOException {
        if (!(Json.parse(record) instanceof Map<?, ?> header) || !"okx-paper".equals(header.get("journal"))) {
            throw new IOException(journal + " is not the journal of a paper account");
        }
        if (!SCHEMA.equals(String.valueOf(header.get("schema")))) {
            throw new IOException(journal + " has schema " + header.get("schema") + "; this version reads " + SCHEMA
                    + ". Move the file away to start afresh.");
        }
        if (!scenario.id().equals(header.get("scenario"))) {
            throw new IOException(
                    journal + " is an account in scenario " + header.get("scenario") + ", not in " + scenario.id());
        }
        if (!scenario.fingerprint().equals(header.get("data"))) {
            throw new IOException(journal + " was written on other data of scenario " + scenario.id()
                    + ". Move the file away to start afresh.");
        }
    }
}
