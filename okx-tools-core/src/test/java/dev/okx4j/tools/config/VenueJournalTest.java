package dev.okx4j.tools.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.WriteIntent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VenueJournalTest {
    private static final WriteIntent ORDER = new WriteIntent(
            "i1",
            WriteIntent.Kind.PLACE,
            "/api/v5/trade/order",
            "c1",
            Map.of("instId", "BTC-USDT"),
            Instant.parse("2026-08-20T12:00:00Z"),
            null,
            1);

    @TempDir
    Path home;

    @Test
    void nothingIsWritten_beforeTheFirstOrder() throws IOException {
        try (VenueJournal journal = new VenueJournal(home, "live", "key-1")) {
            assertThat(journal.exists()).isFalse();
        }
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void whatARunLeavesOpen_isFoundByTheNextRunOfTheSameAccount_andByNoOther() throws IOException {
        try (VenueJournal journal = new VenueJournal(home, "live", "key-1")) {
            journal.intents(List.of(ORDER));
        }
        try (VenueJournal next = new VenueJournal(home, "live", "key-1")) {
            assertThat(next.exists()).isTrue();
            assertThat(next.open()).extracting(IntentJournal.Open::intent).containsExactly(ORDER);
        }
        assertThat(new VenueJournal(home, "live", "key-2").exists()).isFalse();
        assertThat(new VenueJournal(home, "demo", "key-1").exists()).isFalse();
    }

    @Test
    void folder_showsNothingOfTheKey() throws IOException {
        try (VenueJournal journal = new VenueJournal(home, "live", "key-1")) {
            journal.intents(List.of(ORDER));
        }
        try (var files = Files.walk(home)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.contains("key-1"));
        }
    }

    @Test
    void folderThatCannotBeMade_takesNoOrder_andSaysWhere() throws IOException {
        Files.writeString(home.resolve("journal"), "in the way");
        try (VenueJournal journal = new VenueJournal(home, "live", "key-1")) {
            assertThatThrownBy(() -> journal.intents(List.of(ORDER)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the order journal in " + home.resolve("journal"));
            assertThat(journal.open()).isEmpty();
        }
    }
}
