package dev.lectern.work;

/** A value that is kept cannot be understood; the message names it and the way out, and never repeats the value. */
public final class UnreadableState extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UnreadableState(String sentence) {
        super(sentence);
    }

    /** The exception itself is left out, since it may quote what people wrote. */
    public static UnreadableState corrupt(String what, RuntimeException why) {
        return new UnreadableState("a " + what + " that is kept cannot be read ("
                + why.getClass().getSimpleName() + "): take it from a backup, or restore the newest one");
    }
}
