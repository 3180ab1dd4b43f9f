/** The entry point of the client and its configuration. */
@NullMarked
package dev.okx4j.client;

import org.jspecify.annotations.NullMarked;
