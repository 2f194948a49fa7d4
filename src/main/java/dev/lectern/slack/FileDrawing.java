package dev.lectern.slack;

import dev.lectern.group.GroupId;
import java.util.Optional;

/** Makes files from the present state; empty when what they were to hold is gone. */
@FunctionalInterface
public interface FileDrawing {
    Optional<FileMessage> draw(GroupId group, String key);
}
