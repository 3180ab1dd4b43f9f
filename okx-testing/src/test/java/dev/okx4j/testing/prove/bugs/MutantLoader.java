package dev.okx4j.testing.prove.bugs;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** Loads this project's classes anew, the changed ones in place of the product's; everything else comes from the parent. */
final class MutantLoader extends URLClassLoader {
    private final Map<String, byte[]> changed;

    MutantLoader(Map<String, byte[]> changed) {
        super(classPath(), MutantLoader.class.getClassLoader());
        this.changed = changed;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        // Moshi makes records of ours with method handles, which may not see two classes of one name.
        if (!name.startsWith("dev.okx4j.") && !name.startsWith("com.squareup.moshi.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                byte[] bytes = changed.get(name);
                loaded = bytes == null ? findClass(name) : defineClass(name, bytes, 0, bytes.length);
            }
            return loaded;
        }
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(MutantLoader::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }
}
