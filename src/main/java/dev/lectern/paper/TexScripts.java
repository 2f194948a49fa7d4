package dev.lectern.paper;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Exponents and indices in Unicode's blocks "Superscripts and Subscripts", "Phonetic Extensions" and "Spacing Modifier
 * Letters", which do not have every letter.
 */
final class TexScripts {
    private static final Map<Integer, String> RAISED =
            pairs("0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻=⁼(⁽)⁾aᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰiⁱjʲkᵏlˡmᵐnⁿoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣyʸzᶻ"
                    + "AᴬBᴮDᴰEᴱGᴳHᴴIᴵJᴶKᴷLᴸMᴹNᴺOᴼPᴾRᴿTᵀUᵁVⱽWᵂβᵝγᵞδᵟθᶿχᵡ");
    private static final Map<Integer, String> LOWERED =
            pairs("0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋=₌(₍)₎aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓβᵦγᵧρᵨχᵪ");
    /** Signs that are raised by nature. */
    private static final Map<String, String> AS_THEY_ARE =
            Map.of("∘", "°", "°", "°", "⋆", "⋆", "∗", "*", "*", "*", "′", "′", "†", "†", "⊤", "ᵀ", "'", "′");

    private TexScripts() {}

    /** The exponent behind its base: {@code ²}, or {@code ^(n,2)} where Unicode has no such characters. */
    static String raised(String content) {
        String sign = AS_THEY_ARE.get(content);
        return sign != null ? sign : written(content, RAISED, "^", "\\p{L}+");
    }

    /** The index behind its base: {@code ₂}, or {@code _ab} where Unicode has no such characters. */
    static String lowered(String content) {
        return written(content, LOWERED, "_", "[\\p{L}\\p{N}]+([._][\\p{L}\\p{N}]+)*");
    }

    private static String written(String content, Map<Integer, String> letters, String mark, String word) {
        return content.isEmpty()
                ? ""
                : in(content, letters).orElseGet(() -> mark + (content.matches(word) ? content : "(" + content + ")"));
    }

    private static Optional<String> in(String content, Map<Integer, String> letters) {
        StringBuilder written = new StringBuilder();
        for (int c : content.codePoints().toArray()) {
            String letter = letters.get(c);
            if (letter == null) {
                return Optional.empty();
            }
            written.append(letter);
        }
        return Optional.of(written.toString());
    }

    private static Map<Integer, String> pairs(String text) {
        int[] codePoints = text.codePoints().toArray();
        Map<Integer, String> pairs = new HashMap<>();
        for (int i = 0; i < codePoints.length; i += 2) {
            pairs.put(codePoints[i], Character.toString(codePoints[i + 1]));
        }
        return Map.copyOf(pairs);
    }
}
