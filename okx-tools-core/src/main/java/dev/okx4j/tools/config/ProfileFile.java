package dev.okx4j.tools.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** The text of {@code config.toml}; the only class that knows TOML, loaded only when there is a file. */
final class ProfileFile {
    private ProfileFile() {}

    /**
     * Returns the profiles of a file's text.
     *
     * @param file where the text is from, for messages
     * @param exposed whether others than the owner may read the file
     * @throws LaunchException if it is not TOML or a value has the wrong type; the message never quotes a value
     */
    static Profiles parse(Path file, String text, boolean exposed) {
        TomlParseResult toml = Toml.parse(text);
        if (toml.hasErrors()) {
            TomlParseError first = toml.errors().get(0);
            // The parser's own sentence may quote the line, which may be a secret.
            throw new LaunchException(file + " is not valid TOML at line "
                    + first.position().line() + ". A value that holds # \\ or \" belongs in single quotes, "
                    + "one that holds ' in double quotes, one with both in three single quotes.");
        }
        Map<String, Profile> profiles = new LinkedHashMap<>();
        TomlTable table = toml.getTable("profiles");
        if (table != null) {
            for (String name : table.keySet()) {
                if (table.get(java.util.List.of(name)) instanceof TomlTable profile) {
                    profiles.put(name, profile(file, name, profile));
                }
            }
        }
        String defaultName = text(file, "", toml, "default_profile");
        return new Profiles(file, defaultName == null ? "default" : defaultName, profiles, exposed);
    }

    private static Profile profile(Path file, String name, TomlTable table) {
        Object demo = table.get("demo");
        Object timeout = table.get("timeout_ms");
        if (demo != null && !(demo instanceof Boolean)) {
            throw wrong(file, name, "demo", "true or false, without quotes");
        }
        if (timeout != null && !(timeout instanceof Long)) {
            throw wrong(file, name, "timeout_ms", "a whole number of milliseconds");
        }
        return new Profile(
                name,
                text(file, name, table, "api_key"),
                text(file, name, table, "secret_key"),
                text(file, name, table, "passphrase"),
                (Boolean) demo,
                text(file, name, table, "site"),
                text(file, name, table, "base_url"),
                (Long) timeout,
                text(file, name, table, "proxy_url"));
    }

    /** Returns a text without surrounding space, or null where it is absent or blank. */
    private static @Nullable String text(Path file, String profile, TomlTable table, String key) {
        Object value = table.get(key);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw wrong(file, profile, key, "a text in quotes");
        }
        return text.isBlank() ? null : text.strip();
    }

    private static LaunchException wrong(Path file, String profile, String key, String form) {
        String where = profile.isEmpty() ? "" : " of profile " + profile;
        return new LaunchException(key + where + " in " + file + " must be " + form + ".");
    }
}
