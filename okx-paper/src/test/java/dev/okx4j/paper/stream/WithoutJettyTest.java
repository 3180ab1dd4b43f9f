package dev.okx4j.paper.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class WithoutJettyTest {
    /** Loads this project's classes anew, and finds no class of the server. */
    private static final class NoServer extends URLClassLoader {
        NoServer() {
            super(urls(), WithoutJettyTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.eclipse.jetty")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("dev.okx4j.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? findClass(name) : known;
            }
        }

        private static URL[] urls() {
            List<URL> urls = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                try {
                    urls.add(new File(entry).toURI().toURL());
                } catch (MalformedURLException e) {
                    throw new IllegalStateException(e);
                }
            }
            return urls.toArray(URL[]::new);
        }
    }

    @Test
    void connectionInsideTheProcess_needsNoServer() throws Exception {
        // Not closed: threads of the connection may end after this test has.
        NoServer classes = new NoServer();
        try (AutoCloseable paper = (AutoCloseable) classes.loadClass("dev.okx4j.paper.PaperExchange")
                .getMethod("open")
                .invoke(null)) {
            Interceptor sockets =
                    (Interceptor) paper.getClass().getMethod("webSockets").invoke(paper);
            OkHttpClient http =
                    StreamClient.http().newBuilder().addInterceptor(sockets).build();
            try (StreamClient client = new StreamClient(http, "ws://paper.invalid/ws/v5/public")) {
                assertThat(client.next()).isEqualTo("open");
                client.subscribe("{\"channel\":\"tickers\",\"instId\":\"BTC-USDT-SWAP\"}");
                assertThat(client.row("tickers").get("instId")).isEqualTo("BTC-USDT-SWAP");
            }
            http.dispatcher().executorService().shutdown();
        }
    }
}
