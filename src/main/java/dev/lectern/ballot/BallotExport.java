package dev.lectern.ballot;

import dev.lectern.ballot.count.BallotFile;
import dev.lectern.ballot.count.PrefLib;
import dev.lectern.ballot.count.Preference;
import dev.lectern.ballot.count.Profile;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A closed ballot as files: the one that {@code tally} counts again, a table for people, and, of rankings, PrefLib's
 * format, which knows nothing else.
 */
final class BallotExport {
    private static final Texts TEXTS = Texts.of(BallotExport.class);

    private final Ballot ballot;
    private final Votes votes;
    private final Function<PaperId, String> titles;

    private BallotExport(Ballot ballot, Votes votes, Function<PaperId, String> titles) {
        this.ballot = ballot;
        this.votes = votes;
        this.titles = titles;
    }

    /** @param title what it is, in plain text */
    record ExportFile(String name, String title, String content) {}

    /**
     * @param titles of papers, plain text
     * @param names of members, plain text; only asked where everybody may know who voted how
     */
    static List<ExportFile> files(
            Ballot ballot, Votes votes, Function<PaperId, String> titles, Function<UserId, String> names) {
        BallotExport export = new BallotExport(ballot, votes, titles);
        List<ExportFile> files = new ArrayList<>();
        files.add(new ExportFile(
                mainFile(ballot),
                TEXTS.say("record.file.votes"),
                export.ballotFile().write()));
        files.add(new ExportFile(
                stem(ballot) + ".csv",
                TEXTS.say("record.file.table"),
                CsvTable.of(VoteTable.of(ballot, votes, titles, names))));
        export.prefLib().ifPresent(files::add);
        return files;
    }

    /** The name of the file that can be counted again. */
    static String mainFile(Ballot ballot) {
        return stem(ballot) + ".json";
    }

    private static String stem(Ballot ballot) {
        return "ballot-" + ballot.id();
    }

    private String title() {
        return "Which paper on " + ballot.meeting() + "?";
    }

    private BallotFile ballotFile() {
        return new BallotFile(
                title(),
                ballot.rules().method(),
                Optional.of(ballot.seed()),
                ballot.candidates().stream()
                        .map(candidate -> new BallotFile.Nominated(
                                candidate.paper().value(), titles.apply(candidate.paper()), candidate.at()))
                        .toList(),
                Counting.profile(ballot, votes).bundles());
    }

    /** Empty where nobody ranked anything. */
    private Optional<ExportFile> prefLib() {
        Profile profile = Counting.profile(ballot, votes);
        boolean ranked = ballot.rules().method().asks() == Preference.Kind.RANKING;
        if (!ranked || profile.voters() == profile.blank()) {
            return Optional.empty();
        }
        Map<String, String> names = new HashMap<>();
        profile.alternatives().ids().forEach(id -> names.put(id, titles.apply(PaperId.parse(id))));
        PrefLib rankings = PrefLib.of(title(), profile, ballot.seed(), names);
        String file = stem(ballot) + "." + rankings.type().extension();
        return Optional.of(new ExportFile(file, TEXTS.say("record.file.preflib"), rankings.write(file)));
    }
}
