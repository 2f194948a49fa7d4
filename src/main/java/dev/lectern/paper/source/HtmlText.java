package dev.lectern.paper.source;

import dev.lectern.paper.ShortText;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** The plain text of markup; never a script's or a style's. */
final class HtmlText {
    private static final int LONGEST = 500_000;
    /** A title such as {@code Vec<T> explained} has angle brackets of its own. */
    private static final Pattern INLINE = Pattern.compile(
            "</?(?:b|i|em|strong|sub|sup|code|span|a|br|p|u|tt|small|font)(?:\\s[^<>]*)?/?>", Pattern.CASE_INSENSITIVE);

    private HtmlText() {}

    /** One clean line of HTML's text. */
    static String of(String html) {
        Document document = Jsoup.parse(start(html));
        document.select("script, style, noscript, template").remove();
        return ShortText.clean(document.text());
    }

    /** A title, in which there may be a little markup. */
    static String ofTitle(String title) {
        return ShortText.clean(
                Parser.unescapeEntities(INLINE.matcher(start(title)).replaceAll(""), false));
    }

    /** An abstract in the publishers' XML (JATS), without its heading. */
    static String ofJats(String xml) {
        Document document = Jsoup.parse(start(xml), "", Parser.xmlParser());
        document.getAllElements().stream()
                .filter(element -> element.tagName().matches("(?:jats:)?title|(?:mml:)?annotation|(?:jats:)?tex-math"))
                .toList()
                .forEach(element -> element.remove());
        return ShortText.clean(Parser.unescapeEntities(document.text(), false));
    }

    private static String start(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
