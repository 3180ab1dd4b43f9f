package dev.okx4j.testing.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Two workers that live through many worlds, each world on one thread. */
final class Crew {
    private static final int WORKERS = 2;
    private static final int PORTION = 16;

    private Crew() {}

    /** Returns what each number comes to, in order. */
    static <T> List<T> each(int count, IntFunction<T> work) {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<List<T>>> portions = new ArrayList<>();
            for (int from = 0; from < count; from += PORTION) {
                int begin = from;
                int end = Math.min(count, from + PORTION);
                portions.add(workers.submit(() -> {
                    List<T> done = new ArrayList<>();
                    for (int i = begin; i < end; i++) {
                        done.add(work.apply(i));
                    }
                    return done;
                }));
            }
            List<T> all = new ArrayList<>();
            for (Future<List<T>> portion : portions) {
                all.addAll(portion.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            workers.shutdownNow();
        }
    }
}
