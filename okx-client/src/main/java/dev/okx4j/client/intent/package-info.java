/** What became of a write, and the two hooks every write passes: a gate and a journal. */
@NullMarked
package dev.okx4j.client.intent;

import org.jspecify.annotations.NullMarked;
