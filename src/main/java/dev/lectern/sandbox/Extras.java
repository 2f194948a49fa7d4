package dev.lectern.sandbox;

import java.util.List;

/** Stands in for the members whom nobody plays, so that a visitor alone can watch a group at work. */
@FunctionalInterface
public interface Extras {

    /**
     * Every member but one does what they would do now, as people do it: by clicks and commands.
     *
     * @param visitor the member whom the visitor plays
     * @return what they did, a sentence each; empty when there was nothing to do
     */
    List<String> act(String visitor);
}
