/**
 * OKX's market as it is now: its public data, pushed or asked for through okx-client, as a recording that grows. The one place of this
 * module that reads OKX by the client's types.
 */
@NullMarked
package dev.okx4j.paper.feed.live;

import org.jspecify.annotations.NullMarked;
