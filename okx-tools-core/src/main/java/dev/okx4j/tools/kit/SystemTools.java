package dev.okx4j.tools.kit;

import dev.okx4j.tools.Answer;
import dev.okx4j.tools.Tool;
import dev.okx4j.tools.ToolSession;
import dev.okx4j.tools.config.ModuleNames;
import dev.okx4j.tools.config.Venue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the server itself can do. */
final class SystemTools {
    private SystemTools() {}

    /** The arguments of a tool that takes none. */
    public record NoArgs() {}

    static final Tool<NoArgs> CAPABILITIES = Tool.read("system_get_capabilities", NoArgs.class)
            .title("Capabilities")
            .description(
                    "Which venue this server trades on (paper is play money at recorded prices, demo is OKX's own "
                            + "play money, live is real), whether orders are allowed and why not, and which modules are loaded.")
            .local()
            .handler((session, args) -> Answer.of(capabilities(session)));

    /** Returns what the server can do, in the field names of the kit where it has them. */
    private static Map<String, Object> capabilities(ToolSession session) {
        Venue venue = session.venue();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("venue", venue.name());
        data.put("demo", venue.name().equals("demo"));
        data.put("site", venue.site());
        data.put("hasAuth", venue.keyed());
        data.put("readOnly", session.registry().readOnly() || !venue.writable());
        String refusal = venue.refusal();
        if (refusal != null) {
            data.put("whyReadOnly", refusal);
        }
        Map<String, Object> modules = new LinkedHashMap<>();
        for (String module : ModuleNames.known()) {
            modules.put(module, status(session, module));
        }
        data.put("moduleAvailability", modules);
        data.put("tools", session.registry().tools().size());
        return data;
    }

    /** Returns whether a module can be used, and a code for why not. */
    private static Map<String, Object> status(ToolSession session, String module) {
        if (!ModuleNames.BUILT.contains(module)) {
            return Map.of("status", "disabled", "reasonCode", "NOT_BUILT");
        }
        if (!session.registry().modules().contains(module)) {
            return Map.of("status", "disabled", "reasonCode", "MODULE_FILTERED");
        }
        if (!module.equals("market") && !session.venue().keyed()) {
            return Map.of("status", "requires_auth", "reasonCode", "AUTH_MISSING");
        }
        return Map.of("status", "enabled");
    }

    static List<Tool<?>> all() {
        return List.of(CAPABILITIES);
    }
}
