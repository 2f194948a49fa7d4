package dev.lectern.slack;

import com.slack.api.RequestConfigurator;
import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import dev.lectern.group.TeamId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.Credentials;
import okhttp3.FormBody;

/**
 * OAuth 2 as Slack speaks it, for the app as such. Any thread.
 *
 * @see <a href="https://docs.slack.dev/authentication/installing-with-oauth">Slack: installing with OAuth</a>
 */
public final class SlackOAuth {
    private static final String ACCESS = "oauth.v2.access";

    private final SlackLine line;
    private final String clientId;
    private final String clientSecret;

    public SlackOAuth(SlackLine line, String clientId, String clientSecret) {
        this.line = line;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    /**
     * What Slack gives for a code.
     *
     * @param owner the workspace, or the organization where the installation is good in all of its workspaces
     * @param name what the owner is called
     * @param refreshToken how the token is renewed; empty for one that does not expire
     */
    public record Grant(
            TeamId owner,
            Optional<TeamId> enterprise,
            String name,
            String botToken,
            String botUserId,
            Set<String> scopes,
            Optional<Expiry> refreshToken) {
        @Override
        public String toString() {
            return "Grant[" + owner + "]";
        }
    }

    /** @param token good for one renewal */
    public record Expiry(String token, Duration in) {
        @Override
        public String toString() {
            return "Expiry[" + in + "]";
        }
    }

    /** @param challenge of PKCE (RFC 7636), made by SHA-256; only for apps that have switched it on */
    public String authorizeUrl(Set<String> scopes, String redirectUri, String state, Optional<String> challenge) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", clientId);
        query.put("scope", String.join(",", scopes));
        query.put("redirect_uri", redirectUri);
        query.put("state", state);
        challenge.ifPresent(made -> {
            query.put("code_challenge", made);
            query.put("code_challenge_method", "S256");
        });
        return line.authorizeUrl() + "?"
                + query.entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    /** @param verifier of PKCE, where a challenge was sent */
    public Grant exchange(String code, String redirectUri, Optional<String> verifier) throws SlackFailure {
        return access(form -> {
            form.add("code", code).add("redirect_uri", redirectUri);
            verifier.ifPresent(text -> form.add("code_verifier", text));
            return form;
        });
    }

    /** The token of the grant is renewed; the refresh token is used up by that. */
    public Grant refresh(String refreshToken) throws SlackFailure {
        return access(form -> form.add("grant_type", "refresh_token").add("refresh_token", refreshToken));
    }

    /** The bot's id in its messages, which the grant does not tell; also a proof that the token is good. */
    public String botId(String botToken) throws SlackFailure {
        return Objects.requireNonNullElse(
                SlackApi.of(line, botToken, SlackApi.Renewal.NONE).whoAmI().getBotId(), "");
    }

    private Grant access(RequestConfigurator<FormBody.Builder> form) throws SlackFailure {
        return grant(TokenCalls.made(
                ACCESS,
                line.slack().methods(),
                methods -> methods.postFormWithAuthorizationHeaderAndParseResponse(
                        form,
                        line.url(ACCESS),
                        Credentials.basic(clientId, clientSecret),
                        OAuthV2AccessResponse.class)));
    }

    private static Grant grant(OAuthV2AccessResponse answer) throws SlackFailure {
        boolean everywhere = answer.isEnterpriseInstall();
        if (answer.getAccessToken() == null
                || answer.getBotUserId() == null
                || (everywhere ? answer.getEnterprise() == null : answer.getTeam() == null)) {
            throw SlackFailure.unreadable(ACCESS);
        }
        Optional<TeamId> enterprise =
                Optional.ofNullable(answer.getEnterprise()).map(some -> new TeamId(some.getId()));
        return new Grant(
                everywhere
                        ? enterprise.orElseThrow()
                        : new TeamId(answer.getTeam().getId()),
                enterprise,
                Objects.requireNonNullElse(
                        everywhere
                                ? answer.getEnterprise().getName()
                                : answer.getTeam().getName(),
                        ""),
                answer.getAccessToken(),
                answer.getBotUserId(),
                Arrays.stream(Objects.requireNonNullElse(answer.getScope(), "").split(","))
                        .map(String::strip)
                        .filter(scope -> !scope.isEmpty())
                        .collect(Collectors.toSet()),
                expiry(answer));
    }

    private static Optional<Expiry> expiry(OAuthV2AccessResponse answer) {
        return answer.getRefreshToken() == null || answer.getExpiresIn() == null
                ? Optional.empty()
                : Optional.of(new Expiry(answer.getRefreshToken(), Duration.ofSeconds(answer.getExpiresIn())));
    }
}
