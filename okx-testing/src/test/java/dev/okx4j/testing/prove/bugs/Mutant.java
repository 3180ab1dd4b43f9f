package dev.okx4j.testing.prove.bugs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles copies of the client's sources in which a bug has been planted. */
final class Mutant {
    private static final Path SOURCES = Path.of("..", "okx-client", "src", "main", "java", "dev", "okx4j", "client");

    private Mutant() {}

    /** Returns the classes of the changed sources, by name. */
    static Map<String, byte[]> compile(List<Edit> edits) {
        Map<String, String> changed = new LinkedHashMap<>();
        for (Edit edit : edits) {
            changed.put(edit.file(), edited(edit, changed.computeIfAbsent(edit.file(), Mutant::source)));
        }
        List<JavaFileObject> units = new ArrayList<>();
        changed.forEach((file, text) -> units.add(new Source(file, text)));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (Memory memory = new Memory(compiler.getStandardFileManager(null, null, null))) {
            List<String> options = List.of(
                    "-classpath",
                    System.getProperty("java.class.path"),
                    "-proc:none",
                    "-parameters",
                    "-nowarn",
                    "--release",
                    "17");
            if (!compiler.getTask(messages, memory, null, options, null, units).call()) {
                throw new IllegalStateException("The planted bug does not compile: " + messages);
            }
            Map<String, byte[]> classes = new HashMap<>();
            memory.classes.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String source(String file) {
        try {
            return Files.readString(SOURCES.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String edited(Edit edit, String text) {
        int at = text.indexOf(edit.before());
        if (at < 0 || text.indexOf(edit.before(), at + 1) >= 0) {
            throw new IllegalStateException(
                    "To plant this bug, " + edit.file() + " has to hold exactly once: " + edit.before());
        }
        return text.replace(edit.before(), edit.after());
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String file, String text) {
            super(URI.create("string:///dev/okx4j/client/" + file), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

        Memory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            classes.put(className, bytes);
            return new SimpleJavaFileObject(URI.create("memory:///" + className), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }
            };
        }
    }
}
