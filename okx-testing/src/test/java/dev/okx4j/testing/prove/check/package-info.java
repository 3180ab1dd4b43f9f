/**
 * The judge: it compares what a client was asked, said and sent with what the exchange did, from plain records of both.
 *
 * <p>Nothing here is shared with the product: only the JDK and the records of this package. It reads JSON and the order log's
 * bytes by itself, so that a misreading of the product is not repeated by its judge.
 */
@NullMarked
package dev.okx4j.testing.prove.check;

import org.jspecify.annotations.NullMarked;
