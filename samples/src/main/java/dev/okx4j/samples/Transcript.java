package dev.okx4j.samples;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A conversation on paper: who said what, which tool was called with what, and the facts that came back. */
final class Transcript {
    private static final int COLUMNS = 100;
    private static final int SPEAKER = 11;
    private static final String DIM = "\u001b[2m";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintStream out;
    private final boolean coloured;

    /** Begins a transcript; colours are for a terminal only. */
    Transcript(PrintStream out, boolean coloured) {
        this.out = out;
        this.coloured = coloured;
    }

    /** Writes a paragraph that nobody speaks, after an empty line. */
    void heading(String text) {
        out.println();
        note(text);
    }

    /** Writes a paragraph that nobody speaks; a list item hangs under its mark. */
    void note(String text) {
        List<String> lines = wrap(text, COLUMNS - 2);
        for (int i = 0; i < lines.size(); i++) {
            out.println((i > 0 && text.startsWith("* ") ? "  " : "") + lines.get(i));
        }
    }

    /** Writes a path, whole however long it is. */
    void path(Path path) {
        out.println("  " + path);
    }

    /** Writes what the user asks, after an empty line. */
    void user(String text) {
        out.println();
        speak("User", text, BOLD);
    }

    /** Writes what the assistant says. */
    void assistant(String text) {
        speak("Assistant", text, "");
    }

    /** Writes a tool call: its name and its arguments. */
    void call(String tool, Map<String, ?> arguments) {
        String line = tool
                + arguments.entrySet().stream()
                        .map(argument -> " " + argument.getKey() + "=" + argument.getValue())
                        .collect(Collectors.joining());
        List<String> lines = wrap(line, COLUMNS - SPEAKER - 2);
        for (int i = 0; i < lines.size(); i++) {
            out.println(styled(DIM, (i == 0 ? "  > " : "      ") + lines.get(i)));
        }
    }

    /** Writes rows of facts, their columns aligned; a cell that starts like a number is set flush right. */
    void facts(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(" ".repeat(SPEAKER));
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                String room = " ".repeat(widths[i] - cell.length());
                line.append(i > 0 && cell.matches("[-+]?[0-9].*") ? room + cell : cell + room)
                        .append("  ");
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private void speak(String who, String text, String style) {
        List<String> lines = wrap(text, COLUMNS - SPEAKER);
        for (int i = 0; i < lines.size(); i++) {
            String label = i == 0 ? who : "";
            out.println(styled(style, label + " ".repeat(SPEAKER - label.length()) + lines.get(i)));
        }
    }

    private String styled(String style, String line) {
        return coloured && !style.isEmpty() ? style + line + PLAIN : line;
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
