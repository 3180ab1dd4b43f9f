/** Bugs that are planted into the product one at a time, to see that the proof finds them. */
@NullMarked
package dev.okx4j.testing.prove.bugs;

import org.jspecify.annotations.NullMarked;
