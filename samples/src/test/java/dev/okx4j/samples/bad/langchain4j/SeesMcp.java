package dev.okx4j.samples.bad.langchain4j;

/** An adapter that looks back. */
public class SeesMcp {
    Class<?> neighbour = dev.okx4j.samples.bad.mcp.SeesLangchain4j.class;
}
