/** What only streams say: the rows of channels that no REST endpoint of this client has. */
@NullMarked
package dev.okx4j.client.stream.event;

import org.jspecify.annotations.NullMarked;
