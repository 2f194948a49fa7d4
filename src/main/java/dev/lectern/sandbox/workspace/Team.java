package dev.lectern.sandbox.workspace;

import java.time.ZoneOffset;
import java.util.List;

/** The workspace that the sandbox plays: who is in it and which channels it starts with. */
public final class Team {
    public static final String ID = "T0LECTERN";
    public static final String NAME = "Lectern Lab";
    public static final String DOMAIN = "lectern-lab";
    public static final String APP = "A0LECTERN";
    public static final String BOT = "U0LECTERN";
    public static final String BOT_ID = "B0LECTERN";
    public static final String BOT_NAME = "lectern";

    /** The six people, in the order in which the page offers them. */
    public static final List<Person> PEOPLE = List.of(
            Person.human("U0ADA", "ada", "Ada Moreau", "Europe/Berlin", "b5487a"),
            Person.human("U0BEN", "ben", "Ben Okafor", "Europe/London", "2f7d5b"),
            Person.human("U0CHEN", "chen", "Chen Yulan", "Asia/Shanghai", "3f63b5"),
            Person.human("U0DIYA", "diya", "Diya Raman", "Asia/Kolkata", "a8641c"),
            Person.human("U0EMIL", "emil", "Emil Lindqvist", "Europe/Stockholm", "7a4bb0"),
            Person.human("U0FATIMA", "fatima", "Fatima Haddad", "America/New_York", "1f7f93"));

    public static final Person BOT_PERSON =
            new Person(BOT, BOT_NAME, "Lectern", ZoneOffset.UTC, "4a154b", Rank.APP, Person.LOCALE, false);

    private static final List<String> EVERYBODY =
            PEOPLE.stream().map(Person::id).toList();

    /** The bot is in every channel but the last: there one sees what happens where nobody has invited it. */
    static final List<Channel> CHANNELS = List.of(
            Channel.open("C0READING", "reading-group", "One paper a week, read by all", EVERYBODY)
                    .joinedBy(BOT),
            Channel.open("C0GENERAL", "general", "Everything else", EVERYBODY).joinedBy(BOT),
            Channel.open("C0VISION", "vision-papers", "Images and video", EVERYBODY.subList(0, 4))
                    .joinedBy(BOT),
            Channel.open("C0RANDOM", "random", "Lectern is not invited here", EVERYBODY));

    private Team() {}
}
