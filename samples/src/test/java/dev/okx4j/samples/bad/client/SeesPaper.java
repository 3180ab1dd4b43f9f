package dev.okx4j.samples.bad.client;

import dev.okx4j.samples.bad.paper.SeesTools;

/** Turns the lowest arrow round. */
public class SeesPaper {
    SeesTools paper = new SeesTools();
}
