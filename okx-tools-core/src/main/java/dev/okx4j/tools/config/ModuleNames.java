package dev.okx4j.tools.config;

import dev.okx4j.tools.schema.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The modules that a list of names asks for.
 *
 * @param built the modules to load
 * @param unbuilt the modules that are known but not in this build; a launch warns about them
 */
public record ModuleNames(Set<String> built, List<String> unbuilt) {
    /** The modules of this build, which are the default too: together they stay below what a client lists. */
    public static final List<String> BUILT = List.of("market", "spot", "swap", "account");

    private static final List<String> EARN =
            List.of("earn.savings", "earn.onchain", "earn.dcd", "earn.autoearn", "earn.flash");
    private static final List<String> UNBUILT = unbuiltModules();
    private static final Map<String, List<String>> GROUPS = Map.of(
            "default", BUILT,
            "all", BUILT,
            "earn", EARN,
            "earn.all", EARN,
            "bot", List.of("bot.grid"),
            "bot.all", List.of("bot.grid", "bot.dca"));

    private static List<String> unbuiltModules() {
        List<String> names = new ArrayList<>(List.of("futures", "option", "event", "news"));
        names.addAll(EARN);
        names.addAll(List.of("bot.grid", "bot.dca", "skills"));
        return List.copyOf(names);
    }

    /** Returns every module that is known, built or not. */
    public static List<String> known() {
        List<String> names = new ArrayList<>(BUILT);
        names.addAll(UNBUILT);
        return names;
    }

    /**
     * Returns the modules that a comma-separated list names; an empty list is the default.
     *
     * @throws LaunchException naming the nearest module, for a name that is not known
     */
    public static ModuleNames parse(String list) {
        Set<String> built = new LinkedHashSet<>();
        Set<String> unbuilt = new LinkedHashSet<>();
        for (String part : list.isBlank() ? new String[] {"default"} : list.split(",")) {
            String name = part.strip().toLowerCase(Locale.ROOT);
            for (String module : GROUPS.getOrDefault(name, List.of(name))) {
                if (BUILT.contains(module)) {
                    built.add(module);
                } else if (UNBUILT.contains(module)) {
                    unbuilt.add(module);
                } else if (!name.isEmpty()) {
                    throw unknown(name);
                }
            }
        }
        return new ModuleNames(Set.copyOf(built), List.copyOf(unbuilt));
    }

    private static LaunchException unknown(String name) {
        List<String> names = known();
        names.addAll(List.of("all", "default", "earn", "earn.all", "bot", "bot.all"));
        return new LaunchException("There is no module " + name + "." + NearestName.suggest(name, names) + " Known are "
                + String.join(", ", names) + ".");
    }
}
