package dev.okx4j.testing.streams;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.stream.Topic;
import dev.okx4j.paper.PaperExchange;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The client against an exchange of many moving markets. */
final class ManyMarkets implements Closeable {
    private final Path folder;
    private final List<String> instIds;
    private final StreamWorld world;
    private final OkxClient client;

    ManyMarkets(int count, int hours) {
        try {
            folder = Files.createTempDirectory("okx4j-markets");
            instIds = Markets.names(count);
            Markets.write(folder, count, Duration.ofHours(hours), 7);
            world = StreamWorld.open(PaperExchange.builder().scenario(folder.toString()), Clock.system(), true);
            client = world.clientBuilder().build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> instIds() {
        return instIds;
    }

    StreamWorld world() {
        return world;
    }

    OkxClient client() {
        return client;
    }

    <E> Heard<E> hear(Topic<E> topic) {
        Heard<E> heard = new Heard<>();
        client.stream().subscribe(topic, heard);
        return heard;
    }

    @Override
    public void close() {
        client.close();
        world.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
