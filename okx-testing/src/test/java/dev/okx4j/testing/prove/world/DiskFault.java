package dev.okx4j.testing.prove.world;

/** How an operation of a disk fails. */
public enum DiskFault {
    /** Nothing is written: the disk is full. */
    FULL,
    /** A part is written. */
    SHORT,
    /** What was written may be on the disk or not. */
    IO
}
