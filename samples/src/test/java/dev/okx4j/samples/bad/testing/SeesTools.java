package dev.okx4j.samples.bad.testing;

import dev.okx4j.samples.bad.tools.SeesEverything;

/** A test kit that needs the tools. */
public class SeesTools {
    SeesEverything tools = new SeesEverything();
}
