package dev.lectern.crash;

/** Something that one person brings about alone, by what they ask for, one thing after the other. */
sealed interface Fact {
    String channel();

    record Member(String channel, String user) implements Fact {}

    /** The paper is on the backlog, put there by that person, or a meeting has chosen it from there. */
    record Nominated(String channel, String paper, String user) implements Fact {}

    record Voted(String channel, String ballot, String paper, String user) implements Fact {}

    record Presents(String channel, String meeting, String user) implements Fact {}
}
