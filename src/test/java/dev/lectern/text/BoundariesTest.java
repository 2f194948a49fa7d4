package dev.lectern.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where Slack would not see what is bold, italic or code, an invisible space shows it; written here as a tilde. */
class BoundariesTest {
    private static String seen(String pattern) {
        return Boundaries.seen(pattern).replace('\u200B', '~');
    }

    @ParameterizedTest
    @CsvSource({
        "*方式*：説明, *方式*~：説明",
        "次は *決選*です, 次は *決選*~です",
        "残ります。`/papers vote` で, 残ります。~`/papers vote` で",
        "（*中止*）, （~*中止*~）",
        "「_と_」, 「~_と_~」",
        "{who}*が*{day}, {who}~*が*~{day}",
        "'{voted, select, yes {済} other {*まだ*}}', '{voted, select, yes {済} other {~*まだ*~}}'",
        "*一*`二`, *一*~~`二`"
    })
    void an_invisible_space_stands_where_slack_needs_one(String pattern, String seen) {
        assertThat(seen(pattern)).isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*方式*",
                "*方式* と",
                "“*title*” by *ada*: now",
                "• *次*\n_今_",
                "2 * 3 * 4 = 24",
                "`LECTERN_PUBLIC_URL` を _設定_ する",
                "{day_of} {hour_of}",
                "星5個"
            })
    void nothing_is_added_where_slack_sees_it(String pattern) {
        assertThat(seen(pattern)).isEqualTo(pattern);
    }

    @Test
    void what_is_seen_stays_as_it_is() {
        String once = Boundaries.seen("*方式*：`/papers`。_今_（*中止*）");
        assertThat(Boundaries.seen(once)).isEqualTo(once);
    }
}
