package dev.lectern.paper;

import dev.lectern.group.GroupId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A draft with the keys of its names, which take a while to work out.
 *
 * @param ownId the id that it would get if it were new
 * @param names each of its names by its key, the ones that tell most first
 */
record Named(Draft draft, PaperId ownId, Map<String, Names> names, String titleKey) {
    static Named of(Draft draft) {
        return of(draft, Optional.empty());
    }

    /** @param typedIn the channel whose paper it is alone; empty for everybody's */
    static Named of(Draft draft, Optional<GroupId> typedIn) {
        Map<String, Names> names = new LinkedHashMap<>();
        draft.names().each().forEach(name -> names.put(PaperKeys.name(name, typedIn), name));
        PaperId open = PaperId.of(draft);
        return new Named(
                draft,
                typedIn.map(open::typedIn).orElse(open),
                names,
                PaperKeys.name(draft.normalizedTitle(), typedIn));
    }

    /** The names' keys by which the draft may be known. */
    List<String> keys() {
        return Stream.concat(names.keySet().stream(), Stream.of(titleKey)).toList();
    }
}
