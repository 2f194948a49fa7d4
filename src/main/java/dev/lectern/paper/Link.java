package dev.lectern.paper;

/** Where to read on. */
public record Link(String label, String url) {}
