package dev.okx4j.client.stream;

import java.util.List;

/**
 * What is new since a cursor, each key once with its newest row.
 *
 * @param <E> a row of the channel
 * @param rows the rows that are new, the oldest first; immutable
 * @param cursor where to go on from
 * @param gap whether something in between is missing here: rows came faster than they were read, or an interruption could not be
 *     bridged
 * @param standing how far the rows can be believed now
 */
public record Window<E>(List<E> rows, long cursor, boolean gap, Standing standing) {}
