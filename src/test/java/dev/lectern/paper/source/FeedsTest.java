package dev.lectern.paper.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Doi;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Listing;
import dev.lectern.paper.Names;
import dev.lectern.paper.PaperList;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-03-10T23:30:00Z"));
    private static final LocalDate TODAY = LocalDate.of(2024, 3, 10);
    private static final String RSS = "application/rss+xml";

    private static final String BLOG = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
                 xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">
            <channel><title>Notes &amp;amp; Queries</title><link>https://blog.example.org/</link>
            <item><title>Why &lt;em&gt;agents&lt;/em&gt; forget &amp;amp; why Vec&lt;T&gt; does not</title>
              <link>https://blog.example.org/forget?utm_source=rss#top</link>
              <author>ada@example.org (Ada Lovelace)</author>
              <pubDate>Sat, 09 Mar 2024 23:30:00 -0200</pubDate>
              <description>&lt;p&gt;We wrote&amp;nbsp;this.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;See
                &lt;a href="https://arxiv.org/abs/1810.04805"&gt;BERT&lt;/a&gt;.&lt;/p&gt;</description></item>
            <item><title>A journal's paper</title><link>https://journal.example.org/a/1</link>
              <dc:creator>Okafor, Ben</dc:creator><dc:creator>Chen Yulan</dc:creator>
              <prism:doi>10.1038/s41586-021-03819-2</prism:doi><pubDate>Fri, 08 Mar 2024 00:00:00 GMT</pubDate></item>
            <item><title>No day</title><link>/relative/post</link></item>
            <item><title>From tomorrow</title><guid>https://blog.example.org/tomorrow</guid>
              <pubDate>Wed, 13 Mar 2024 10:00:00 GMT</pubDate></item>
            <item><link>https://blog.example.org/untitled</link></item>
            </channel></rss>
            """;

    private static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>List</title>
            <entry><title type="text">Attention Is All You &lt;Need&gt;</title><id>tag:example.org,2024:1</id>
              <link rel="alternate" href="https://arxiv.org/abs/1706.03762v7"/>
              <updated>2024-03-09T10:00:00Z</updated>
              <author><name>Ashish Vaswani</name><email>someone@example.org</email></author>
              <author><name>Noam Shazeer</name></author>
              <summary>Ours.</summary></entry>
            </feed>
            """;

    private static final String RDF = """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                     xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://x.example.org"><title>X</title><link>https://x.example.org</link>
              <description>d</description></channel>
            <item rdf:about="https://x.example.org/1"><title>One</title><link>https://x.example.org/1</link>
              <dc:creator>Ada Lovelace, Ben Okafor and Chen Yulan</dc:creator><dc:date>2024-02-05</dc:date>
              <dc:identifier>doi:10.1145/3292500.3330701</dc:identifier></item>
            </rdf:RDF>
            """;

    private final LocalSite site = new LocalSite();
    private final Feeds feeds = new Feeds(site, CLOCK, 50);

    @AfterEach
    void stop() {
        site.close();
    }

    private Feeds.Feed read(String body) throws SourceTrouble {
        return feeds.read(site.lay("/feed", RSS, body).address("/feed"));
    }

    @Test
    void a_blogs_posts_are_papers_of_its_list_newest_first() throws SourceTrouble {
        Feeds.Feed feed = read(BLOG);
        assertThat(feed.title()).isEqualTo("Notes & Queries");
        assertThat(feed.address()).isEqualTo(site.address("/feed"));
        assertThat(feed.reading().papers())
                .extracting(Draft::title)
                .containsExactly(
                        "Why agents forget & why Vec<T> does not", "No day", "From tomorrow", "A journal's paper");
        PaperList list = PaperList.feed(site.address("/feed"));
        assertThat(feed.reading().papers())
                .extracting(Draft::listings)
                .containsExactly(
                        List.of(new Listing(list, TODAY)),
                        List.of(new Listing(list, TODAY)),
                        List.of(new Listing(list, TODAY)),
                        List.of(new Listing(list, LocalDate.of(2024, 3, 8))));
        assertThat(feed.reading().skipped()).containsExactly(new Skipped(5, "it has no title"));
    }

    @Test
    void a_posts_text_is_plain_and_its_links_are_not_its_name() throws SourceTrouble {
        Draft post = read(BLOG).reading().papers().get(0);
        assertThat(post.abstractText()).isEqualTo("We wrote this. See BERT.");
        assertThat(post.names()).isEqualTo(Names.NONE.withPage("https://blog.example.org/forget"));
        assertThat(post.authors().names()).containsExactly("Ada Lovelace");
        assertThat(post.published()).contains(TODAY);
    }

    @Test
    void names_come_from_links_and_marked_dois_and_relative_links_from_the_feeds_address() throws SourceTrouble {
        List<Draft> papers = read(BLOG).reading().papers();
        assertThat(papers.get(1).names().page()).contains(site.address("/relative/post"));
        assertThat(papers.get(2).names().page()).contains("https://blog.example.org/tomorrow");
        assertThat(papers.get(3).names())
                .isEqualTo(Names.NONE
                        .withDoi(new Doi("10.1038/s41586-021-03819-2"))
                        .withPage("https://journal.example.org/a/1"));
        assertThat(papers.get(3).authors().names()).containsExactly("Ben Okafor", "Chen Yulan");
    }

    @Test
    void atom_is_read_with_its_own_kinds_of_text() throws SourceTrouble {
        Draft attention = read(ATOM).reading().papers().get(0);
        assertThat(attention.title()).isEqualTo("Attention Is All You <Need>");
        assertThat(attention.names()).isEqualTo(Names.NONE.withArxiv(new ArxivId("1706.03762")));
        assertThat(attention.authors().names()).containsExactly("Ashish Vaswani", "Noam Shazeer");
        assertThat(attention.published()).isEmpty();
        assertThat(attention.listings().get(0).day()).isEqualTo(LocalDate.of(2024, 3, 9));
    }

    @Test
    void rss_1_is_read_with_dublin_core() throws SourceTrouble {
        Draft one = read(RDF).reading().papers().get(0);
        assertThat(one.names().doi()).contains(new Doi("10.1145/3292500.3330701"));
        assertThat(one.authors().names()).containsExactly("Ada Lovelace", "Ben Okafor", "Chen Yulan");
        assertThat(one.published()).contains(LocalDate.of(2024, 2, 5));
    }

    @Test
    void of_a_long_feed_the_newest_are_taken() throws SourceTrouble {
        StringBuilder items = new StringBuilder();
        for (int day = 1; day <= 9; day++) {
            items.append("<item><title>Post ")
                    .append(day)
                    .append("</title><pubDate>0")
                    .append(day)
                    .append(" Mar 2024 10:00:00 GMT</pubDate></item>");
        }
        site.lay("/long", RSS, "<rss version='2.0'><channel><title>x</title>" + items + "</channel></rss>");
        assertThat(new Feeds(site, CLOCK, 2)
                        .read(site.address("/long"))
                        .reading()
                        .papers())
                .extracting(Draft::title)
                .containsExactly("Post 9", "Post 8");
    }

    @Test
    void a_sites_address_leads_to_the_feed_that_its_page_names() throws SourceTrouble {
        site.lay("/", "text/html", """
                <!DOCTYPE html><html><head><link rel="stylesheet" href="/x.css">
                <link rel="alternate home" type="application/rss+xml; charset=utf-8" title="Posts" href="feed">
                <link rel="alternate" type="application/atom+xml" href="/comments"></head></html>""");
        site.lay("/feed", RSS, BLOG);
        assertThat(feeds.read(site.address("/")).address()).isEqualTo(site.address("/feed"));
    }

    @Test
    void a_page_without_a_feed_says_the_way_out() {
        site.lay("/", "text/html", "<html><body>hello</body></html>");
        assertThatThrownBy(() -> feeds.read(site.address("/")))
                .isInstanceOf(SourceTrouble.class)
                .hasMessage(
                        "the page at " + site.address("/") + " is no feed and names none: give the feed's own address");
    }

    @Test
    void a_page_that_names_a_page_is_not_followed_for_ever() {
        site.lay("/", "text/html", "<html><link rel='alternate' type='application/rss+xml' href='/'></html>");
        assertThatThrownBy(() -> feeds.read(site.address("/"))).isInstanceOf(SourceTrouble.class);
        assertThat(site.asked()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing at all",
                "{\"json\": true}",
                "<?xml version='1.0' encoding='klingon'?><rss version='2.0'></rss>",
                "<?xml version='1.0",
                "<opml version='1.0'><head/><body/></opml>",
                "<rss version='2.0'><channel><title>t</title><item><title>cut",
                "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
                        + "<rss version='2.0'><channel><title>&x;</title></channel></rss>",
                "<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><rss>&b;</rss>"
            })
    void what_is_no_feed_is_said_to_be_none(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(SourceTrouble.class)
                .hasMessageStartingWith("the feed at " + site.address("/feed") + " cannot be read: ");
    }

    @Test
    void what_is_not_there_and_what_is_no_address_is_said() {
        assertThatThrownBy(() -> feeds.read(site.address("/gone")))
                .hasMessage("there is nothing at " + site.address("/gone"));
        assertThatThrownBy(() -> feeds.read("not an address")).hasMessageContaining("is no address");
        assertThatThrownBy(() -> feeds.read("file:///etc/passwd")).hasMessageContaining("is no address");
    }

    @Test
    void characters_that_xml_forbids_do_not_cost_the_feed() throws SourceTrouble {
        assertThat(read("<rss version='2.0'><channel><title>x</title><item><title>A\u0008 &nbsp;B</title></item>"
                                + "</channel></rss>")
                        .reading()
                        .papers())
                .extracting(Draft::title)
                .containsExactly("A B");
    }

    @Test
    void a_saved_feed_is_a_file_of_papers_of_no_list() {
        Reading reading = PaperFiles.read(BLOG.getBytes(StandardCharsets.UTF_8), Optional.empty());
        assertThat(reading.format()).contains(Format.FEED);
        assertThat(reading.papers())
                .hasSize(4)
                .allSatisfy(paper -> assertThat(paper.listings()).isEmpty());
        assertThat(reading.papers().get(3).names().page()).contains("https://blog.example.org/tomorrow");
        assertThat(PaperFiles.read(RDF.getBytes(StandardCharsets.UTF_16), Optional.empty())
                        .papers())
                .hasSize(1);
        assertThat(PaperFiles.read("<html><head></head></html>".getBytes(StandardCharsets.UTF_8), Optional.empty())
                        .problem())
                .contains("this is HTML; copy the page's text from the browser instead");
    }

    @Test
    void mutations_never_break_the_reader() {
        Random random = new Random(31);
        for (String feed : List.of(BLOG, ATOM, RDF)) {
            for (int round = 0; round < 100; round++) {
                byte[] mutated = feed.getBytes(StandardCharsets.UTF_8);
                for (int i = random.nextInt(6); i >= 0; i--) {
                    int at = random.nextInt(mutated.length);
                    switch (random.nextInt(3)) {
                        case 0 -> mutated[at] = (byte) "<>&;\"'/=".charAt(random.nextInt(8));
                        case 1 -> mutated[at] = (byte) random.nextInt(256);
                        default -> mutated = Arrays.copyOf(mutated, Math.max(1, at));
                    }
                }
                Reading reading = PaperFiles.read(mutated, Optional.empty());
                assertThat(reading.rows() > 0 || reading.problem().isPresent()).isTrue();
            }
        }
    }
}
