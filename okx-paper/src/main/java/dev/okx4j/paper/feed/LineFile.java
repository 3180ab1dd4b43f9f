package dev.okx4j.paper.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.json.JsonException;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.zip.GZIPInputStream;

/** Reads a file of lines, gzipped or not; an error names the file and the line. */
final class LineFile {

    private LineFile() {}

    /** What is done with a line. */
    interface Reader {

        /**
         * Takes in a line.
         *
         * @throws IllegalArgumentException saying what is wrong with it
         */
        void line(int number, String text);
    }

    /** Reads the lines that are not empty, the first as number 1. */
    static void read(String name, byte[] content, Reader reader) throws IOException {
        InputStream bytes = new ByteArrayInputStream(content);
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(name.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isEmpty()) {
                    line(name, number, line, reader);
                }
            }
        }
    }

    private static void line(String name, int number, String line, Reader reader) throws IOException {
        try {
            reader.line(number, line);
        } catch (IllegalArgumentException | JsonException e) {
            throw new IOException(name + " line " + number + ": " + e.getMessage(), e);
        }
    }

    /** Returns the cells of a line of CSV, whose columns are named in its file's first line. */
    static String[] cells(String line, String header) {
        String[] cells = line.split(",", -1);
        int expected = header.split(",", -1).length;
        if (cells.length != expected) {
            throw new IllegalArgumentException(
                    "there are " + cells.length + " cells, not the " + expected + " of " + header);
        }
        return cells;
    }

    /** Requires a file's first line to be a header. */
    static void requireHeader(String line, String header) {
        if (!line.equals(header)) {
            throw new IllegalArgumentException("the first line must be " + header);
        }
    }
}
