package dev.okx4j.client.stream.book;

import dev.okx4j.client.market.BookLevel;
import java.util.AbstractList;
import java.util.RandomAccess;

/** Levels of a change as others see them, made when they are asked for. */
final class LevelList extends AbstractList<BookLevel> implements RandomAccess {
    private final Level[] levels;

    LevelList(Level[] levels) {
        this.levels = levels;
    }

    @Override
    public BookLevel get(int index) {
        return levels[index].toBookLevel();
    }

    @Override
    public int size() {
        return levels.length;
    }
}
