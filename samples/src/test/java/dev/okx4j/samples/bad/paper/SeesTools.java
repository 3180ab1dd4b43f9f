package dev.okx4j.samples.bad.paper;

import dev.okx4j.samples.bad.tools.SeesEverything;

/** An exchange that knows who trades on it. */
public class SeesTools {
    SeesEverything tools = new SeesEverything();
}
