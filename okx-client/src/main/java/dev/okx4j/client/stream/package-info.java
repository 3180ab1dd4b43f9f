/** OKX's WebSocket channels: what a consumer holds is the truth, or it has been told that it is not. */
@NullMarked
package dev.okx4j.client.stream;

import org.jspecify.annotations.NullMarked;
