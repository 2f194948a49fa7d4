package dev.lectern.crash;

import dev.lectern.crash.Model.Promise;
import dev.lectern.crash.Page.Answer;
import dev.lectern.crash.Page.Button;
import dev.lectern.crash.Page.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who does one thing after the other in their groups, looks at what comes, and tells the model. Only they
 * nominate their papers, cast their votes, join, leave, and say whether they present, so the answers that they got say
 * all about these.
 */
final class Person {
    /** Where the groups are. */
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** Longer than what is said to a click may come after the click itself has failed. */
    private static final Duration LATE_WORDS = Duration.ofSeconds(4);

    private static final Pattern MOMENT = Pattern.compile("<!date\\^(\\d+)\\^");
    private static final Pattern ASKED = Pattern.compile("presenter\\.(accept|decline)/1/[^:/]+:([^/]+)");

    private final int number;
    private final String user;
    private final List<String> channels;
    private final boolean stays;
    private final Page page;
    private final Model model;
    private final List<String> papers = new ArrayList<>();
    private long muddledUntil = System.nanoTime();

    /**
     * @param number by which their papers are told from others', 0 to 9
     * @param stays whether they never leave a group, so that there is always one
     */
    Person(int number, String user, List<String> channels, boolean stays, Page page, Model model) {
        this.number = number;
        this.user = user;
        this.channels = List.copyOf(channels);
        this.stays = stays;
        this.page = page;
        this.model = model;
    }

    /** Does one thing or another. */
    void act(Random random) {
        if (System.nanoTime() - muddledUntil < 0) {
            return;
        }
        String channel = channels.get(random.nextInt(channels.size()));
        int luck = random.nextInt(100);
        if (luck < 55) {
            vote(channel, random);
        } else if (luck < 67) {
            nominate(channel, random);
        } else if (luck < 71) {
            takeBack(channel, random);
        } else if (luck < 81) {
            answerQuestion(random);
        } else if (luck < 85) {
            volunteer(channel);
        } else if (luck < 92) {
            comeOrGo(channel, random);
        } else {
            openVote(channel);
        }
    }

    private void vote(String channel, Random random) {
        Optional<Message> ballot = page.channel(channel).stream()
                .filter(message -> message.id().startsWith("ballot/")
                        && !message.buttons("ballot.vote/").isEmpty())
                .reduce((older, newer) -> newer);
        if (ballot.isEmpty()) {
            nominate(channel, random);
            return;
        }
        Button button = any(ballot.get().buttons("ballot.vote/"), random);
        int presses = random.nextInt(5) == 0 ? 2 : 1;
        for (int i = 0; i < presses && System.nanoTime() - muddledUntil >= 0; i++) {
            vote(channel, ballot.get(), button);
        }
    }

    private void vote(String channel, Message ballot, Button button) {
        String id = ballot.id().substring("ballot/".length());
        Fact.Voted vote = new Fact.Voted(channel, id, button.value(), user);
        Answer answer = page.click(user, ballot, button);
        if (answer.isUnknown()) {
            muddled();
            model.unanswered(vote);
        } else if (answer.came()) {
            model.answered();
            if (answer.text().isEmpty()) {
                model.voted(vote);
            }
        }
    }

    private void nominate(String channel, Random random) {
        boolean again = !papers.isEmpty() && random.nextInt(4) == 0;
        String paper = again ? any(papers, random) : newPaper();
        String text = again && random.nextBoolean()
                ? "nominate " + title(paper)
                : "nominate https://arxiv.org/abs/" + paper + " " + title(paper);
        Fact.Nominated nominated = new Fact.Nominated(channel, typedIn(channel, paper), user);
        Answer answer = page.command(channel, user, text);
        if (answer.isUnknown()) {
            model.unanswered(nominated);
        } else if (answer.came()) {
            model.answered();
            if (answer.text()
                    .matches("(?s)Nominated .*|.*is nominated already, by you.*|.*is (chosen|read) already.*")) {
                model.holds(nominated, true);
            }
        }
    }

    /** No source tells of them: each is the paper of the channel in which its title was typed. */
    private static String typedIn(String channel, String paper) {
        return "T0LECTERN-" + channel + "-" + paper;
    }

    private String newPaper() {
        String paper = String.format("2601.%d%04d", number, papers.size());
        papers.add(paper);
        return paper;
    }

