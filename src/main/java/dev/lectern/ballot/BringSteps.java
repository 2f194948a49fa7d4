package dev.lectern.ballot;

import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.Group;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.paper.Names;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.source.Lookups;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Shorten;
import dev.lectern.work.Change;
import dev.lectern.work.RequestId;
import dev.lectern.work.Step;
import dev.lectern.work.Wording;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks up papers that members bring by a link, nominates them, and tells who brought them. Sources that are down are
 * asked again, for about a day.
 */
final class BringSteps {
    static final String NAME = "paper.bring";

    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(15));

    private static final int REMEMBERED = 200;
    private static final int LONGEST_NAME = 200;

    private final GroupStore groups;
    private final BringStore bringings;
    private final PaperStore papers;
    private final Nominating nominating;
    private final Optional<Function<Names, Lookups.Answer>> lookUp;
    /** The work of a step is done anew when somebody changes the group meanwhile; the question is not put anew. */
    private final Map<String, Lookups.Answer> answers =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Lookups.Answer> eldest) {
                    return size() > REMEMBERED;
                }
            });

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
            Optional<Function<Names, Lookups.Answer>> lookUp) {
        this.groups = groups;
        this.bringings = bringings;
        this.papers = papers;
        this.nominating = nominating;
        this.lookUp = lookUp;
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
        wording.step(
                NAME,
                key -> new Wording.StepWords(
                        "a paper that somebody brought is looked up",
                        "A paper that somebody brought could not be looked up"));
        wording.message(NAME, "The answer to who brought a paper");
    }

    void run(Step step, Change change) {
        Optional<Bringing> bringing = bringings.find(change.group(), step.key());
        Optional<Group> group = groups.find(change.group());
        if (bringing.isPresent() && group.isPresent()) {
            follow(new Task(step.key(), bringing.get(), group.get()), change);
        }
    }

    /** What a step works on. */
    private record Task(String key, Bringing bringing, Group group) {
        String tryOf() {
            return group.id() + " " + key + " " + bringing.tries();
        }
    }

    private void follow(Task task, Change change) {
        Lookups.Answer answer = answer(task);
        if (answer instanceof Lookups.Later later && task.bringing().tries() < WAITS.size()) {
            tryLater(task, change, later);
            return;
        }
        bringings.remove(change, task.key());
        if (answer instanceof Lookups.Told told) {
            PaperId paper = papers.save(told.draft(), change.now()).id();
            papers.find(paper)
                    .filter(found -> !task.bringing().typed())
                    .ifPresent(found -> nominate(task, change, found));
        } else if (answer instanceof Lookups.Untold untold) {
            tell(task, change, "done", notFound(task.bringing().names(), untold.clause()));
        } else if (answer instanceof Lookups.Later later) {
            tell(task, change, "done", notFound(task.bringing().names(), later.clause() + ". I tried for a day"));
        }
    }

    private Lookups.Answer answer(Task task) {
        Lookups.Answer known = answers.get(task.tryOf());
        if (known != null) {
            return known;
        }
        Lookups.Answer answer = lookUp.<Lookups.Answer>map(
                        sources -> sources.apply(task.bringing().names()))
                .orElseGet(() -> new Lookups.Untold("no sources are set up"));
        answers.put(task.tryOf(), answer);
        return answer;
    }

    private void tryLater(Task task, Change change, Lookups.Later later) {
        int tries = task.bringing().tries();
        bringings.save(change, task.key(), task.bringing().oneMoreTry());
        change.schedule(new Step(NAME, task.key(), change.now().plus(WAITS.get(tries))));
        if (tries == 0) {
            tell(
                    task,
                    change,
                    "later",
                    "I could not look up " + written(task.bringing().names()) + " yet: " + line(later.clause())
                            + ". I keep trying, and tell you. With its title behind the link I nominate it at once: "
                            + wayOut());
        }
    }

    private void nominate(Task task, Change change, Paper paper) {
        Reply reply = nominating.nominate(change, task.group(), task.bringing().by(), paper);
        if (reply instanceof Reply.OnlyToYou said) {
            tell(task, change, "done", said.message().text());
        }
    }

    private static String notFound(Names names, String clause) {
        return "I could not look up " + written(names) + ": " + line(clause)
                + ". Check the link, or write the title behind it: " + wayOut();
    }

    private static String wayOut() {
        return "`/papers nominate <link> <its title>`.";
    }

    /** The name as people know it, whatever it holds. */
    static String written(Names names) {
        return line(Shorten.plain(Lookups.written(names), LONGEST_NAME));
    }

    /** Nothing to who wrote the title too: theirs is nominated. */
    private static void tell(Task task, Change change, String what, String mrkdwn) {
        if (!task.bringing().typed()) {
            change.send(Outbound.toMember(
                    NAME + "/" + task.key() + "/" + what,
                    task.bringing().by(),
                    Message.of("*#" + line(task.group().channelName()) + "*: " + mrkdwn)));
        }
    }
}
