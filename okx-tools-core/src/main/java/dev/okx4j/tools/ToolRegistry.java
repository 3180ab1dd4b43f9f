package dev.okx4j.tools;

import dev.okx4j.client.seam.Clock;
import dev.okx4j.tools.config.Venue;
import dev.okx4j.tools.kit.KitTools;
import dev.okx4j.tools.paper.PaperTools;
import dev.okx4j.tools.schema.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tools that are offered, and the one way to call them.
 *
 * <p>Listing is cheap: no HTTP client, JSON adapter or price is loaded before the first call. Calling never throws:
 * what goes wrong is an answer too. This class is threadsafe.
 */
public final class ToolRegistry {
    private final Supplier<Venue> venueSupplier;
    private final Set<String> modules;
    private final boolean readOnly;
    private final String serverVersion;
    private final Clock clock;
    private @Nullable Venue venue;
    private @Nullable Map<String, Tool<?>> offered;

    private ToolRegistry(Builder builder, Supplier<Venue> venueSupplier) {
        this.venueSupplier = venueSupplier;
        this.modules = Set.copyOf(builder.modules);
        this.readOnly = builder.readOnly;
        this.serverVersion = builder.serverVersion;
        this.clock = builder.clock;
    }

    /** Returns the beginning of a registry with the default modules; it still needs a venue. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns every tool of this build, offered or not, in the order in which they are listed. */
    public static List<Tool<?>> allTools() {
        List<Tool<?>> tools = new ArrayList<>(KitTools.all());
        tools.addAll(PaperTools.all());
        return tools;
    }

    /** Returns the tools on offer, in fixed order. */
    public List<Tool<?>> tools() {
        return List.copyOf(offered().values());
    }

    /**
     * Returns a tool on offer by its name, or null if it does not exist, is not loaded, or is hidden because it
     * writes.
     */
    public @Nullable Tool<?> find(String name) {
        return offered().get(name);
    }

    /**
     * Returns the modules that were asked for, sorted; {@code system} and, on the paper exchange, {@code paper} come
     * with any.
     */
    public Set<String> modules() {
        return new TreeSet<>(modules);
    }

    /** Returns whether the tools that write are hidden. */
    public boolean readOnly() {
        return readOnly;
    }

    /**
     * Runs a tool and returns its answer; whatever happens is in the answer.
     *
     * <p>The arguments are checked against the tool's schema before the tool does anything: an error of type
     * ValidationError says that no order was sent. A write is sent once and never again by itself; if its outcome is
     * not known, the answer is an error of type OutcomeUnknown that names the client id to look it up by.
     *
     * <p>May be called from several threads at once; calls are not put in an order.
     *
     * @param name the tool's name
     * @param arguments the arguments as {@link dev.okx4j.client.json.Json#parse} gives them; a null or empty text
     *     counts as left out
     * @return compact JSON of at most 24 KiB if the call succeeded
     */
    public ToolResult call(String name, Map<String, ? extends @Nullable Object> arguments) {
        Venue known = null;
        try {
            Tool<?> tool = offeredOrRefused(name);
            known = venue();
            String refusal = known.refusal();
            if (tool.access() == ToolAccess.WRITE && refusal != null) {
                throw ToolFailure.configuration("WRITES_DISABLED", "Nothing was sent: " + refusal, "Tell the user.");
            }
            if (tool.needsKey() && !known.keyed()) {
                throw ToolFailure.configuration(
                        "AUTH_MISSING",
                        name + " needs an API key. To give one, " + known.keyHint() + ".",
                        "Tell the user.");
            }
            Answer answer = tool.run(new ToolSession(known, this, clock), arguments);
            return new ToolResult(ResultWriter.write(known, tool, answer), false);
        } catch (Throwable e) { // the registry's promise: an error of any kind is an answer
            return new ToolResult(ErrorWriter.write(name, known, e, clock.now(), serverVersion), true);
        }
    }

    private Tool<?> offeredOrRefused(String name) {
        Tool<?> tool = find(name);
        if (tool != null) {
            return tool;
        }
        for (Tool<?> known : allTools()) {
            if (known.name().equals(name)) {
                throw ToolFailure.configuration("TOOL_NOT_AVAILABLE", whyHidden(known), "Tell the user.");
            }
        }
        throw new ToolFailure(
                "ValidationError",
                "TOOL_NOT_AVAILABLE",
                "There is no tool " + ForeignText.quote(name) + "."
                        + NearestName.suggest(name, offered().keySet()),
                "Call one of the listed tools.");
    }

    private String whyHidden(Tool<?> tool) {
        if (tool.module().equals(PaperTools.MODULE) && !venue().isPaper()) {
            return tool.name() + " exists on the paper exchange only; this server runs on " + venue().name() + ".";
        }
        if (tool.access() == ToolAccess.WRITE && readOnly) {
            return tool.name() + " is switched off: the server was started with --read-only. "
                    + "Restarting it without --read-only allows it.";
        }
        return tool.name() + " belongs to the module " + tool.module()
                + ", which is not loaded. Restarting the server with --modules " + tool.module() + " loads it.";
    }

    private synchronized Map<String, Tool<?>> offered() {
        if (offered == null) {
            boolean paper = venue().isPaper();
            Map<String, Tool<?>> tools = new LinkedHashMap<>();
            for (Tool<?> tool : allTools()) {
                boolean loaded = switch (tool.module()) {
                    case "system" -> true;
                    case PaperTools.MODULE -> paper;
                    default -> modules.contains(tool.module());
                };
                if (loaded && !(readOnly && tool.access() == ToolAccess.WRITE)) {
                    tools.put(tool.name(), tool);
                }
            }
            offered = tools;
        }
        return offered;
    }

    private synchronized Venue venue() {
        if (venue == null) {
            venue = venueSupplier.get();
        }
        return venue;
    }

    /** What a registry is made of. This class is not threadsafe. */
    public static final class Builder {
        private @Nullable Supplier<Venue> venue;
        private Set<String> modules = Set.of("market", "spot", "swap", "account");
        private boolean readOnly;
        private String serverVersion = "dev";
        private Clock clock = Clock.system();

        private Builder() {}

        /** Sets where orders go; asked once, and the venue itself connects only at the first call. */
        public Builder venue(Supplier<Venue> venue) {
            this.venue = venue;
            return this;
        }

        /** Sets the modules to offer; market, spot, swap and account if it is not called. */
        public Builder modules(Set<String> modules) {
            this.modules = modules;
            return this;
        }

        /** Hides the tools that write. */
        public Builder readOnly(boolean readOnly) {
            this.readOnly = readOnly;
            return this;
        }

        /** Sets the version that errors carry. */
        public Builder serverVersion(String serverVersion) {
            this.serverVersion = serverVersion;
            return this;
        }

        /** Sets the clock that dates errors; the market has its own time. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /**
         * Returns the registry; neither the venue nor a tool is looked at before the first use.
         *
         * @throws IllegalStateException if no venue was given
         */
        public ToolRegistry build() {
            if (venue == null) {
                throw new IllegalStateException("a registry needs a venue");
            }
            return new ToolRegistry(this, venue);
        }
    }
}