    /** Words that no other title has. */
    private static String title(String paper) {
        return "Zq" + spelled(paper) + " on " + spelled(paper) + "vx";
    }

    private static String spelled(String paper) {
        StringBuilder letters = new StringBuilder();
        paper.substring(5).chars().forEach(digit -> letters.append((char) ('k' + digit - '0')));
        return letters.toString();
    }

    private void takeBack(String channel, Random random) {
        Answer backlog = page.command(channel, user, "backlog");
        if (!backlog.came()) {
            model.unanswered();
            return;
        }
        model.answered();
        List<Message> shown = backlog.messages();
        List<Button> own = shown.stream()
                .flatMap(message -> message.buttons("ballot.drop/").stream())
                .filter(button -> papers.stream()
                        .anyMatch(paper -> typedIn(channel, paper).equals(button.value())))
                .toList();
        if (own.isEmpty()) {
            return;
        }
        Button button = any(own, random);
        Fact.Nominated nominated = new Fact.Nominated(channel, button.value(), user);
        Answer answer = page.click(user, shown.get(0), button);
        if (answer.isUnknown()) {
            muddled();
            model.unanswered(nominated);
        } else if (answer.came()) {
            model.answered();
            if (answer.text().startsWith("Taken off")) {
                model.holds(nominated, false);
            }
        }
    }

    private void answerQuestion(Random random) {
        List<Message> questions = page.direct(user).stream()
                .filter(message -> !message.buttons("presenter.").isEmpty())
                .toList();
        if (questions.isEmpty()) {
            return;
        }
        Message question = questions.get(Math.max(0, questions.size() - 1 - random.nextInt(3)));
        Button button = any(question.buttons("presenter."), random);
        Matcher asked = ASKED.matcher(button.actionId());
        if (!asked.find()) {
            throw new IllegalStateException("a button that people don't know: " + button);
        }
        boolean accepts = asked.group(1).equals("accept");
        Fact.Presents presents = new Fact.Presents(asked.group(2), button.value(), user);
        Answer answer = page.click(user, question, button);
        if (answer.isUnknown()) {
            muddled();
            model.unanswered(presents);
        } else if (answer.came()) {
            model.answered();
            if (answer.text().isEmpty()) {
                model.holds(presents, accepts);
            }
            if (answer.text().isEmpty() && accepts) {
                promiseToPresent(presents);
            }
        }
    }

    private void promiseToPresent(Fact.Presents presents) {
        model.promised(new Promise(presents.channel(), "presenter/" + presents.meeting() + "/" + user));
    }

    private void volunteer(String channel) {
        Answer answer = page.command(channel, user, "present");
        if (answer.isUnknown()) {
            model.offeredToPresent(channel, user);
        } else if (answer.came()) {
            model.answered();
            Matcher moment = MOMENT.matcher(answer.text());
            if (answer.text().startsWith("You present on") && moment.find()) {
                String meeting = Instant.ofEpochSecond(Long.parseLong(moment.group(1)))
                        .atZone(ZONE)
                        .toLocalDate()
                        .toString();
                Fact.Presents presents = new Fact.Presents(channel, meeting, user);
                model.holds(presents, true);
                promiseToPresent(presents);
            }
        }
    }

    private void comeOrGo(String channel, Random random) {
        boolean come = stays || random.nextInt(4) > 0;
        Fact.Member member = new Fact.Member(channel, user);
        Answer answer = page.command(channel, user, come ? "join" : "leave");
        if (!come) {
            model.leaves(channel, user);
        }
        if (answer.isUnknown()) {
            model.unanswered(member);
        } else if (answer.came()) {
            model.answered();
            if (answer.text().matches("(?s)(Welcome|You are a member|You are the last).*")) {
                model.holds(member, true);
            } else if (answer.text().matches("(?s)(You are off|You are not a member).*")) {
                model.holds(member, false);
            }
        }
    }

    private void openVote(String channel) {
        if (page.command(channel, user, "vote").came()) {
            model.answered();
        } else {
            model.unanswered();
        }
    }

    /** What was said too late could be taken for the answer to what is done next. */
    private void muddled() {
        muddledUntil = System.nanoTime() + LATE_WORDS.toNanos();
    }

    private static <T> T any(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    @Override
    public String toString() {
        return user;
    }
}
