package dev.lectern.work;

/**
 * What a step does: reads the group, writes to the change what follows. It may be called again when somebody else
 * changed the group meanwhile, so it has no effect but through the change.
 */
@FunctionalInterface
public interface StepHandler {
    void run(Step step, Change change);
}
