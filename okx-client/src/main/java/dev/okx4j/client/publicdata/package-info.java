/** Public reference data: instruments, mark prices and the server's time. */
@NullMarked
package dev.okx4j.client.publicdata;

import org.jspecify.annotations.NullMarked;
