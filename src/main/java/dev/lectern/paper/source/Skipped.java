package dev.lectern.paper.source;

/**
 * A row that was left out.
 *
 * @param row counted from 1
 * @param why a clause for a person, such as "it has no title"
 */
public record Skipped(int row, String why) {}
