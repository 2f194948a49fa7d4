package dev.lectern.sandbox.api;

import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** A method of the Web API: its name, how often it may be called, and what answers it; refusals are thrown. */
record ApiMethod(String name, Pace pace, Function<Arguments, ObjectNode> answer) {}
