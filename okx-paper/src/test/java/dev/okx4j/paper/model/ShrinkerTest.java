package dev.okx4j.paper.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A difference is found, and told in as few commands as show it. */
class ShrinkerTest {

    @Test
    void aDifference_shrinksToTheCommandsThatShowIt() {
        Commands source = new Commands(new Random(7), new Duel().naive);
        List<String> commands = new ArrayList<>(source.first());
        for (int i = 0; i < 200; i++) {
            commands.add(source.next());
        }
        String cheat = "cheat deposit USDT 5";
        commands.add(90, cheat);

        List<String> shortest = new Shrinker(Cheated::new).shrink(commands);

        assertThat(shortest).contains(cheat).hasSizeLessThanOrEqualTo(2);
        assertThat(Shrinker.differ(new Cheated(), shortest)).contains("balance USDT", "20000", "20005");
    }

    /** Gives a line that cheats to the naive exchange alone. */
    private static final class Cheated extends Duel {
        @Override
        @Nullable String apply(String line, boolean thoroughly) {
            if (line.startsWith("cheat ")) {
                naive.apply(line.substring(6));
                return thoroughly ? figures() : null;
            }
            return super.apply(line, thoroughly);
        }
    }
}
