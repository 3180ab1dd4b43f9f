package dev.okx4j.samples.bad.paper;

import dev.okx4j.samples.bad.testing.SeesTools;

/** An exchange that has its faults built in. */
public class BreaksOnPurpose {
    SeesTools faults = new SeesTools();
}
