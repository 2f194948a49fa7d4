package dev.lectern.digest;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;

/** Why a paper is in a digest; every card says so. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public sealed interface Reason {

    /** It is about this topic of the group's, written as the group writes it. */
    @JsonTypeName("topic")
    record FromTopic(String topic) implements Reason {}

    /** Many people like it. */
    @JsonTypeName("trending")
    record Trending(int upvotes) implements Reason {}

    /** Nothing but that it appeared on this list day (UTC). */
    @JsonTypeName("new")
    record New(LocalDate listDay) implements Reason {}
}
