package dev.lectern.sandbox.api;

/**
 * An app that workspaces install by OAuth.
 *
 * @param rotating whether its tokens expire after twelve hours
 * @param pkce whether a challenge of PKCE is taken; Slack takes it of apps that have it switched on
 */
public record OAuthApp(String clientId, String clientSecret, boolean rotating, boolean pkce) {
    @Override
    public String toString() {
        return "OAuthApp[" + clientId + "]";
    }
}
