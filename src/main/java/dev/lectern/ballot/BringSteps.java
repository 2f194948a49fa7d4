package dev.lectern.ballot;

import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.paper.Names;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.source.Lookups;
import dev.lectern.paper.source.TroubleText;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Scene;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Shorten;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Errands;
import dev.lectern.work.Missed;
import dev.lectern.work.RequestId;
import dev.lectern.work.Step;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up papers that members bring by a link, nominates them, and tells who brought them. Sources that are down are
 * asked again, for about a day. While they are asked, the group's other steps go on: what they answer is kept with what
 * was brought, and acted on by the same step.
 */
final class BringSteps {
    private static final Texts TEXTS = Texts.of(BringSteps.class);

    static final String NAME = "paper.bring";

    private static final Logger log = LoggerFactory.getLogger(BringSteps.class);

    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(15));

    /** Whoever asks the sources is dead, if there is no answer by then. */
    private static final Duration ASKED_ANEW = Duration.ofMinutes(1);

    private static final int LONGEST_NAME = 200;

    private final GroupStore groups;
    private final BringStore bringings;
    private final PaperStore papers;
    private final Nominating nominating;
    private final Optional<Function<Names, Lookups.Answer>> lookUp;
    private final Changes changes;

    /** Puts a paper forward for somebody, and says what became of it. */
    interface Nominating {
        Reply nominate(Change change, Group group, UserId by, Paper paper);
    }

    /** @param lookUp empty where no sources are set up: then members are asked for the title */
    BringSteps(
            GroupStore groups,
            BringStore bringings,
            PaperStore papers,
            Nominating nominating,
            Optional<Function<Names, Lookups.Answer>> lookUp,
            Changes changes) {
        this.groups = groups;
        this.bringings = bringings;
        this.papers = papers;
        this.nominating = nominating;
        this.lookUp = lookUp;
        this.changes = changes;
    }

    void register(Steps steps) {
        steps.register(NAME, Missed.DO_LATE, (step, change) -> run(step, change, steps.errands()));
    }

    boolean canLookUp() {
        return lookUp.isPresent();
    }

    /** To be looked up at once; nothing where no sources are set up. */
    void schedule(Change change, RequestId request, Bringing bringing) {
        if (canLookUp()) {
            bringings.save(change, request.value(), bringing);
            change.schedule(new Step(NAME, request.value(), change.now()));
        }
    }

    static void words(Wording wording) {
        wording.step(NAME, key -> new Wording.StepWords(TEXTS.say("bring.ahead"), TEXTS.say("bring.failed")));
        wording.message(NAME, () -> TEXTS.say("bring.message"));
    }

    private void run(Step step, Change change, Errands errands) {
        Optional<Bringing> bringing = bringings.find(change.group(), step.key());
        Optional<Group> group = groups.find(change.group());
        if (bringing.isPresent() && group.isPresent()) {
            Task task = new Task(step.key(), bringing.get(), group.get());
            bringing.get()
                    .heard()
                    .ifPresentOrElse(heard -> follow(task, heard, change), () -> ask(task, change, errands));
        }
    }

    /** What a step works on. */
    private record Task(String key, Bringing bringing, Group group) {
        String errand() {
            return NAME + " " + group.id() + " " + key + " " + bringing.tries();
        }
    }

    /** The step stays planned: should the errand never end, somebody goes on it again. */
    private void ask(Task task, Change change, Errands errands) {
        change.schedule(new Step(NAME, task.key(), change.now().plus(ASKED_ANEW)));
        errands.begin(
                task.errand(), () -> keep(task, Heard.of(answer(task.bringing().names()))));
    }

    private Lookups.Answer answer(Names names) {
        try {
            return lookUp.<Lookups.Answer>map(sources -> sources.apply(names))
                    .orElseGet(() -> new Lookups.Untold("no sources are set up"));
        } catch (RuntimeException e) {
            log.error("the sources could not be asked", e);
            return new Lookups.Later("asking for it failed");
        }
    }

    /** Unless somebody else, who took us for dead, has kept an answer already. */
    private void keep(Task task, Heard heard) {
        GroupId group = task.group().id();
        changes.apply(group, change -> {
            if (bringings
                    .find(group, task.key())
                    .filter(task.bringing()::equals)
                    .isPresent()) {
                bringings.save(change, task.key(), task.bringing().having(heard));
                change.schedule(new Step(NAME, task.key(), change.now()));
            }
            return heard;
        });
    }

    private void follow(Task task, Heard heard, Change change) {
        if (heard.later() && task.bringing().tries() < WAITS.size()) {
            tryLater(task, change, heard.clause());
            return;
        }
        bringings.remove(change, task.key());
        if (heard.told().isPresent()) {
            PaperId paper = papers.save(heard.told().get(), change.now()).id();
            papers.find(paper)
                    .filter(found -> !task.bringing().typed())
                    .ifPresent(found -> nominate(task, change, found));
        } else {
            tell(task, change, "done", () -> notFound(task.bringing().names(), heard));
        }
    }

    private void tryLater(Task task, Change change, String clause) {
        int tries = task.bringing().tries();
        bringings.save(change, task.key(), task.bringing().oneMoreTry());
        change.schedule(new Step(NAME, task.key(), change.now().plus(WAITS.get(tries))));
        if (tries == 0) {
            tell(
                    task,
                    change,
                    "later",
                    () -> TEXTS.say(
                            "bring.later",
                            "name",
                            written(task.bringing().names()),
                            "clause",
                            line(TroubleText.said(clause))));
        }
    }

    private void nominate(Task task, Change change, Paper paper) {
        UserId by = task.bringing().by();
        Reply reply = Scene.forMember(by, () -> nominating.nominate(change, task.group(), by, paper));
        if (reply instanceof Reply.OnlyToYou said) {
            tell(task, change, "done", () -> said.message().text());
        }
    }

    private static String notFound(Names names, Heard heard) {
        return TEXTS.say(
                heard.later() ? "bring.given-up" : "bring.not-found",
                "name",
                written(names),
                "clause",
                line(TroubleText.said(heard.clause())));
    }

    /** The name as people know it, whatever it holds. */
    static String written(Names names) {
        return line(Shorten.plain(Lookups.written(names), LONGEST_NAME));
    }

    /** Nothing to who wrote the title too: theirs is nominated. */
    private static void tell(Task task, Change change, String what, Supplier<String> mrkdwn) {
        if (!task.bringing().typed()) {
            change.send(Outbound.toMember(
                    NAME + "/" + task.key() + "/" + what,
                    task.bringing().by(),
                    () -> Message.of(TEXTS.say(
                            "bring.in", "channel", "#" + line(task.group().channelName()), "sentence", mrkdwn.get()))));
        }
    }
}
