/** A caller that does anything at any moment, and the sessions that it lives through. */
@NullMarked
package dev.okx4j.testing.prove.session;

import org.jspecify.annotations.NullMarked;
