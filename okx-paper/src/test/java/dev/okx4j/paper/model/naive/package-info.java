/**
 * A second exchange, as simple as can be: every rule by linear search over lists, every figure worked out anew.
 *
 * <p>It is written from OKX's documented rules and from {@code docs/paper-fidelity.md}, shares no class with the
 * product and is not fast. What both agree on over millions of commands is not one author's slip.
 */
@NullMarked
package dev.okx4j.paper.model.naive;

import org.jspecify.annotations.NullMarked;
