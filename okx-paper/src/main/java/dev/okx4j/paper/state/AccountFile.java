package dev.okx4j.paper.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.json.JsonException;
import dev.okx4j.client.seam.Disk;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code account.json} of a named account, which only its owner can read; without it a folder is no account. */
record AccountFile(String name, Instant created, List<AccountKey> keys) {
    private static final String FILE = "account.json";

    /** Returns whether a folder has one. */
    static boolean isIn(Disk disk, Path folder) {
        return disk.exists(folder.resolve(FILE));
    }

    static AccountFile read(Disk disk, Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        try {
            if (Json.parse(disk.read(file)) instanceof Map<?, ?> map
                    && map.get("name") instanceof String name
                    && map.get("created") instanceof String created
                    && map.get("keys") instanceof List<?> list) {
                List<AccountKey> keys = new ArrayList<>();
                for (Object each : list) {
                    keys.add(key((Map<?, ?>) each));
                }
                return new AccountFile(name, Instant.parse(created), keys);
            }
        } catch (JsonException | ClassCastException | NullPointerException | DateTimeException e) {
            throw new IOException(file + " cannot be read", e);
        }
        throw new IOException(file + " is not what tells of a paper account");
    }

    private static AccountKey key(Map<?, ?> map) {
        return new AccountKey(
                (String) Objects.requireNonNull(map.get("key")),
                (String) Objects.requireNonNull(map.get("secret")),
                (String) Objects.requireNonNull(map.get("passphrase")),
                "trade".equals(map.get("may")));
    }

    /** Replaces the file of a folder at once or not at all. */
    void write(Disk disk, Path folder) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("schema", BigDecimal.ONE);
        fields.put("name", name);
        fields.put("created", created.toString());
        fields.put("keys", keys.stream().map(AccountFile::fields).toList());
        Path fresh = folder.resolve(FILE + ".new");
        disk.delete(fresh);
        try (Disk.Writable out = disk.open(fresh)) {
            out.write(0, Json.write(fields).getBytes(UTF_8));
            out.sync();
        }
        disk.replace(fresh, folder.resolve(FILE));
        disk.syncFolder(folder);
    }

    private static Map<String, Object> fields(AccountKey key) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("key", key.key());
        fields.put("secret", key.secret());
        fields.put("passphrase", key.passphrase());
        fields.put("may", key.mayTrade() ? "trade" : "read_only");
        return fields;
    }

    /** Removes what an account has left, this file first: from then on the folder is no account. */
    static void remove(Disk disk, Path folder) throws IOException {
        disk.delete(folder.resolve(FILE));
        if (disk.exists(folder)) {
            disk.syncFolder(folder);
        }
        for (Path file : disk.list(folder)) {
            disk.delete(file);
        }
        disk.delete(folder);
    }
}
