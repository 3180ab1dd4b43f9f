package dev.okx4j.samples.bad.paper.engine;

import java.io.File;

/** An engine with I/O. */
public class ReadsFile {
    File prices = new File("prices.csv");
}
