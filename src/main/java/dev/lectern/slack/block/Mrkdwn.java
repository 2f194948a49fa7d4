package dev.lectern.slack.block;

import dev.lectern.group.ChannelId;
import dev.lectern.group.UserId;
import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Slack's mrkdwn, made from text that is not to be trusted; see {@code docs.slack.dev/messaging/formatting-message-text}.
 *
 * <p>Arguments called {@code outside} are raw, as a person typed them or a feed brought them; what comes back is
 * finished mrkdwn and must not be passed in a second time. A raw text can neither mention anybody, nor become a link,
 * nor switch formatting on.
 */
public final class Mrkdwn {
    private static final Texts TEXTS = Texts.of(Mrkdwn.class);
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029&&[^\\n]]");
    private static final Pattern TURNS_DIRECTION = Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern HALF_CHARACTER = Pattern.compile("\\p{Cs}");
    private static final Pattern QUOTE = Pattern.compile("(?m)^(\\h*)>");
    private static final String UNSAFE_IN_URL = "<>|\"`{}\\^";

    private Mrkdwn() {}

    /** The three characters that Slack wants escaped, and nothing else; formatting in the text takes effect. */
    public static String escape(String outside) {
        return outside.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /**
     * A raw text on one line, shown as it is: a title, a name.
     *
     * <p>Slack has no way to escape its formatting characters, and an invisible character beside them does not reliably
     * stop them. So those that could open formatting, and only those, are replaced by a sign that looks alike: {@code *}
     * by U+2217, {@code _} by U+FF3F, {@code ~} by U+223C, a backtick by U+02CB. Slack opens formatting only where no
     * letter or digit stands before the sign and no space after it, hence {@code A* search} and {@code snake_case} stay
     * as they are and can be copied.
     */
    public static String line(String outside) {
        return text(outside.replaceAll("\\s+", " ").strip());
    }

    /** Like {@link #line}, but with the text's own line breaks; no more than one empty line in a row. */
    public static String text(String outside) {
        String unix = outside.replace("\r\n", "\n");
        String visible =
                TURNS_DIRECTION.matcher(CONTROL.matcher(unix).replaceAll(" ")).replaceAll("");
        String whole = HALF_CHARACTER.matcher(visible).replaceAll("\uFFFD");
        String unquoted = QUOTE.matcher(whole).replaceAll("$1\u203A");
        return escape(
                unformatted(unquoted).replaceAll("\\n\\h*\\n[\\h\\n]*", "\n\n").strip());
    }

    /** Bold, on one line; nothing for a blank text. */
    public static String bold(String outside) {
        return wrapped(outside, '*');
    }

    /** Italic, on one line; nothing for a blank text. */
    public static String italic(String outside) {
        return wrapped(outside, '_');
    }

    /**
     * A link. A url that is not a proper http or https one gives the label alone, a blank label the url as label. What
     * would end the url early ({@code |}, {@code >}, spaces) is percent-encoded in it.
     */
    public static String link(String url, String outsideLabel) {
        String label = line(outsideLabel);
        String target = encoded(url.strip());
        if (!isWeb(target)) {
            return label;
        }
        return "<" + escape(target) + "|" + (label.isEmpty() ? line(target) : label) + ">";
    }

    /** A mention; it notifies the person. */
    public static String user(UserId user) {
        return "<@" + user + ">";
    }

    /** A channel, by its name, for those who may see it. */
    public static String channel(ChannelId channel) {
        return "<#" + channel + ">";
    }

    /** A person's name without a mention: nobody is notified. */
    public static String userQuiet(String outsideName) {
        return line(outsideName);
    }

    /** A moment, shown to each reader in the reader's own time zone; where Slack cannot, in the given one. */
    public static String date(Instant moment, ZoneId zone) {
        return date(moment, Dates.momentAndZone(moment.atZone(zone)));
    }

    /** A moment, shown to each reader in the reader's own time zone; where Slack cannot, the fallback is shown. */
    public static String date(Instant moment, String outsideFallback) {
        return date(moment, tokens("{date_long}"), outsideFallback);
    }

    /** Like {@link #date(Instant, ZoneId)}, saying today and tomorrow by name; for a deadline. */
    public static String soon(Instant moment, ZoneId zone) {
        return date(moment, tokens("{date_long_pretty}"), Dates.momentAndZone(moment.atZone(zone)));
    }

    /** Slack fills them in as the reader's own Slack writes days and hours; what stands between them is ours. */
    private static String tokens(String day) {
        return TEXTS.say("date.tokens", "day", day, "clock", "{time}");
    }

    private static String date(Instant moment, String tokens, String outsideFallback) {
        return "<!date^" + moment.getEpochSecond() + "^" + tokens + "|" + line(outsideFallback) + ">";
    }

    /** A list with bullets, one mrkdwn text a line. */
    public static String list(Collection<String> mrkdwn) {
        return mrkdwn.stream().map(line -> "• " + line).collect(Collectors.joining("\n"));
    }

    private static String wrapped(String outside, char marker) {
        String inside = line(outside.replace(marker, lookalike(marker)));
        return inside.isEmpty() ? "" : marker + inside + marker;
    }

    private static String unformatted(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            shown.append(sign == '`' || opensFormatting(text, at) ? lookalike(sign) : sign);
        }
        return shown.toString();
    }

    private static boolean opensFormatting(String text, int at) {
        boolean afterWord = at > 0 && Character.isLetterOrDigit(text.codePointBefore(at));
        boolean beforeSpace = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
        return !afterWord && !beforeSpace;
    }

    private static char lookalike(char sign) {
        return switch (sign) {
            case '*' -> '\u2217';
            case '_' -> '\uFF3F';
            case '~' -> '\u223C';
            case '`' -> '\u02CB';
            default -> sign;
        };
    }

    private static String encoded(String url) {
        StringBuilder encoded = new StringBuilder(url.length());
        url.codePoints().forEach(c -> {
            if (mayStandInUrl(c)) {
                encoded.appendCodePoint(c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append(String.format(Locale.ROOT, "%%%02X", b));
                }
            }
        });
        return encoded.toString();
    }

    private static boolean mayStandInUrl(int c) {
        boolean plain = c > ' ' && c < 0x7F && UNSAFE_IN_URL.indexOf(c) < 0;
        return plain || (c > 0x7F && Character.isLetterOrDigit(c));
    }

    private static boolean isWeb(String url) {
        try {
            URI parsed = new URI(url);
            boolean http = "http".equalsIgnoreCase(parsed.getScheme()) || "https".equalsIgnoreCase(parsed.getScheme());
            return http && parsed.getRawAuthority() != null;
        } catch (URISyntaxException notAUrl) {
            return false;
        }
    }
}
