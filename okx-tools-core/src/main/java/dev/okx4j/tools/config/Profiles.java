package dev.okx4j.tools.config;

import dev.okx4j.tools.schema.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of {@code config.toml}, in the format of the OKX Agent Trade Kit.
 *
 * @param file where they were looked for
 * @param defaultName the profile that counts when none is named
 * @param byName the profiles
 * @param exposed whether others than the owner may read the file
 */
record Profiles(Path file, String defaultName, Map<String, Profile> byName, boolean exposed) {
    /** The profile that counts when the file does not say which. */
    private static final String DEFAULT = "default";

    /** Returns the profiles under a home directory; without a file there are none, and no TOML parser is loaded. */
    static Profiles read(Path home) {
        Path file = home.resolve("config.toml");
        if (!Files.exists(file)) {
            return new Profiles(file, DEFAULT, Map.of(), false);
        }
        try {
            return ProfileFile.parse(file, Files.readString(file), exposed(file));
        } catch (IOException e) {
            throw new LaunchException(file + " cannot be read: " + e.getClass().getSimpleName() + ".");
        }
    }

    /** Returns the profile of that name, or the default one if no name is given. */
    Profile choose(@Nullable String name) {
        String wanted = name == null ? defaultName : name;
        Profile profile = byName.get(wanted);
        if (profile != null) {
            return profile;
        }
        if (name == null && wanted.equals(DEFAULT)) {
            return Profile.NONE;
        }
        String known = byName.isEmpty() ? "" : " It has " + String.join(", ", byName.keySet()) + ".";
        throw new LaunchException("There is no profile " + wanted + " in " + file + "."
                + NearestName.suggest(wanted, byName.keySet()) + known);
    }

    /** Returns the command that hides the file from others. */
    String repair() {
        return "chmod 600 " + file;
    }

    private static boolean exposed(Path file) throws IOException {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            return permissions.contains(PosixFilePermission.GROUP_READ)
                    || permissions.contains(PosixFilePermission.OTHERS_READ);
        } catch (UnsupportedOperationException noPosix) {
            return false; // Windows: the file lies in the user's own profile
        }
    }
}
