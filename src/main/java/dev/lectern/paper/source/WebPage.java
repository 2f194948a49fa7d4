package dev.lectern.paper.source;

import dev.lectern.paper.Draft;
import dev.lectern.paper.Names;
import dev.lectern.paper.Trust;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.jsoup.nodes.Document;

/** Web pages that are about one paper each, or are read like one. Any thread. */
public final class WebPage implements Lookup {
    private final Site site;

    /** @param site any host of the public web */
    public WebPage(Site site) {
        this.site = site;
    }

    @Override
    public boolean takes(Names names) {
        return names.page().isPresent();
    }

    @Override
    public Optional<Draft> find(Names names) throws SourceTrouble {
        if (names.page().isEmpty()) {
            return Optional.empty();
        }
        URI address = URI.create(names.page().get());
        Site.Answer answer = site.get(address);
        if (answer.isMissing()) {
            return Optional.empty();
        }
        refuseOther(address, answer);
        Document page = answer.page();
        PageMeta meta = PageMeta.of(page);
        String title = meta.title()
                .orElseThrow(() -> new SourceTrouble(
                        SourceTrouble.Kind.NEVER, "the page at " + address + " does not say what it is called"));
        Names asked = Names.NONE.withPage(address.toString());
        Names known = canonical(page, answer.from()).map(asked::withPage).orElse(asked);
        Draft plain = Draft.titled(title)
                .withNames(meta.ids(known))
                .withAbstract(meta.description())
                .withAuthors(meta.authors())
                .toldBy(Trust.COPIED);
        return Optional.of(meta.published().map(plain::withPublished).orElse(plain));
    }

    private static void refuseOther(URI address, Site.Answer answer) throws SourceTrouble {
        byte[] start = Arrays.copyOf(answer.body(), Math.min(answer.body().length, PaperFiles.SNIFFED));
        FileStart.Kind kind = FileStart.of(start).kind();
        boolean html = answer.type().contains("html") || kind == FileStart.Kind.HTML;
        if (!html || kind == FileStart.Kind.BINARY || kind == FileStart.Kind.EMPTY) {
            String what = answer.type().equals("application/pdf") ? "a PDF" : "no web page";
            throw new SourceTrouble(
                    SourceTrouble.Kind.NEVER, "what stands at " + address + " is " + what + ", which I don't read");
        }
    }

    /** What the page calls its own address; only of its own host, or any page could pass for another's. */
    private static Optional<String> canonical(Document page, URI from) {
        return page.select("link[rel=canonical]").stream()
                .flatMap(link -> WebAddress.of(link.absUrl("href")).stream())
                .filter(address -> URI.create(address).getHost().equalsIgnoreCase(from.getHost()))
                .filter(WebAddress::isDeep)
                .findFirst();
    }
}
