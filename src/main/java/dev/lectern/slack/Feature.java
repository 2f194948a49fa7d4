package dev.lectern.slack;

import dev.lectern.work.Steps;

/** One thing that Lectern can do: the one place that knows all of its entry points. */
public interface Feature {
    void register(Routes routes, Steps steps, Drawings drawings);
}
