package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** One story for several listeners, each at its own pace. */
@NullUnmarked
class StoryTest {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Story<List<String>> story = new Story<>(tasks::add, () -> List.of(list -> list.add("anew")));

    private static Consumer<List<String>> word(String word) {
        return list -> list.add(word);
    }

    private void work() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    @Test
    void listeners_hearTheSameInTheSameOrder_eachFromWhenItJoined() {
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        story.join(first, List.of(word("hello")));
        story.tell(word("1"));
        Runnable end = story.join(second, List.of());
        story.tell(word("2"));
        assertThat(first).isEmpty();
        work();
        end.run();
        story.tell(word("3"));
        work();
        assertThat(first).containsExactly("hello", "1", "2", "3");
        assertThat(second).containsExactly("2");
    }

    @Test
    void d18_listenerThatFallsTooFarBehind_beginsAnew_andHarmsNobodyElse() {
        List<String> slow = new ArrayList<>();
        List<String> quick = new ArrayList<>();
        story.join(slow, List.of());
        Queue<Runnable> held = new ArrayDeque<>(tasks);
        tasks.clear();
        story.tell(word("x"));
        held.addAll(tasks);
        tasks.clear();
        story.join(quick, List.of());
        for (int i = 0; i < Story.MOST_WAITING + 5; i++) {
            story.tell(word("w"));
            work();
        }
        held.forEach(Runnable::run);
        assertThat(quick).hasSize(Story.MOST_WAITING + 5).doesNotContain("anew");
        assertThat(slow.get(0)).isEqualTo("anew");
        assertThat(slow).hasSizeLessThan(10);
    }

    @Test
    void d23_listenerThatThrows_isCalledFurther_untilItHasThrownAHundredTimesInARow() {
        int[] calls = {0};
        Story<Runnable> other = new Story<>(tasks::add, List::of);
        other.join(
                () -> {
                    calls[0]++;
                    if (calls[0] != 50) {
                        throw new IllegalStateException("the listener's own");
                    }
                },
                List.of());
        for (int i = 0; i < 300; i++) {
            other.tell(Runnable::run);
            work();
        }
        assertThat(calls[0]).isEqualTo(50 + Story.MOST_FAILURES);
    }

    @Test
    void executorThatIsClosed_endsTheTelling() {
        Story<List<String>> closed = new Story<>(
                task -> {
                    throw new RejectedExecutionException();
                },
                List::of);
        List<String> heard = new ArrayList<>();
        closed.join(heard, List.of(word("hello")));
        closed.tell(word("1"));
        assertThat(heard).isEmpty();
    }
}
