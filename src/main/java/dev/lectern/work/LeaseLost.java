package dev.lectern.work;

/** Another process works for the group by now; whoever finds that stops where it is, and writes nothing more. */
public final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLost(String what) {
        super(what);
    }
}
