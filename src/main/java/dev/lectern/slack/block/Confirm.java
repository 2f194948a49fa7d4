package dev.lectern.slack.block;

/** The question that Slack puts to a person before a button acts: title, text, and the labels of yes and no. */
public record Confirm(PlainText title, PlainText text, PlainText confirm, PlainText deny) {}
