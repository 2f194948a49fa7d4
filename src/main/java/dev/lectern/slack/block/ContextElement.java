package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a context block is made of. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ContextElement permits Text, Picture {}
