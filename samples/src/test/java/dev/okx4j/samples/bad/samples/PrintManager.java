package dev.okx4j.samples.bad.samples;

import java.time.Instant;

/** Prints, reads the wall clock, and is called a manager. */
public class PrintManager {
    void print() {
        System.out.println(Instant.now());
    }
}
