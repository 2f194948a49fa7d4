package dev.lectern.slack;

import dev.lectern.work.Steps;
import dev.lectern.work.Wording;

/** One thing that Lectern can do: the one place that knows all of its entry points. */
public interface Feature {
    void register(Routes routes, Steps steps, Drawings drawings);

    /** Says what people call this feature's steps and messages, if it has any. */
    default void words(Wording wording) {}
}
