/** The paper exchange as a JUnit extension, for our tests and for users' tests. */
@NullMarked
package dev.okx4j.testing;

import org.jspecify.annotations.NullMarked;
