package dev.lectern.work;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/**
 * The present shape of what is kept under a type's name. A type without it has the first. Needed only where an older
 * Lectern would misunderstand what this one writes, or this one what an older one wrote: what is merely added, as an
 * {@link java.util.Optional}, changes no shape.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Shape {
    /** Grows by one with each change; an older Lectern does not guess at it. */
    int version();

    /** Makes of a value of a version the same one of the next version. Has a constructor without parameters. */
    Class<? extends Upgrade> from();

    /** From a version, and the value as JSON, to the value in the next version. */
    interface Upgrade extends BiFunction<Integer, JsonNode, JsonNode> {}
}
