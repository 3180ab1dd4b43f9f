/** Order books that are kept from a stream of changes: exact, checked, and cheap to read at any moment. */
@NullMarked
package dev.okx4j.client.stream.book;

import org.jspecify.annotations.NullMarked;
