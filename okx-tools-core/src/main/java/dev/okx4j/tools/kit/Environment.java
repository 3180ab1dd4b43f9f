package dev.okx4j.tools.kit;

import dev.okx4j.tools.ToolFailure;
import dev.okx4j.tools.ToolSession;
import org.jspecify.annotations.Nullable;

/** The {@code demo} argument of the market tools, which a server bound to one venue can only agree or disagree with. */
final class Environment {
    static final String DOC = "Leave out: prices come from the venue of this server";

    private Environment() {}

    /** Throws if prices of another environment than the venue's are asked for. */
    static void check(ToolSession session, @Nullable Boolean demo) {
        String venue = session.venue().name();
        if (demo != null && (demo ? !venue.equals("demo") : venue.equals("demo"))) {
            throw ToolFailure.arguments(
                    "This server runs on " + venue + "; it has no " + (demo ? "demo" : "live") + " prices.",
                    "Leave demo out to get the prices of " + venue + ".");
        }
    }
}
