/** The HTTP transport; not API. */
@NullMarked
package dev.okx4j.client.internal.http;

import org.jspecify.annotations.NullMarked;
