package dev.okx4j.client.stream.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Of each position and currency the newest statement, whatever order they come in. */
@NullUnmarked
class NewestTest {
    private record Event(String key, Newest.Statement<String> statement) {}

    private static Event event(String key, String value, int changed, int stated, long heard) {
        return new Event(
                key, new Newest.Statement<>(value, Instant.ofEpochMilli(changed), Instant.ofEpochMilli(stated), heard));
    }

    private static Newest<String> merged(List<Event> events) {
        Newest<String> newest = new Newest<>();
        events.forEach(event -> newest.add(event.key(), event.statement()));
        return newest;
    }

    private static List<Object> known(Newest<String> newest) {
        List<Object> known = new ArrayList<>();
        for (String key : List.of("a", "b", "c")) {
            known.add(String.valueOf(newest.statement(key)));
        }
        return known;
    }

    @Test
    void anyOrder_anyGrouping_andAnyRepetition_comeToTheSameEnd() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<Event> events = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(40); i++) {
                String value = random.nextInt(4) == 0 ? null : "v" + random.nextInt(5);
                events.add(event(
                        List.of("a", "b", "c").get(random.nextInt(3)),
                        value,
                        random.nextInt(5),
                        random.nextInt(3),
                        random.nextInt(8)));
            }
            List<Object> expected = known(merged(events));
            List<Event> other = new ArrayList<>(events);
            other.addAll(events);
            Collections.shuffle(other, random);
            int cut = random.nextInt(other.size());
            Newest<String> left = merged(other.subList(0, cut));
            left.add(merged(other.subList(cut, other.size())));
            left.add(left);
            assertThat(known(left)).as("seed %s, round %s", seed, round).isEqualTo(expected);
        }
    }

    @Test
    void newerTime_wins_andWhatIsNoMoreIsNotListed() {
        Newest<String> newest = new Newest<>();
        Event open = event("a", "open", 1, 1, 1);
        Event closed = event("a", null, 2, 2, 2);
        assertThat(newest.add("a", closed.statement())).isTrue();
        assertThat(newest.add("a", open.statement())).as("an older word").isFalse();
        assertThat(newest.values()).isEmpty();
        assertThat(newest.keys()).isEmpty();
        Event again = event("a", "again", 3, 3, 3);
        assertThat(newest.add("a", again.statement())).isTrue();
        assertThat(newest.values()).containsExactly("again");
        newest.add("b", closed.statement());
        newest.forgetBefore(Instant.ofEpochMilli(3));
        assertThat(newest.statement("b")).isNull();
        assertThat(newest.keys()).containsExactly("a");
    }
}
