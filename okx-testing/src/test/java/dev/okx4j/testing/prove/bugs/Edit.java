package dev.okx4j.testing.prove.bugs;

/**
 * A change of one place of a source file of the client.
 *
 * @param file the file, from {@code dev/okx4j/client/} on
 * @param before the text as it is; it has to be there exactly once
 * @param after the text instead
 */
record Edit(String file, String before, String after) {}
