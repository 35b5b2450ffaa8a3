package dev.usher.contracts;

import static java.util.stream.Collectors.joining;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

/**
 * Signs and reads the tokens in the links a guest gets ({@code /r/} and {@code /u/}): JWT (RFC 7519) under HS256 with a
 * key that invitation-service and delivery-service share.
 */
public final class GuestLinks {

    /** What a link is for; a token minted for one purpose is forged for the other. */
    public enum Purpose {
        REGISTRATION("r"),
        UNSUBSCRIBE("u");

        private final String audience;

        Purpose(String audience) {
            this.audience = audience;
        }
    }

    /** What a token turned out to be. */
    public sealed interface Reading permits Genuine, Expired, Forged {}

    /** Minted by us for this purpose and still valid. */
    public record Genuine(String invitationId) implements Reading {}

    /** Minted by us for this purpose, but its time is over. */
    public record Expired(String invitationId) implements Reading {}

    /** Not minted by us, altered, or minted for another purpose. */
    public record Forged() implements Reading {}

    private final MACSigner signer;
    private final MACVerifier verifier;

    /** @param key at least 32 bytes (RFC 7518, section 3.2); fewer are an IllegalArgumentException */
    public GuestLinks(byte[] key) {
        try {
            this.signer = new MACSigner(key);
            this.verifier = new MACVerifier(key);
        } catch (JOSEException weak) {
            throw new IllegalArgumentException("the key for guest links needs at least 32 bytes", weak);
        }
    }

    /** The token for one invitation, URL-safe; it expires at {@code expiresAt}, cut to seconds. */
    public String mint(Purpose purpose, String invitationId, Instant expiresAt) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(invitationId)
                .audience(purpose.audience)
                .expirationTime(Date.from(expiresAt))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(signer);
        } catch (JOSEException broken) {
            throw new IllegalStateException("HS256 is always available", broken);
        }
        return token.serialize();
    }

    /** Reads a token as it came in; anything that is not ours is {@link Forged}, never an exception. */
    public Reading read(Purpose purpose, String token, Instant now) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!isWrittenAsMinted(jwt, token)) {
                return new Forged();
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            String invitationId = claims.getSubject();
            Date expiresAt = claims.getExpirationTime();
            if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
                    || !jwt.verify(verifier)
                    || !List.of(purpose.audience).equals(claims.getAudience())
                    || invitationId == null
                    || expiresAt == null) {
                return new Forged();
            }
            return expiresAt.toInstant().isAfter(now) ? new Genuine(invitationId) : new Expired(invitationId);
        } catch (ParseException | JOSEException | IllegalArgumentException malformed) {
            return new Forged();
        }
    }

    /** The decoder passes over what is no Base64URL and over the last character's spare bits (RFC 4648, section 3.5). */
    private static boolean isWrittenAsMinted(SignedJWT jwt, String token) {
        return Stream.of(jwt.getParsedParts())
                .map(part -> Base64URL.encode(part.decode()).toString())
                .collect(joining("."))
                .equals(token);
    }
}
