/** The only place that reads or writes JSON. */
@NullMarked
package dev.okx4j.client.json;

import org.jspecify.annotations.NullMarked;
