package dev.lectern.sandbox.workspace;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Uploaded files. A place for one is forgotten with the process; what was uploaded is kept, and seen by nobody before it
 * is shared. Any thread may use it.
 */
public final class Files {
    private static final String FILES = "files";

    private final WorkspaceStore store;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Uploaded> files = new HashMap<>();

    /** Where one file may be brought, once. */
    public record Place(String token, String fileId, String name, int length) {}

    /**
     * A file.
     *
     * @param base64 what it holds
     * @param shared whether it belongs to a message, and can be no other's any more
     */
    public record Uploaded(String id, String name, String base64, boolean shared) {
        public byte[] content() {
            return Base64.getDecoder().decode(base64);
        }

        ObjectNode toStored() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("id", id)
                    .put("name", name)
                    .put("base64", base64)
                    .put("shared", shared);
        }

        static Uploaded fromStored(JsonNode stored) {
            return new Uploaded(
                    stored.path("id").asString(),
                    stored.path("name").asString(),
                    stored.path("base64").asString(),
                    stored.path("shared").asBoolean());
        }
    }

    Files(WorkspaceStore store) {
        this.store = store;
        store.read(FILES).forEach((id, stored) -> files.put(id, Uploaded.fromStored(stored)));
    }

    public synchronized Place place(String name, int length) {
        Place place = new Place(Ids.next(""), Ids.next("F"), name, length);
        places.put(place.token(), place);
        return place;
    }

    /** Empty where there is no such place, or not for so many bytes; then the place stays. */
    public synchronized Optional<Uploaded> upload(String token, byte[] content) {
        Place place = places.get(token);
        if (place == null || place.length() != content.length) {
            return Optional.empty();
        }
        places.remove(token);
        return Optional.of(keep(
                new Uploaded(place.fileId(), place.name(), Base64.getEncoder().encodeToString(content), false)));
    }

    public synchronized Optional<Uploaded> find(String id) {
        return Optional.ofNullable(files.get(id));
    }

    public synchronized void share(Uploaded file) {
        keep(new Uploaded(file.id(), file.name(), file.base64(), true));
    }

    private Uploaded keep(Uploaded file) {
        store.write(List.of(Change.put(FILES, file.id(), file.toStored())));
        files.put(file.id(), file);
        return file;
    }
}
