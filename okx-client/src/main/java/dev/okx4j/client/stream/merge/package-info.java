/** The rules by which what is heard of an account, twice or in any order, becomes one truth. They know nothing of streams. */
@NullMarked
package dev.okx4j.client.stream.merge;

import org.jspecify.annotations.NullMarked;
