package dev.lectern.slack;

import java.util.HashMap;
import java.util.Map;

/** Which drawings there are. Filled while Lectern is put together, then only read. */
public final class Drawings {
    private final Map<String, Drawing> byName = new HashMap<>();
    private final Map<String, FileDrawing> filesByName = new HashMap<>();

    public void register(String name, Drawing drawing) {
        if (byName.putIfAbsent(name, drawing) != null) {
            throw new IllegalStateException("two features register the drawing " + name);
        }
    }

    public void registerFiles(String name, FileDrawing drawing) {
        if (filesByName.putIfAbsent(name, drawing) != null) {
            throw new IllegalStateException("two features register the files " + name);
        }
    }

    FileDrawing filesNamed(String name) {
        FileDrawing drawing = filesByName.get(name);
        if (drawing == null) {
            throw new IllegalStateException("no feature knows the files " + name);
        }
        return drawing;
    }

    Drawing named(String name) {
        Drawing drawing = byName.get(name);
        if (drawing == null) {
            throw new IllegalStateException("no feature knows the drawing " + name);
        }
        return drawing;
    }
}
