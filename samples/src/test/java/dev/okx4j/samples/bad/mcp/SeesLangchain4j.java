package dev.okx4j.samples.bad.mcp;

/** An adapter that looks at its neighbour. */
public class SeesLangchain4j {
    dev.okx4j.samples.bad.langchain4j.SeesMcp neighbour = new dev.okx4j.samples.bad.langchain4j.SeesMcp();
}
