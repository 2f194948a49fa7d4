package dev.lectern.paper;

/** How far to believe who told something about a paper, the least trusted first. */
public enum Trust {
    /** Typed by a person, such as the title behind a link. */
    TYPED,
    /** From a copy: a page pasted as text, a feed, a list of references. */
    COPIED,
    /** From who keeps the paper or its record: arXiv, Daily Papers, the publisher. */
    SOURCE
}
