package dev.okx4j.paper.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The wire must not share the client's reading of OKX: else both would share one misunderstanding. */
class IndependenceTest {
    private static final Set<String> SHARED = Set.of(
            "dev.okx4j.client.json.Json",
            "dev.okx4j.client.json.JsonException",
            "dev.okx4j.client.rest.Wire",
            "dev.okx4j.client.rest.WireRequest",
            "dev.okx4j.client.rest.WireResponse",
            "dev.okx4j.client.seam.Clock",
            "dev.okx4j.client.seam.Disk",
            "dev.okx4j.client.seam.Entropy",
            "dev.okx4j.client.seam.Waits",
            "dev.okx4j.client.log.AppendLog");

    @Test
    void liveFeed_isUsedWhereAnExchangeIsPutTogether_andNowhereElse() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/dev/okx4j/paper"))) {
            List<String> users = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file).contains("import dev.okx4j.paper.feed.live.")) {
                    users.add(file.getFileName().toString());
                }
            }
            assertThat(users).containsExactlyInAnyOrder("Companions.java", "FeedName.java", "PaperExchange.java");
        }
    }

    @Test
    void sources_ofFeedWireStateServerAndStream_importNothingElseOfTheClient() throws IOException {
        List<String> strangers = new ArrayList<>();
        for (String folder : List.of("feed", "wire", "state", "server", "stream", "stream/memory")) {
            try (var files = Files.list(Path.of("src/main/java/dev/okx4j/paper", folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.readAllLines(file).stream()
                            .filter(line -> line.contains("dev.okx4j.client."))
                            .map(line -> line.replaceAll("^import (static )?|;$", ""))
                            .filter(name -> !SHARED.contains(name))
                            .forEach(name -> strangers.add(file + ": " + name));
                }
            }
        }
        assertThat(strangers).isEmpty();
    }
}
