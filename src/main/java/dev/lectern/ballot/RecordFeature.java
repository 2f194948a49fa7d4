package dev.lectern.ballot;

import static dev.lectern.slack.block.Mrkdwn.date;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.Click;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.FileMessage;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.text.Texts;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What is kept of votes that are over: how they were counted, the votes as files, and all of them in a list. */
public final class RecordFeature implements Feature {
    private static final Texts TEXTS = Texts.of(RecordFeature.class);
    private static final String FILES = "ballot.export";

    private final GroupStore groups;
    private final BallotStore ballots;
    private final PaperStore papers;
    private final Changes changes;
    private final Function<UserId, String> names;
    private final HistoryMessages history;

    /** @param names how a member is called */
    public RecordFeature(
            GroupStore groups,
            BallotStore ballots,
            PaperStore papers,
            Changes changes,
            Function<UserId, String> names) {
        this.groups = groups;
        this.ballots = ballots;
        this.papers = papers;
        this.changes = changes;
        this.names = names;
        this.history = new HistoryMessages(papers::find);
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.button(RecordText.COUNTED, click -> ofClosed(click, this::counted));
        routes.button(RecordText.EXPORT, click -> ofClosed(click, (group, ballot) -> export(click, ballot)));
        routes.button(RecordText.HISTORY, click -> history(click.group(), click.value(RecordFeature::number)));
        drawings.registerFiles(FILES, this::files);
    }

    @Override
    public void words(Wording wording) {
        wording.message(FILES, () -> TEXTS.say("words.files"));
    }

    /** The group's past votes, for whoever asks. */
    public Reply history(Command command) {
        return history(command.group(), 0);
    }

    private Reply history(GroupId id, int from) {
        return groups.find(id)
                .map(group -> history.page(ballots.readable(id), group, from))
                .orElseGet(GroupFeature::noGroup);
    }

    /** What a button without a value means, too. */
    private static int number(String value) {
        int number = value.isEmpty() ? 0 : Integer.parseInt(value);
        if (number < 0) {
            throw new IllegalArgumentException("to skip " + number);
        }
        return number;
    }

    private Reply ofClosed(Click click, BiFunction<Group, Ballot, Reply> then) {
        BallotId id = click.argument(BallotId::parse);
        Optional<Group> group = groups.find(click.group());
        Optional<Ballot> ballot = group.flatMap(known -> ballots.find(known.id(), id));
        if (ballot.isEmpty()) {
            return Reply.onlyToYou(TEXTS.say("record.gone"));
        }
        return switch (ballot.get().state()) {
            case OPEN ->
                Reply.onlyToYou(TEXTS.say(
                        "record.open",
                        "closes",
                        date(ballot.get().closes(), group.get().settings().zone())));
            case CANCELLED -> Reply.onlyToYou(TEXTS.say("record.cancelled"));
            case CLOSED -> then.apply(group.get(), ballot.get());
        };
    }

    private Reply counted(Group group, Ballot ballot) {
        Votes votes = ballots.votes(group.id(), ballot.id());
        return Reply.opens(CountedModal.of(
                ballot, Counting.count(ballot, votes), id -> PaperText.link(papers.get(PaperId.parse(id)))));
    }

    private Reply export(Click click, Ballot ballot) {
        return changes.once(click.group(), click.request(), Reply.KEPT, change -> {
            String id = FILES + "/" + ballot.id() + "/" + click.user() + "/"
                    + click.request().value();
            change.send(Outbound.filesTo(id, click.user(), FILES, ballot.id().value()));
            return Reply.onlyToYou(TEXTS.say("record.exported"));
        });
    }

    private Optional<FileMessage> files(GroupId group, String key) {
        return groups.find(group)
                .flatMap(known -> ballots.find(group, BallotId.parse(key))
                        .filter(ballot -> ballot.state() == BallotState.CLOSED)
                        .map(ballot -> files(known, ballot)));
    }

    private FileMessage files(Group group, Ballot ballot) {
        Votes votes = ballots.votes(group.id(), ballot.id());
        String day =
                PaperText.day(ballot.closes().atZone(group.settings().zone()).toLocalDate());
        return new FileMessage(
                TEXTS.say(
                        "record.files",
                        "channel",
                        line("#" + group.channelName()),
                        "day",
                        day,
                        "whose",
                        whose(ballot),
                        "file",
                        BallotExport.mainFile(ballot)),
                BallotExport.files(ballot, votes, id -> PaperText.title(papers.get(id)), names).stream()
                        .map(file -> new FileMessage.NamedFile(file.name(), file.title(), file.content()))
                        .toList());
    }

    private static String whose(Ballot ballot) {
        return TEXTS.say(ballot.rules().secrecy() == Secrecy.OPEN ? "record.files.open" : "record.files.not-open");
    }
}
