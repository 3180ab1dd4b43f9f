package dev.okx4j.paper.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.snapshot.StateReader;
import dev.okx4j.paper.snapshot.StateWriter;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.Reply;
import dev.okx4j.paper.venue.Venue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A venue that was written and read again is the same venue: to the byte, and in everything that it does from then on. */
class VenueMemoryTest {
    @ParameterizedTest
    @ValueSource(strings = {"august-2026", "books-2022-05"})
    void venueReadAtEveryStepOfALife_isTheSameToTheByte(String name) throws IOException {
        Scenario scenario = Scenario.named(name);
        for (long seed = 1; seed <= 2; seed++) {
            Venue venue = Venue.open(scenario.feed(), PaperAccount.FIRST_BALANCES);
            RandomLife life = new RandomLife(seed, true);
            for (int step = 0; step < 150; step++) {
                byte[] bytes = bytes(venue);
                Venue read = read(scenario, bytes);
                assertThat(bytes(read)).as("seed %d, step %d", seed, step).isEqualTo(bytes);
                if (step % 10 == 9) {
                    assertThat(read.digest()).as("seed %d, step %d", seed, step).isEqualTo(venue.digest());
                }
                venue.apply(life.next(venue));
            }
        }
    }

    @Test
    void venueReadInTheMiddleOfALife_answersEveryCommandAsTheOther() throws IOException {
        Scenario scenario = Scenario.named(Scenario.DEFAULT);
        Map<Class<?>, Integer> accepted = new HashMap<>();
        int fills = 0;
        for (long seed = 100; seed < 104; seed++) {
            Venue venue = Venue.open(scenario.feed(), PaperAccount.FIRST_BALANCES);
            RandomLife life = new RandomLife(seed, true);
            Random cuts = new Random(seed);
            List<Venue> others = new ArrayList<>();
            for (int step = 0; step < 300; step++) {
                if (cuts.nextInt(60) == 0) {
                    others.add(read(scenario, bytes(venue)));
                }
                Command command = life.next(venue);
                Reply reply = venue.apply(command);
                if (!(reply instanceof Reply.Refused)) {
                    accepted.merge(command.getClass(), 1, Integer::sum);
                }
                for (Venue other : others) {
                    assertThat(other.apply(command))
                            .as("seed %d, step %d: %s", seed, step, command)
                            .isEqualTo(reply);
                }
            }
            for (Venue other : others) {
                assertThat(other.digest()).as("seed %d", seed).isEqualTo(venue.digest());
            }
            fills += venue.fills().size();
        }
        assertThat(accepted.keySet())
                .contains(
                        Command.Place.class,
                        Command.PlaceAlgo.class,
                        Command.Amend.class,
                        Command.Cancel.class,
                        Command.Advance.class,
                        Command.Reset.class,
                        Command.SetLeverage.class,
                        Command.Transfer.class);
        assertThat(fills).isGreaterThan(100);
    }

    @Test
    void marketTimeThatPassesInPieces_givesTheSameStateAsInOne() throws IOException {
        Scenario scenario = Scenario.named(Scenario.DEFAULT);
        for (long seed = 1; seed <= 4; seed++) {
            Venue pieces = Venue.open(scenario.feed(), PaperAccount.FIRST_BALANCES);
            Venue whole = Venue.open(scenario.feed(), PaperAccount.FIRST_BALANCES);
            RandomLife life = new RandomLife(seed, false);
            Random cuts = new Random(seed);
            for (int step = 0; step < 150; step++) {
                Command command = life.next(whole);
                if (command instanceof Command.Advance advance && !advance.untilFill()) {
                    for (int cut = cuts.nextInt(4); cut > 0; cut--) {
                        long span = advance.to().getEpochSecond()
                                - pieces.now().getEpochSecond();
                        pieces.apply(new Command.Advance(
                                pieces.now().plusSeconds(cuts.nextInt((int) Math.max(1, span))), false));
                    }
                }
                pieces.apply(command);
                whole.apply(command);
                assertThat(pieces.digest())
                        .as("seed %d, step %d: %s", seed, step, command)
                        .isEqualTo(whole.digest());
            }
        }
    }

    @Test
    void stateOfAnotherFeed_isRefused() throws IOException {
        Venue venue = Venue.open(Scenario.named(Scenario.DEFAULT).feed(), PaperAccount.FIRST_BALANCES);
        byte[] bytes = bytes(venue);
        assertThatThrownBy(() -> read(Scenario.named("books-2022-05"), bytes))
                .isInstanceOf(IOException.class);
    }

    @Test
    void stateThatEndsAnywhere_isRefused_andNeverHalfRead() throws IOException {
        Scenario scenario = Scenario.named(Scenario.DEFAULT);
        Venue venue = Venue.open(scenario.feed(), PaperAccount.FIRST_BALANCES);
        PaperAccountTest.commands().forEach(venue::apply);
        byte[] bytes = bytes(venue);
        for (int end = 0; end < bytes.length; end += 97) {
            StateReader reader = new StateReader(bytes, 0, end);
            assertThatThrownBy(() -> Venue.read(scenario.feed(), reader)).isInstanceOf(IOException.class);
        }
    }

    static byte[] bytes(Venue venue) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        venue.write(new StateWriter(out));
        return out.toByteArray();
    }

    private static Venue read(Scenario scenario, byte[] bytes) throws IOException {
        return Venue.read(scenario.feed(), new StateReader(bytes, 0, bytes.length));
    }
}
