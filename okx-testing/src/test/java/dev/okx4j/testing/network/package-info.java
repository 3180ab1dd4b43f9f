/** Our client, and one as people write it, on connections that break byte by byte. */
@NullMarked
package dev.okx4j.testing.network;

import org.jspecify.annotations.NullMarked;
