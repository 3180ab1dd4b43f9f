package dev.okx4j.tools.config;

import dev.okx4j.tools.schema.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The flags that a server or the command line was started with.
 *
 * @param modules the modules to load
 * @param profile the profile of {@code config.toml} that was named
 * @param site the OKX site that was named: global, eea or us
 * @param venue the venue that was named
 * @param readOnly whether tools that write are hidden
 * @param feed where paper prices come from: {@code auto}, {@code replay} or {@code replay:SCENARIO}
 * @param noLog whether no log is kept; never stops the order journal
 * @param logLevel error, warn, info or debug
 * @param help whether only the flags are to be explained
 * @param version whether only the version is to be printed
 * @param warnings sentences for standard error
 */
public record Launch(
        Set<String> modules,
        @Nullable String profile,
        @Nullable String site,
        @Nullable VenueChoice venue,
        boolean readOnly,
        String feed,
        boolean noLog,
        String logLevel,
        boolean help,
        boolean version,
        List<String> warnings) {

    /** The flags in words, for {@code --help}. */
    public static final String HELP = """
            --modules LIST          market, spot, swap, account; all or default are these four
            --profile NAME          profile of config.toml; without it, default_profile
            --site global|eea|us    the OKX site of the account
            --paper                 the embedded paper exchange; needs no key; the default without one
            --demo                  OKX demo trading; needs a demo key
            --live                  the real exchange
            --read-only             hide every tool that writes
            --feed auto|replay[:SCENARIO]|live[:INSTRUMENTS]
                                    where the prices of the paper exchange come from
            --no-log                keep no log
            --log-level LEVEL       error, warn, info or debug, on standard error
            --help, --version

            Environment: OKX_API_KEY, OKX_SECRET_KEY, OKX_PASSPHRASE, OKX_DEMO, OKX_SITE,
            OKX_API_BASE_URL, OKX_TIMEOUT_MS, OKX_HOME (default ~/.okx, holds config.toml)
            """;

    private static final List<String> WITH_VALUE =
            List.of("--modules", "--profile", "--site", "--feed", "--log-level", "--http");
    private static final List<String> WITHOUT_VALUE =
            List.of("--paper", "--demo", "--live", "--read-only", "--no-log", "--help", "--version");
    private static final List<String> LEVELS = List.of("error", "warn", "info", "debug");
    private static final List<String> SITES = List.of("global", "eea", "us");

    /**
     * Returns the flags of a command line; a value follows its flag after a space or an equals sign.
     *
     * @throws LaunchException for a flag that does not exist, is given twice, lacks its value or contradicts another
     */
    public static Launch parse(String... args) {
        Map<String, String> flags = split(args);
        if (flags.containsKey("--help") || flags.containsKey("--version")) {
            return bare(flags.containsKey("--help"));
        }
        if (flags.containsKey("--http")) {
            throw new LaunchException("--http is not built yet: this server speaks over standard input and output.");
        }
        ModuleNames modules = ModuleNames.parse(flags.getOrDefault("--modules", "default"));
        List<String> warnings = new ArrayList<>();
        for (String module : modules.unbuilt()) {
            warnings.add("The module " + module + " is not built yet and is left out.");
        }
        return new Launch(
                modules.built(),
                flags.get("--profile"),
                oneOf(flags, "--site", SITES),
                venueOf(flags),
                flags.containsKey("--read-only"),
                feedOf(flags.getOrDefault("--feed", "auto")),
                flags.containsKey("--no-log"),
                java.util.Objects.requireNonNullElse(oneOf(flags, "--log-level", LEVELS), "warn"),
                false,
                false,
                List.copyOf(warnings));
    }

    private static Launch bare(boolean help) {
        return new Launch(
                Set.copyOf(ModuleNames.BUILT), null, null, null, false, "auto", false, "warn", help, !help, List.of());
    }

    private static Map<String, String> split(String... args) {
        Map<String, String> flags = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i++) {
            String arg = args[i];
            int equals = arg.startsWith("--") ? arg.indexOf('=') : -1;
            String name = equals < 0 ? arg : arg.substring(0, equals);
            String value = "";
            if (WITH_VALUE.contains(name)) {
                if (equals < 0 && (i + 1 == args.length || args[i + 1].startsWith("--"))) {
                    throw new LaunchException(name + " needs a value.");
                }
                value = equals < 0 ? args[++i] : arg.substring(equals + 1);
            } else if (!WITHOUT_VALUE.contains(name)) {
                throw unknown(arg);
            } else if (equals >= 0) {
                throw new LaunchException(name + " takes no value.");
            }
            if (flags.put(name, value) != null) {
                throw new LaunchException(name + " is given twice.");
            }
        }
        return flags;
    }

    private static LaunchException unknown(String arg) {
        if (arg.equals("setup")) {
            return new LaunchException(
                    "setup is not built yet: add the server to your client's configuration by hand.");
        }
        List<String> names = new ArrayList<>(WITH_VALUE);
        names.addAll(WITHOUT_VALUE);
        String name = arg.contains("=") ? arg.substring(0, arg.indexOf('=')) : arg;
        return new LaunchException(
                "There is no flag " + name + "." + NearestName.suggest(name, names) + " --help lists them.");
    }

    private static @Nullable String oneOf(Map<String, String> flags, String name, List<String> values) {
        String value = flags.get(name);
        if (value != null && !values.contains(value)) {
            throw new LaunchException(name + " must be one of " + String.join(", ", values) + ", not " + value + "."
                    + NearestName.suggest(value, values));
        }
        return value;
    }

    private static @Nullable VenueChoice venueOf(Map<String, String> flags) {
        VenueChoice chosen = null;
        for (VenueChoice choice : VenueChoice.values()) {
            if (flags.containsKey("--" + choice.name().toLowerCase(java.util.Locale.ROOT))) {
                if (chosen != null) {
                    throw new LaunchException("Only one of --paper, --demo and --live can be given.");
                }
                chosen = choice;
            }
        }
        return chosen;
    }

    private static String feedOf(String feed) {
        if (!feed.matches("auto|replay(:[A-Za-z0-9_-]{1,64})?|live(:[A-Z0-9_-]+(,[A-Z0-9_-]+)*)?")) {
            throw new LaunchException(
                    "--feed must be auto, replay, replay:SCENARIO, live or live:INSTRUMENT,INSTRUMENT, not " + feed
                            + ".");
        }
        return feed;
    }
}
