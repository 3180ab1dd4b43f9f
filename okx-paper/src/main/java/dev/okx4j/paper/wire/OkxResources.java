package dev.okx4j.paper.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The methods and paths that OKX is known to serve, so that one which is not offered here is told from one that does not exist. */
final class OkxResources {
    private static final Map<String, Set<String>> METHODS = read();

    private OkxResources() {}

    /** Returns the methods that OKX takes on this path; none when it does not exist. */
    static Set<String> methods(String path) {
        return METHODS.getOrDefault(path, Set.of());
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> methods = new HashMap<>();
        try (InputStream in = OkxResources.class.getResourceAsStream("okx-resources.txt")) {
            if (in == null) {
                throw new IllegalStateException("okx-resources.txt is missing");
            }
            new BufferedReader(new InputStreamReader(in, UTF_8)).lines().forEach(line -> {
                String[] words = line.split(" ", 2);
                methods.computeIfAbsent(words[1], path -> new HashSet<>()).add(words[0]);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return methods;
    }
}
