/** OKX's v5 REST wire on top of a venue: paths, parameters, signatures, limits, codes and rows, all by its own reading. */
@NullMarked
package dev.okx4j.paper.wire;

import org.jspecify.annotations.NullMarked;
