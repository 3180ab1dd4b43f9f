package dev.okx4j.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.json.JsonException;
import dev.okx4j.paper.wire.ApiKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the process that hosts an account; {@code host.json}, which only its owner can read.
 *
 * @param port where it listens, 0 while it does not
 * @param scenario what the account lives in
 * @param key kept from host to host, so that a process which attached to one is known to the next
 */
record HostFile(int port, String scenario, ApiKey key) {
    private static final String NAME = "host.json";

    /** Returns the file of a folder, or null when there is none. */
    static @Nullable HostFile read(Path folder) throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(folder.resolve(NAME));
        } catch (NoSuchFileException e) {
            return null;
        }
        try {
            if (Json.parse(content) instanceof Map<?, ?> map
                    && map.get("port") instanceof BigDecimal port
                    && map.get("scenario") instanceof String scenario
                    && map.get("key") instanceof String key
                    && map.get("secret") instanceof String secret
                    && map.get("passphrase") instanceof String passphrase) {
                return new HostFile(port.intValueExact(), scenario, new ApiKey(key, secret, passphrase));
            }
        } catch (JsonException | ArithmeticException e) {
            throw new IOException(folder.resolve(NAME) + " cannot be read", e);
        }
        throw new IOException(folder.resolve(NAME) + " is not what a host publishes");
    }

    /** Replaces the file of a folder at once, so that no reader sees half of it. */
    void write(Path folder) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("port", BigDecimal.valueOf(port));
        fields.put("scenario", scenario);
        fields.put("key", key.key());
        fields.put("secret", key.secret());
        fields.put("passphrase", key.passphrase());
        Path fresh = folder.resolve(NAME + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, ownerOnly(folder, "rw-------"));
        Files.write(fresh, Json.write(fields).getBytes(UTF_8));
        Files.move(fresh, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Returns what keeps others out, where the file system knows permissions. */
    static FileAttribute<?>[] ownerOnly(Path where, String permissions) {
        return where.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
