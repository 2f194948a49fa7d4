package dev.lectern.ballot.count;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A file of ballots, ready to be counted again.
 *
 * @param file its name
 * @param names of the alternatives by id, each of its own: where several share one, their ids are added
 * @param profile a PrefLib file, which tells no nominations, has its alternatives nominated in the order of its header
 * @param method the one that the file names
 * @param seed the one that the file names
 * @param tellsNominations whether the file does
 */
public record Recount(
        String file,
        Map<String, String> names,
        Profile profile,
        Optional<Method> method,
        Optional<String> seed,
        boolean tellsNominations) {
    /** Larger files are refused. */
    public static final int MOST_BYTES = TextFile.MOST_BYTES;

    public Recount {
        names = InOrder.map(names);
    }

    /**
     * Reads PrefLib's .soc, .soi, .toc and .toi, told by the name, and else Lectern's own export.
     *
     * @param file its name
     * @throws BrokenFile where it is not what it should be
     */
    public static Recount read(String file, byte[] bytes) {
        String text = TextFile.text(file, bytes);
        return PrefLib.Type.ofFile(file)
                .map(type -> of(file, PrefLibReader.read(file, type, text)))
                .orElseGet(() -> ownExport(file, text));
    }

    private static Recount ownExport(String file, String text) {
        if (!text.stripLeading().startsWith("{")) {
            throw new BrokenFile(
                    file,
                    BrokenFile.WHOLE,
                    file.toLowerCase(Locale.ROOT).endsWith(".json")
                            ? "this is no JSON object"
                            : "only PrefLib's .soc, .soi, .toc and .toi and Lectern's own JSON can be counted");
        }
        BallotFile ballot = BallotFileReader.read(file, text);
        return new Recount(
                file, distinct(ballot.titles()), ballot.profile(), Optional.of(ballot.method()), ballot.seed(), true);
    }

    private static Recount of(String file, PrefLib preflib) {
        Map<String, String> names = new LinkedHashMap<>();
        preflib.ids().forEach(id -> names.put(id, preflib.names().get(names.size())));
        Profile profile = new Profile(Alternatives.inOrder(preflib.ids()), preflib.orders());
        return new Recount(file, distinct(names), profile, Optional.empty(), Optional.empty(), false);
    }

    private static Map<String, String> distinct(Map<String, String> names) {
        Map<String, Integer> times = new HashMap<>();
        names.values().forEach(name -> times.merge(name, 1, Integer::sum));
        Map<String, String> distinct = new LinkedHashMap<>();
        names.forEach((id, name) ->
                distinct.put(id, times.getOrDefault(name, 0) == 1 && !name.isBlank() ? name : name + " (" + id + ")"));
        return distinct;
    }

    /**
     * The ballots as the method takes them, and counted.
     *
     * @param seedInstead the lot's seed; where the file tells no nominations, none then counts as earlier than another, so
     *     that the lot alone breaks ties
     * @throws Converted.Impossible where the ballots do not tell what the method asks for
     */
    public Outcome count(Method by, Optional<String> seedInstead) {
        Profile converted = Converted.to(by.asks(), profile);
        String drawnBy = seedInstead.or(this::seed).orElse("");
        return by.count(
                seedInstead.isEmpty() || tellsNominations
                        ? converted
                        : new Profile(Alternatives.atOnce(profile.alternatives().ids()), converted.bundles()),
                drawnBy);
    }

    /** The methods that can count these ballots. */
    public List<Method> methods() {
        return List.of(Method.values()).stream().filter(this::canBeCountedBy).toList();
    }

    private boolean canBeCountedBy(Method by) {
        try {
            Converted.to(by.asks(), profile);
            return true;
        } catch (Converted.Impossible e) {
            return false;
        }
    }

    /** How many voters voted blank, or so that their ballots tell this method nothing. */
    public int blank(Method by) {
        return Converted.to(by.asks(), profile).blank();
    }

    /** What to call an alternative. */
    public String name(String id) {
        return InOrder.at(names, id);
    }
}
