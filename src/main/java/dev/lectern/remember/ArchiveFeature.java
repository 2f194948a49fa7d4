package dev.lectern.remember;

import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.PaperText;
import dev.lectern.paper.search.PaperSearch.WrongQuery;
import dev.lectern.slack.Click;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.FileMessage;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Modal;
import dev.lectern.text.Texts;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code /papers archive}: everything that a group has read, to be searched, looked into, and taken along as a file. */
public final class ArchiveFeature implements Feature {
    private static final Texts TEXTS = Texts.of(ArchiveFeature.class);
    static final String PAGE = "remember.archive/1";
    private static final String FILES = "remember.export";
    private static final String EXPORT = "export";

    private final GroupStore groups;
    private final ArchiveReader archives;
    private final PaperStore papers;
    private final Changes changes;
    private final Function<UserId, String> names;

    /** @param names how a member is called */
    public ArchiveFeature(
            GroupStore groups,
            ArchiveReader archives,
            PaperStore papers,
            Changes changes,
            Function<UserId, String> names) {
        this.groups = groups;
        this.archives = archives;
        this.papers = papers;
        this.changes = changes;
        this.names = names;
    }

    /**
     * A page that somebody asked for.
     *
     * @param from how many of the newest are skipped
     */
    record Asked(String query, int from) {
        private static final String BETWEEN = " ";

        String write() {
            return from + BETWEEN + query;
        }

        /** @throws IllegalArgumentException for what {@link #write} does not write */
        static Asked read(String text) {
            String[] parts = text.split(BETWEEN, 2);
            int from = Integer.parseInt(parts[0]);
            if (from < 0 || parts.length < 2) {
                throw new IllegalArgumentException("not a page: " + text);
            }
            return new Asked(parts[1], from);
        }
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command("archive", "archive [words]", () -> TEXTS.say("verb.archive"), this::archive);
        routes.button(PAGE, click -> page(click.group(), click.user(), click.value(Asked::read)));
        routes.button(RememberText.NOTES, click -> left(click, LeftModal::notes));
        routes.button(RememberText.QUESTIONS, click -> left(click, LeftModal::questions));
        drawings.registerFiles(FILES, this::files);
    }

    @Override
    public void words(Wording wording) {
        wording.message(FILES, "The table of what the group has read");
    }

    private Reply archive(Command command) {
        return command.rest().toLowerCase(Locale.ROOT).equals(EXPORT)
                ? export(command)
                : page(command.group(), command.user(), new Asked(command.rest(), 0));
    }

    private Reply page(GroupId id, UserId asker, Asked asked) {
        Optional<Group> group = groups.find(id);
        if (group.isEmpty()) {
            return GroupFeature.noGroup();
        }
        try {
            ArchiveQuery query = ArchiveQuery.parse(asked.query());
            List<ReadPaper> admitted = archives.of(group.get()).papers().stream()
                    .filter(read -> query.admits(read, names, asker))
                    .toList();
            Map<PaperId, Paper> known = known(admitted);
            return ArchiveMessages.page(
                    having(query.words(), admitted, known),
                    known,
                    asked,
                    group.get().isOrganizer(asker));
        } catch (WrongQuery e) {
            return ArchiveMessages.help(Optional.ofNullable(e.getMessage()).orElse(""));
        }
    }

    private Map<PaperId, Paper> known(Collection<ReadPaper> read) {
        return papers.findEach(read.stream().map(ReadPaper::paper).distinct().toList());
    }

    private static List<ReadPaper> having(String words, List<ReadPaper> admitted, Map<PaperId, Paper> known) {
        if (words.isEmpty()) {
            return admitted;
        }
        Set<Integer> found = ArchiveWords.matching(
                admitted.stream()
                        .map(read -> texts(read, Optional.ofNullable(known.get(read.paper()))))
                        .toList(),
                words);
        return IntStream.range(0, admitted.size())
                .filter(found::contains)
                .mapToObj(admitted::get)
                .toList();
    }

    private static List<String> texts(ReadPaper read, Optional<Paper> paper) {
        return Stream.of(
                        paper.stream()
                                .flatMap(known -> Stream.of(
                                        PaperText.title(known),
                                        known.abstractText(),
                                        String.join(", ", known.authors()),
                                        String.join(", ", known.keywords()))),
                        read.notes().stream().map(note -> note.text()),
                        read.questions().stream().map(question -> question.text()))
                .flatMap(Function.identity())
                .toList();
    }

    private Reply left(Click click, BiFunction<ReadPaper, Optional<Paper>, Modal> modal) {
        MeetingId meeting = click.value(MeetingId::parse);
        return groups.find(click.subject())
                .flatMap(group -> archives.of(group).of(meeting))
                .map(read -> Reply.opens(modal.apply(read, papers.find(read.paper()))))
                .orElseGet(() -> Reply.onlyToYou(TEXTS.say("left.unknown")));
    }

    private Reply export(Command command) {
        Optional<Group> group = groups.find(command.group());
        if (group.isEmpty()) {
            return GroupFeature.noGroup();
        }
        if (archives.of(group.get()).papers().isEmpty()) {
            return Reply.onlyToYou(TEXTS.say("export.nothing"));
        }
        return changes.once(command.group(), command.request(), Reply.KEPT, change -> {
            String id = FILES + "/" + command.user() + "/" + command.request().value();
            change.send(Outbound.filesTo(id, command.user(), FILES, "all"));
            return Reply.onlyToYou(TEXTS.say("export.begun"));
        });
    }

    private Optional<FileMessage> files(GroupId id, String key) {
        return groups.find(id).map(group -> {
            Archive archive = archives.of(group);
            Map<PaperId, Paper> known = known(archive.papers());
            return new FileMessage(
                    TEXTS.say(
                            "export.file",
                            "channel",
                            line("#" + group.channelName()),
                            "papers",
                            archive.papers().size()),
                    List.of(new FileMessage.NamedFile(
                            "archive.csv",
                            TEXTS.say("export.file.title"),
                            ArchiveTable.of(archive, paper -> Optional.ofNullable(known.get(paper)), names))));
        });
    }
}
