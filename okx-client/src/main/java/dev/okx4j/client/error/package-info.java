/** What can go wrong with a read or a setting: one unchecked root, one leaf per thing a caller handles differently. */
@NullMarked
package dev.okx4j.client.error;

import org.jspecify.annotations.NullMarked;
