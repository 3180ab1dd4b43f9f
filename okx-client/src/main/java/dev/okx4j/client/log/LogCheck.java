package dev.okx4j.client.log;

/**
 * What a log that is not damaged holds.
 *
 * @param records how many records
 * @param head the hash of the last record, and through it of all before, in hexadecimal: who noted it earlier sees whether
 *     records at the end were taken away since; 64 zeros when there is none
 * @param tornBytes how many bytes of a write that a crash cut short lie at the end
 */
public record LogCheck(long records, String head, long tornBytes) {}
