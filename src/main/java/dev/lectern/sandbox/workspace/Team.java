package dev.lectern.sandbox.workspace;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A workspace that the sandbox plays. The same six people are in each, and it begins with channels of the same names.
 *
 * @param id begins with T
 * @param organization the organization of Enterprise Grid that it belongs to
 */
public record Team(String id, String name, String domain, Optional<Organization> organization) {
    /** The one that is always there, and that the page shows. */
    public static final Team FIRST = new Team("T0LECTERN", "Lectern Lab", "lectern-lab", Optional.empty());

    public static final String APP = "A0LECTERN";
    public static final String BOT_NAME = "lectern";

    /** The six people, in the order in which the page offers them. */
    public static final List<Person> PEOPLE = List.of(
            Person.human("U0ADA", "ada", "Ada Moreau", "Europe/Berlin", "b5487a"),
            Person.human("U0BEN", "ben", "Ben Okafor", "Europe/London", "2f7d5b"),
            Person.human("U0CHEN", "chen", "Chen Yulan", "Asia/Shanghai", "3f63b5"),
            Person.human("U0DIYA", "diya", "Diya Raman", "Asia/Kolkata", "a8641c"),
            Person.human("U0EMIL", "emil", "Emil Lindqvist", "Europe/Stockholm", "7a4bb0"),
            Person.human("U0FATIMA", "fatima", "Fatima Haddad", "America/New_York", "1f7f93"));

    private static final List<String> EVERYBODY =
            PEOPLE.stream().map(Person::id).toList();

    /** @param id begins with E */
    public record Organization(String id, String name) {}

    public Team {
        if (!id.matches("T[A-Z0-9]+")) {
            throw new IllegalArgumentException(
                    "A workspace's id is a T and capital letters or digits, not " + id + ".");
        }
    }

    /** Whose installation may let the app in here: the workspace itself, and its organization. */
    public boolean isIn(String owner) {
        return id.equals(owner)
                || organization.filter(some -> some.id().equals(owner)).isPresent();
    }

    /** The app's user; in an organization there is one for all of its workspaces. */
    public String bot() {
        return "U" + home();
    }

    public String botId() {
        return "B" + home();
    }

    private String home() {
        return organization.map(Organization::id).orElse(id).substring(1);
    }

    public Person botPerson() {
        return new Person(bot(), BOT_NAME, "Lectern", ZoneOffset.UTC, "4a154b", Rank.APP, Person.LOCALE, false);
    }

    /** The app is in every channel but the last: there one sees what happens where nobody has invited it. */
    List<Channel> channels() {
        return List.of(
                Channel.open(channel("C0READING"), "reading-group", "One paper a week, read by all", EVERYBODY)
                        .joinedBy(bot()),
                Channel.open(channel("C0GENERAL"), "general", "Everything else", EVERYBODY)
                        .joinedBy(bot()),
                Channel.open(channel("C0VISION"), "vision-papers", "Images and video", EVERYBODY.subList(0, 4))
                        .joinedBy(bot()),
                Channel.open(channel("C0RANDOM"), "random", "Lectern is not invited here", EVERYBODY));
    }

    /** The conversation of that person with the app. */
    public String direct(String person) {
        return "D" + person.substring(1) + (equals(FIRST) ? "" : id.substring(1));
    }

    /** Within an organization no two channels share an id, as Slack has it; elsewhere they do, so that a mix-up shows. */
    public String channel(String usual) {
        return organization.isEmpty() ? usual : usual + id.substring(1);
    }
}
