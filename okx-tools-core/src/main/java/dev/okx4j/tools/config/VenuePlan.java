package dev.okx4j.tools.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The decision between paper, demo and live, and whether orders are allowed, before anything is connected.
 *
 * @param name paper, demo or live
 * @param home the directory with configuration and paper accounts
 * @param site global, eea or us
 * @param baseUrl an address to use instead of the site's
 * @param keys the key to sign with
 * @param refusal why no order is allowed, or null
 * @param timeoutMs how long to wait for an answer
 * @param feed where paper prices come from
 * @param warnings sentences for standard error
 */
record VenuePlan(
        String name,
        Path home,
        String site,
        @Nullable String baseUrl,
        @Nullable ApiKeys keys,
        @Nullable String refusal,
        long timeoutMs,
        String feed,
        List<String> warnings) {
    private static final String UNBUILT = "In this version a live venue stays read-only in any case, until the guard "
            + "is built; start with --paper or --demo to trade.";

    /**
     * Returns what a launch means; reads {@code config.toml} unless paper alone was asked for.
     *
     * @throws LaunchException if flags, environment and profiles contradict each other
     */
    static VenuePlan of(Launch launch, Map<String, String> env) {
        return new Decision(launch, env).plan();
    }

    /** The inputs of the decision, read once. */
    private static final class Decision {
        private final Launch launch;
        private final Map<String, String> env;
        private final Path home;
        private final Profiles profiles;
        private final Profile profile;
        private final @Nullable ApiKeys keys;
        private final boolean saysDemo;

        Decision(Launch launch, Map<String, String> env) {
            this.launch = launch;
            this.env = env;
            String homeText = env.getOrDefault("OKX_HOME", "");
            this.home = homeText.isBlank()
                    ? Path.of(System.getProperty("user.home"), ".okx")
                    : Path.of(homeText.strip()).toAbsolutePath();
            boolean bare = launch.venue() == VenueChoice.PAPER && launch.profile() == null;
            this.profiles = bare ? new Profiles(home, "default", Map.of(), false) : Profiles.read(home);
            this.profile = bare ? Profile.NONE : profiles.choose(launch.profile());
            this.keys =
                    launch.venue() == VenueChoice.PAPER ? null : ApiKeys.find(env, profile, launch.profile() != null);
            this.saysDemo = profile.says(true) || Set.of("1", "true").contains(env.getOrDefault("OKX_DEMO", ""));
        }

        VenuePlan plan() {
            VenueChoice choice = launch.venue();
            if (choice == null) {
                return unnamed();
            }
            return switch (choice) {
                case PAPER -> paper();
                case DEMO -> demo();
                case LIVE -> live(true);
            };
        }

        /** Without a named venue a key decides: none is paper, a demo key is demo, any other is live and read-only. */
        private VenuePlan unnamed() {
            if (keys == null) {
                if (launch.profile() != null) {
                    throw new LaunchException(
                            "Profile " + launch.profile() + " has no API key: add api_key, secret_key "
                                    + "and passphrase to it in " + profiles.file() + ", or leave --profile out.");
                }
                return paper();
            }
            return saysDemo ? demo() : live(launch.profile() != null && profile.says(false));
        }

        private VenuePlan paper() {
            return planned("paper", readOnly());
        }

        private VenuePlan demo() {
            if (keys == null) {
                throw new LaunchException("--demo needs the API key of an OKX demo account: " + ApiKeys.HOW + ".");
            }
            if (keys.fromFile() && profile.says(false)) {
                throw new LaunchException("--demo needs a demo key, and profile " + profile.name()
                        + " says demo = false: name another profile.");
            }
            return planned("demo", readOnly());
        }

        private VenuePlan live(boolean enabled) {
            if (keys != null && saysDemo) {
                throw new LaunchException("--live needs a live key, and "
                        + (profile.says(true) ? "profile " + profile.name() + " says demo = true" : "OKX_DEMO is set")
                        + ": name another profile, or use --demo.");
            }
            return planned("live", liveRefusal(enabled));
        }

        /**
         * Returns why orders on the live venue are off, or null if they are on.
         *
         * <p>An address on this machine is taken for a test of the program itself, for which orders need not be off.
         */
        private @Nullable String liveRefusal(boolean enabled) {
            boolean loopback = isLoopback(baseUrl());
            if (launch.readOnly()) {
                return readOnly();
            }
            if (keys == null) {
                return "there is no API key: " + ApiKeys.HOW + ".";
            }
            if (!enabled) {
                return "orders on the live venue are off. To ask for them start with --live, or with --profile and "
                        + "demo = false in that profile." + (loopback ? "" : " " + UNBUILT);
            }
            if (keys.fromFile() && profiles.exposed()) {
                return "others can read the secrets in " + profiles.file() + ". Run: " + profiles.repair();
            }
            return loopback ? null : "orders on the live venue are off. " + UNBUILT;
        }

        private @Nullable String readOnly() {
            return launch.readOnly()
                    ? "the server was started with --read-only. Restart it without --read-only to allow orders."
                    : null;
        }

        private VenuePlan planned(String name, @Nullable String refusal) {
            boolean paper = name.equals("paper");
            List<String> warnings = new ArrayList<>();
            if (profiles.exposed()) {
                warnings.add("Others can read the secrets in " + profiles.file() + ". Run: " + profiles.repair());
            }
            if (!paper && profile.proxyUrl() != null) {
                throw new LaunchException("proxy_url is not built yet, and going around a proxy that you asked for "
                        + "would be wrong: remove it from profile " + profile.name() + " to connect directly.");
            }
            String feed = launch.feed().equals("auto") ? "replay" : launch.feed();
            return new VenuePlan(
                    name,
                    home,
                    paper ? "global" : site(),
                    paper ? null : baseUrl(),
                    paper ? null : keys,
                    refusal,
                    paper ? 15_000 : timeout(),
                    feed,
                    List.copyOf(warnings));
        }

        private String site() {
            String site = first(launch.site(), env.get("OKX_SITE"), profile.site());
            if (site == null) {
                return "global";
            }
            if (!Set.of("global", "eea", "us").contains(site)) {
                throw new LaunchException("The site must be global, eea or us, not " + site + ".");
            }
            return site;
        }

        /**
         * Returns the address that replaces the site's, or null: https, or http on this machine only, and nothing
         * after the host.
         */
        private @Nullable String baseUrl() {
            String text = first(env.get("OKX_API_BASE_URL"), profile.baseUrl());
            if (text == null) {
                return null;
            }
            String url = text.replaceAll("/+$", "");
            try {
                URI uri = new URI(url);
                boolean bare = uri.getHost() != null
                        && uri.getUserInfo() == null
                        && uri.getRawPath().isEmpty();
                if (bare && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isLoopback(url)))) {
                    return url;
                }
            } catch (URISyntaxException e) {
                // refused below, as any other address that is not one of the two forms
            }
            throw new LaunchException(
                    "OKX_API_BASE_URL (or base_url) must be https://HOST, or http://127.0.0.1:PORT on this machine.");
        }

        /** Returns how long to wait for an answer, in milliseconds: 15 seconds unless configured. */
        private long timeout() {
            String text =
                    first(env.get("OKX_TIMEOUT_MS"), profile.timeoutMs() == null ? null : "" + profile.timeoutMs());
            if (text == null) {
                return 15_000;
            }
            if (!text.matches("[0-9]{1,5}") || Long.parseLong(text) == 0 || Long.parseLong(text) > 60_000) {
                throw new LaunchException("OKX_TIMEOUT_MS (or timeout_ms) must be from 1 to 60000 milliseconds.");
            }
            return Long.parseLong(text);
        }
    }

    /** Returns the first text that is not blank, without surrounding space. */
    private static @Nullable String first(@Nullable String... values) {
        for (String value : values) {
            if (value != null && !value.isBlank()) {
                return value.strip();
            }
        }
        return null;
    }

    private static boolean isLoopback(@Nullable String url) {
        if (url == null) {
            return false;
        }
        String host = URI.create(url).getHost();
        return host != null && Set.of("localhost", "127.0.0.1", "[::1]").contains(host);
    }
}
