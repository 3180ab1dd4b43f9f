package dev.okx4j.client.internal.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Where requests go: https anywhere, or plain http to this machine alone. */
public final class BaseUrl {
    private final String url;

    private BaseUrl(String url) {
        this.url = url;
    }

    /** Returns the URL when signed requests may go there. */
    public static BaseUrl of(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The base URL is not a URL", e);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (host == null || uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException("The base URL must be a scheme and a host, and perhaps a port");
        }
        if (!uri.getPath().isEmpty() && !uri.getPath().equals("/")) {
            throw new IllegalArgumentException(
                    "The base URL must not have a path: it would not be part of what is signed");
        }
        if (!scheme.equals("https") && !(scheme.equals("http") && isLoopback(host))) {
            throw new IllegalArgumentException("The base URL must be https, or http on this machine: " + host);
        }
        return new BaseUrl(scheme + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
    }

    /** Returns the URL of WebSocket connections: wss anywhere, or plain ws to this machine alone. */
    public static String ofStreams(String text) {
        if (!text.regionMatches(true, 0, "ws", 0, 2)) {
            throw new IllegalArgumentException("The URL of streams must be wss, or ws on this machine");
        }
        return of("http" + text.substring(2)).forStreams();
    }

    /** Returns where the WebSocket connections of the same host go. */
    public String forStreams() {
        return "ws" + url.substring("http".length());
    }

    /** Returns whether it leads to this machine without encryption, as to a paper exchange. */
    public boolean isPlain() {
        return url.startsWith("http:");
    }

    /** Returns whether the name or address is this machine's without asking anyone: a name server could lie. */
    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    @Override
    public String toString() {
        return url;
    }
}
