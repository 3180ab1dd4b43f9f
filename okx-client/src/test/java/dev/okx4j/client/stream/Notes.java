package dev.okx4j.client.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;

/** Takes down in words what a tap or a listener hears. */
@NullUnmarked
final class Notes<E> implements Tap<E>, StreamListener<E> {
    final List<String> heard = new ArrayList<>();
    final List<Standing> standings = new ArrayList<>();
    Subscription<E> subscription;
    private final Function<E, String> words;

    Notes(Function<E, String> words) {
        this.words = words;
    }

    @Override
    public void update(Update<E> update) {
        update.rows().forEach(row -> heard.add(words.apply(row)));
    }

    @Override
    public void standing(Standing standing) {
        standings.add(standing);
        heard.add(standing.state() + (standing.gap() ? "+gap" : ""));
    }

    @Override
    public void onUpdate(Update<E> update) {
        update(update);
    }

    @Override
    public void onStanding(Standing standing) {
        standing(standing);
    }

    Standing standing() {
        return standings.get(standings.size() - 1);
    }

    /** Forgets what was heard so far. */
    Notes<E> afresh() {
        heard.clear();
        return this;
    }
}
