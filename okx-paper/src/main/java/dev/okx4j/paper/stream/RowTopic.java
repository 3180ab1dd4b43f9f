package dev.okx4j.paper.stream;

import dev.okx4j.client.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A market channel whose pushes are the rows that REST answers at that moment, pushed when they have changed. */
final class RowTopic extends Topic {
    private final Function<Moment, List<?>> rows;
    private final String head;
    private final boolean onlyChanged;
    private Map<Object, Map<String, Object>> last = new LinkedHashMap<>();

    /**
     * Makes a channel.
     *
     * @param rows the rows of REST
     * @param arg what every follower has subscribed to
     * @param onlyChanged whether a push has the changed rows only, rather than all
     */
    RowTopic(Function<Moment, List<?>> rows, Arg arg, Duration distance, Duration heartbeat, boolean onlyChanged) {
        super(distance, heartbeat);
        this.rows = rows;
        this.head = "{\"arg\":" + arg.json() + ",\"data\":";
        this.onlyChanged = onlyChanged;
    }

    @Override
    void welcome(Connection newcomer, Moment now) {
        List<?> found = rows.apply(now);
        if (isFirst()) {
            last = known(found);
        }
        if (!found.isEmpty()) {
            newcomer.push(frame(found));
        }
    }

    @Override
    boolean publish(Moment now, boolean heartbeat) {
        List<?> found = rows.apply(now);
        Map<Object, Map<String, Object>> current = known(found);
        List<Object> changed = new ArrayList<>();
        int number = 0;
        for (Map.Entry<Object, Map<String, Object>> entry : current.entrySet()) {
            if (!entry.getValue().equals(last.get(entry.getKey()))) {
                changed.add(found.get(number));
            }
            number++;
        }
        last = current;
        List<?> pushed = onlyChanged ? changed : heartbeat || !changed.isEmpty() ? found : List.of();
        if (pushed.isEmpty()) {
            return false;
        }
        toAll(frame(pushed));
        return true;
    }

    private Frame frame(List<?> rows) {
        String text = head + Json.write(rows) + "}";
        return onlyChanged ? Frame.of(text) : Frame.latest(this, text);
    }

    /** Returns the rows by what they are about, without their times: a row that differs in its time only is not news. */
    private static Map<Object, Map<String, Object>> known(List<?> rows) {
        Map<Object, Map<String, Object>> known = new LinkedHashMap<>();
        for (Object row : rows) {
            Map<String, Object> copy = new LinkedHashMap<>();
            ((Map<?, ?>) row).forEach((name, value) -> {
                if (!name.equals("ts")) {
                    copy.put((String) name, value);
                }
            });
            known.put(copy.getOrDefault("instId", known.size()), copy);
        }
        return known;
    }
}
