package dev.lectern.digest;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lectern.paper.PaperId;
import dev.lectern.taste.Signal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Why a paper is in a digest; every card says so. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public sealed interface Reason {

    /** It is like one to which this happened at that time. */
    @JsonTypeName("like")
    record Like(PaperId paper, String title, Signal.Kind happened, Instant at) implements Reason {}

    /** It is recommended with one that was read at that time. */
    @JsonTypeName("recommended")
    record Recommended(PaperId paper, String title, Instant at) implements Reason {}

    /** Somebody whose picks the group follows brought it to Daily Papers. */
    @JsonTypeName("picked")
    record Picked(String by) implements Reason {}

    /** It is about this topic of the group's, written as the group writes it. */
    @JsonTypeName("topic")
    record FromTopic(String topic) implements Reason {}

    /**
     * Many people like it.
     *
     * @param days in which, the day of the list counted; Lectern 0.1 did not say
     */
    @JsonTypeName("trending")
    record Trending(int upvotes, Optional<Integer> days) implements Reason {
        Trending(int upvotes, int days) {
            this(upvotes, Optional.of(days));
        }
    }

    /** It is far from all that is liked, and good at what it is. */
    @JsonTypeName("explore")
    record Explore() implements Reason {}

    /** Nothing but that it appeared on this list day (UTC). */
    @JsonTypeName("new")
    record New(LocalDate listDay) implements Reason {}
}
