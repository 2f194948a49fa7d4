package dev.lectern.ballot.count;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads PrefLib's files of orders, strictly: what does not hold together throws {@link BrokenFile}. Both headers are read:
 * {@code # KEY: value} (since 2022), of which the three NUMBERs and each ALTERNATIVE NAME must be there and other keys are
 * passed over; and the older one, which is the number of alternatives, a line {@code number,name} for each, and a line
 * {@code voters,sum of counts,unique orders}.
 */
final class PrefLibReader {
    private static final Pattern HEADER = Pattern.compile("#\\s*([^:]*?)\\s*:\\s*(.*)");
    private static final Pattern NAME_KEY = Pattern.compile("ALTERNATIVE NAME\\s+(\\S+)");
    private static final String ALTERNATIVES = "NUMBER ALTERNATIVES";
    private static final String VOTERS = "NUMBER VOTERS";
    private static final String UNIQUE = "NUMBER UNIQUE ORDERS";

    private final String file;
    private final PrefLib.Type type;
    private final List<Line> lines;
    private final Map<String, Line> headers = new LinkedHashMap<>();
    private final Map<Integer, String> names = new TreeMap<>();
    private final List<Bundle> orders = new ArrayList<>();
    private int next;

    /** @param text without white space around */
    private record Line(int number, String text) {}

    private PrefLibReader(String file, PrefLib.Type type, String text) {
        this.file = file;
        this.type = type;
        List<String> all = text.lines().toList();
        this.lines = IntStream.range(0, all.size())
                .mapToObj(i -> new Line(i + 1, all.get(i).strip()))
                .filter(line -> !line.text().isEmpty())
                .toList();
    }

    /** @param file its name, for messages */
    static PrefLib read(String file, PrefLib.Type type, String text) {
        PrefLibReader reader = new PrefLibReader(file, type, text);
        return reader.lines.get(0).text().startsWith("#") ? reader.read() : reader.readOlder();
    }

    private PrefLib read() {
        while (next < lines.size() && lines.get(next).text().startsWith("#")) {
            header(lines.get(next));
            next++;
        }
        int alternatives = alternatives(required(ALTERNATIVES));
        Line voters = required(VOTERS);
        Line unique = required(UNIQUE);
        dataType();
        allNamed(alternatives, required(ALTERNATIVES));
        while (next < lines.size()) {
            Line line = lines.get(next++);
            int colon = line.text().indexOf(':');
            if (line.text().startsWith("#")) {
                throw broken(line, "a header stands after the first order");
            }
            if (colon < 0) {
                throw broken(line, "this is no order, which reads 'count: 1,2,3'");
            }
            order(line, line.text().substring(0, colon), line.text().substring(colon + 1));
        }
        check(voters, number(voters, voters.text(), 0, Profile.MOST_VOTERS), "voters", voters());
        checkUnique(unique, number(unique, unique.text(), 0, Profile.MOST_VOTERS));
        return result(Optional.ofNullable(headers.get("TITLE")).map(Line::text).orElse(""));
    }

    private PrefLib readOlder() {
        Line first = lines.get(next++);
        int alternatives = alternatives(first);
        while (names.size() < alternatives) {
            Line line = line("the names of " + alternatives + " alternatives");
            int comma = line.text().indexOf(',');
            if (comma < 0) {
                throw broken(line, "this is no alternative, which reads 'number,name'");
            }
            name(line, line.text().substring(0, comma).strip(), line.text().substring(comma + 1));
        }
        Line sums = line("the number of voters");
        String[] three = sums.text().split(",", -1);
        if (three.length != 3) {
            throw broken(sums, "this reads not 'voters,sum of counts,unique orders'");
        }
        while (next < lines.size()) {
            Line line = lines.get(next++);
            int comma = line.text().indexOf(',');
            if (comma < 0) {
                throw broken(line, "this is no order, which reads 'count,1,2,3'");
            }
            order(line, line.text().substring(0, comma), line.text().substring(comma + 1));
        }
        number(sums, three[0], 0, Profile.MOST_VOTERS);
        check(sums, number(sums, three[1], 0, Profile.MOST_VOTERS), "voters", voters());
        checkUnique(sums, number(sums, three[2], 0, Profile.MOST_VOTERS));
        return result("");
    }

    private PrefLib result(String title) {
        return new PrefLib(type, title, List.copyOf(names.values()), orders);
    }

    private Line line(String wanted) {
        if (next == lines.size()) {
            throw new BrokenFile(file, lines.get(next - 1).number(), "the file ends before " + wanted);
        }
        return lines.get(next++);
    }

    private void header(Line line) {
        Matcher header = HEADER.matcher(line.text());
        if (!header.matches()) {
            throw broken(line, "this is no header, which reads '# KEY: value'");
        }
        Line value = new Line(line.number(), header.group(2));
        Matcher name = NAME_KEY.matcher(header.group(1));
        if (name.matches()) {
            name(line, name.group(1), value.text());
        } else if (headers.putIfAbsent(header.group(1), value) != null) {
            throw broken(line, "the header " + quoted(header.group(1)) + " is given twice");
        }
    }

    private void name(Line line, String number, String name) {
        int alternative = number(line, number, 1, PrefLib.MOST_ALTERNATIVES);
        if (name.isBlank()) {
            throw broken(line, "alternative " + alternative + " has no name");
        }
        if (names.putIfAbsent(alternative, name.strip()) != null) {
            throw broken(line, "alternative " + alternative + " is named twice");
        }
    }

    private Line required(String key) {
        Line value = headers.get(key);
        if (value == null) {
            throw new BrokenFile(file, BrokenFile.WHOLE, "the header '# " + key + ": ...' is missing");
        }
        return value;
    }

    private int alternatives(Line line) {
        return number(line, line.text(), 1, PrefLib.MOST_ALTERNATIVES);
    }

    private void dataType() {
        Line told = headers.get("DATA TYPE");
        if (told != null && !told.text().isEmpty() && !told.text().equalsIgnoreCase(type.extension())) {
            throw broken(
                    told, "the data type is " + quoted(told.text()) + ", but the file's name says " + type.extension());
        }
    }

    private void allNamed(int alternatives, Line header) {
        for (int alternative = 1; alternative <= alternatives; alternative++) {
            if (!names.containsKey(alternative)) {
                throw broken(
                        header,
                        "there are " + alternatives + " alternatives, but '# ALTERNATIVE NAME " + alternative
                                + ": ...' is missing");
            }
        }
        if (names.size() > alternatives) {
            throw broken(
                    header, "there are " + alternatives + " alternatives, but " + names.size() + " of them have names");
        }
    }

    private void order(Line line, String count, String order) {
        int voters = number(line, count, 1, Profile.MOST_VOTERS);
        Preference.Ranking ranking = new Order(order, names.size(), reason -> broken(line, reason)).ranking();
        if (type.strict() && !PrefLib.isStrict(ranking)) {
            throw broken(line, "two alternatives are tied, but a ." + type.extension() + " file holds strict orders");
        }
        if (type.complete() && ranking.named().size() < names.size()) {
            throw broken(
                    line,
                    "the order names " + ranking.named().size() + " of " + names.size() + " alternatives, but a ."
                            + type.extension() + " file holds complete orders");
        }
        orders.add(new Bundle(voters, ranking));
        if (voters() > Profile.MOST_VOTERS) {
            throw broken(line, "there are more than " + Profile.MOST_VOTERS + " voters");
        }
    }

    private long voters() {
        return orders.stream().mapToLong(Bundle::count).sum();
    }

    private void check(Line line, int told, String what, long found) {
        if (told != found) {
            throw broken(line, told + " " + what + " are told, but the orders' counts add up to " + found);
        }
    }

    /** Some files repeat an order on several lines; then its header may tell either number. */
    private void checkUnique(Line line, int told) {
        Set<Preference> unique = orders.stream().map(Bundle::vote).collect(Collectors.toSet());
        if (told != unique.size() && told != orders.size()) {
            throw broken(line, told + " unique orders are told, but there are " + unique.size());
        }
    }

    private int number(Line line, String text, int least, int most) {
        return WholeNumber.of(text, least, most).orElseThrow(reason -> broken(line, reason));
    }

    private BrokenFile broken(Line line, String reason) {
        return new BrokenFile(file, line.number(), reason);
    }

    private static String quoted(String text) {
        return WholeNumber.quoted(text);
    }
}
