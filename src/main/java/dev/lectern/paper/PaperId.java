package dev.lectern.paper;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Which paper: one id for one paper, whatever link it came by. */
public record PaperId(@JsonValue String value) {

    @JsonCreator
    public PaperId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a paper's id is empty");
        }
    }

    /** Reads the text form that {@link #toString} gives. */
    public static PaperId parse(String text) {
        return new PaperId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
