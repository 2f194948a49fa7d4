package dev.lectern.web;

import dev.lectern.text.Language;
import dev.lectern.text.Texts;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /calendar/{token}.ics}. Whoever has the token may read, so it stands in no log. Every text that opens nothing is
 * answered alike.
 */
final class CalendarRoute {
    static final String PATH = "/calendar/{file}";

    private static final Texts TEXTS = Texts.of(CalendarRoute.class);

    private static final Logger log = LoggerFactory.getLogger(CalendarRoute.class);
    private static final String ENDING = ".ics";
    private static final String WITHOUT_ALARMS = "off";
    private static final String ASK_AGAIN_SECONDS = "600";

    /** As HTTP writes a date: RFC 9110, section 5.6.7. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Calendars calendars;

    CalendarRoute(Calendars calendars) {
        this.calendars = calendars;
    }

    void answer(Context context) {
        context.header("Cache-Control", "private, no-cache").header("X-Robots-Tag", "noindex");
        String file = context.pathParam("file");
        try {
            calendars
                    .find(token(file), !WITHOUT_ALARMS.equals(context.queryParam("alarms")))
                    .ifPresentOrElse(found -> send(context, found), () -> sayNone(context));
        } catch (RuntimeException e) {
            // A calendar keeps what it has when it gets no answer; from half of one it would take the rest away.
            log.error("a calendar cannot be given just now", e);
            context.status(503).header("Retry-After", ASK_AGAIN_SECONDS).result("");
        }
    }

    private static void sayNone(Context context) {
        Language language = Reader.language(context);
        Reader.told(context, language);
        context.status(404)
                .contentType("text/plain; charset=utf-8")
                .result(Language.speaking(language, () -> TEXTS.say("calendar.none")) + "\n");
    }

    /** What is no file of ours has a token that nobody has. */
    private static String token(String file) {
        return file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : "";
    }

    /** By its tag alone: the name of a channel may change without any meeting in it, which a date would not tell. */
    private static void send(Context context, Calendars.Calendar found) {
        byte[] body = found.text().getBytes(StandardCharsets.UTF_8);
        String tag = tag(body);
        context.header("ETag", tag);
        found.changed().map(CalendarRoute::date).ifPresent(date -> context.header("Last-Modified", date));
        if (isKnown(context, tag)) {
            context.status(304);
            return;
        }
        context.contentType("text/calendar; charset=utf-8")
                .header("Content-Disposition", "inline; filename=\"reading-group.ics\"")
                .result(body);
    }

    /** RFC 9110, section 13.1.2: a weak comparison, of any in a list. */
    private static boolean isKnown(Context context, String tag) {
        return Optional.ofNullable(context.header("If-None-Match")).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .anyMatch(known ->
                        known.equals("*") || known.replaceFirst("^W/", "").equals(tag));
    }

    private static String date(Instant instant) {
        return HTTP_DATE.format(instant);
    }

    private static String tag(byte[] body) {
        return '"' + HexFormat.of().formatHex(DigestUtils.sha256(body), 0, 16) + '"';
    }
}
