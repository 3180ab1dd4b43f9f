package dev.okx4j.testing.prove.check;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.testing.prove.check.Happened.LogFile;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * I16 the log: its hash chain verifies, and it holds every intent.
 *
 * <p>The format, read here by itself: eight bytes {@code OKX4JLG2}; then blocks of body length (4), CRC-32C of the body (4), hash
 * (32), CRC-32C of those 40 bytes (4) and body; a body is records of length (4) and bytes; the hash is the SHA-256 of the hash
 * before, which is zeros at first, and of the body.
 */
final class LogRules {
    private static final Pattern INTENT = Pattern.compile("\"intent\":\"([^\"]+)\"");
    private static final byte[] FORMAT = "OKX4JLG2".getBytes(US_ASCII);
    private static final int HASH = 32;
    private static final int SUMMED = 8 + HASH;
    private static final int HEADER = SUMMED + 4;

    private LogRules() {}

    static List<Violation> check(Story story) {
        List<Violation> found = new ArrayList<>();
        List<LogFile> files = story.all(LogFile.class);
        StringBuilder all = new StringBuilder();
        for (LogFile file : files) {
            List<byte[]> records = new ArrayList<>();
            String damage = read(file.durable(), records);
            if (!damage.isEmpty()) {
                found.add(new Violation("I16", file.name() + " " + damage));
            }
            records.forEach(record -> all.append(new String(record, UTF_8)).append('\n'));
        }
        if (!files.isEmpty()) {
            String text = all.toString();
            found.addAll(table(story, text));
            Set<String> intents = new HashSet<>();
            for (Matcher matcher = INTENT.matcher(text); matcher.find(); ) {
                intents.add(matcher.group(1));
            }
            for (Fate fate : story.fates()) {
                boolean left = story.left().getOrDefault(fate.asked().mark(), List.of()).stream()
                        .anyMatch(request -> request.call() == fate.asked().call());
                if (left
                        && !fate.repeatable()
                        && (fate.kept() == null || !intents.contains(fate.kept().intentId()))) {
                    found.add(new Violation("I16", "The log does not tell of " + fate));
                }
            }
        }
        return found;
    }

    /** Compares the last outcome that the records tell of each intent with the last word that the client had for it. */
    private static List<Violation> table(Story story, String records) {
        Map<String, String> last = new HashMap<>();
        for (String line : records.split("\n", -1)) {
            if (!line.contains("\"outcome\"")) {
                continue;
            }
            Object record = JsonText.parse(line);
            String intent = JsonText.text(record, "of");
            if (!intent.isEmpty()) {
                last.put(intent, JsonText.text(record, "outcome"));
            }
        }
        List<Violation> found = new ArrayList<>();
        for (Fate fate : story.fates()) {
            String kept = fate.kept() == null ? null : last.get(fate.kept().intentId());
            if (kept != null
                    && kept.equals("confirmed") != fate.last().equals(Fate.CONFIRMED)
                    && !kept.equals("unknown")) {
                found.add(new Violation("I16", "The log has " + fate + " as " + kept + ", and it is " + fate.last()));
            }
        }
        return found;
    }

    /** Reads all records of a file, and returns what is wrong with it; empty when nothing is but a torn tail. */
    private static String read(byte[] bytes, List<byte[]> records) {
        int common = Math.min(bytes.length, FORMAT.length);
        if (!Arrays.equals(bytes, 0, common, FORMAT, 0, common)) {
            return "does not begin with the name of the format";
        }
        byte[] before = new byte[HASH];
        int at = FORMAT.length;
        while (at + HEADER <= bytes.length) {
            ByteBuffer block = ByteBuffer.wrap(bytes);
            int length = block.getInt(at);
            boolean sound = block.getInt(at + SUMMED) == crc(bytes, at, SUMMED)
                    && length >= 0
                    && at + HEADER + length <= bytes.length
                    && block.getInt(at + 4) == crc(bytes, at + HEADER, length);
            if (!sound) {
                return ""; // A torn tail, or damage that the client itself has to find: its records are then missing.
            }
            byte[] hash = sha256(before, bytes, at + HEADER, length);
            if (!Arrays.equals(hash, 0, HASH, bytes, at + 8, at + 8 + HASH)) {
                return "has a block at " + at + " that does not follow from the one before";
            }
            ByteBuffer body = ByteBuffer.wrap(bytes, at + HEADER, length);
            while (body.remaining() >= 4) {
                byte[] record = new byte[body.getInt()];
                body.get(record);
                records.add(record);
            }
            before = hash;
            at += HEADER + length;
        }
        return "";
    }

    private static int crc(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    private static byte[] sha256(byte[] before, byte[] bytes, int from, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            digest.update(bytes, from, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
