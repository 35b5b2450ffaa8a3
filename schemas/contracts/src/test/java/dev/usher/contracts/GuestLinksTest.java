package dev.usher.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.usher.contracts.GuestLinks.Expired;
import dev.usher.contracts.GuestLinks.Forged;
import dev.usher.contracts.GuestLinks.Genuine;
import dev.usher.contracts.GuestLinks.Purpose;
import dev.usher.contracts.GuestLinks.Reading;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuestLinksTest {

    private static final byte[] KEY = "a key of thirty-two bytes or more".getBytes(UTF_8);
    private static final Instant NOW = Instant.parse("2027-01-10T12:00:00Z");
    private static final Instant LATER = NOW.plus(60, ChronoUnit.DAYS);

    private final GuestLinks links = new GuestLinks(KEY);
    private final String token = links.mint(Purpose.REGISTRATION, "inv-1", LATER);

    @Test
    void aTokenOfOursIsGenuineUntilItExpires() {
        assertThat(read(token)).isEqualTo(new Genuine("inv-1"));
        assertThat(links.read(Purpose.REGISTRATION, token, LATER.minusSeconds(1)))
                .isEqualTo(new Genuine("inv-1"));
        assertThat(links.read(Purpose.REGISTRATION, token, LATER)).isEqualTo(new Expired("inv-1"));
    }

    @Test
    void aTokenIsReadByWhoeverHasTheSameKey() {
        assertThat(new GuestLinks(KEY).read(Purpose.REGISTRATION, token, NOW)).isEqualTo(new Genuine("inv-1"));
        assertThat(new GuestLinks("another key of thirty-two bytes..".getBytes(UTF_8))
                        .read(Purpose.REGISTRATION, token, NOW))
                .isEqualTo(new Forged());
    }

    @Test
    void aTokenFitsIntoAPathAsItIs() {
        assertThat(token).matches("[A-Za-z0-9._-]+");
    }

    @Test
    void aTokenForOnePurposeIsForgedForTheOther() {
        assertThat(links.read(Purpose.UNSUBSCRIBE, token, NOW)).isEqualTo(new Forged());
    }

    @Test
    void noSingleCharacterCanBeChanged() {
        for (int at = 0; at < token.length(); at++) {
            for (char other : "ABCDwxyz0189-_!=%~\n\u00e9 ".toCharArray()) {
                String tampered = token.substring(0, at) + other + token.substring(at + 1);
                if (!tampered.equals(token)) {
                    assertThat(read(tampered)).as("character %d: %c", at, other).isEqualTo(new Forged());
                }
            }
        }
    }

    @Test
    void noneOfTheLastCharactersSpareBitsMayDiffer() {
        for (char last : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            String tampered = token.substring(0, token.length() - 1) + last;
            assertThat(read(tampered).equals(new Forged()))
                    .as("ends in %c", last)
                    .isEqualTo(!tampered.equals(token));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "=", "%", "~", "\n", " ", "\u00e9", "."})
    void nothingMayFollowAToken(String more) {
        assertThat(read(token + more)).isEqualTo(new Forged());
    }

    @Test
    void anotherInvitationCannotBePutIntoAToken() {
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("inv-1", "inv-2");
        String swapped = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8));
        assertThat(read(parts[0] + "." + swapped + "." + parts[2])).isEqualTo(new Forged());
    }

    @Test
    void aTokenWithoutSignatureIsForged() {
        assertThat(read(new PlainJWT(claims().build()).serialize())).isEqualTo(new Forged());
        String[] parts = token.split("\\.");
        assertThat(read(parts[0] + "." + parts[1] + ".")).isEqualTo(new Forged());
        String none = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8));
        assertThat(read(none + "." + parts[1] + "." + parts[2])).isEqualTo(new Forged());
    }

    @Test
    void anotherAlgorithmUnderTheSameKeyIsForged() throws JOSEException {
        byte[] longKey = "a key of sixty-four bytes or more so that HS512 takes it as well..".getBytes(UTF_8);
        String signed = signed(longKey, JWSAlgorithm.HS512, claims().build());
        assertThat(new GuestLinks(longKey).read(Purpose.REGISTRATION, signed, NOW))
                .isEqualTo(new Forged());
    }

    @Test
    void aTokenThatLacksAClaimIsForged() throws JOSEException {
        assertThat(read(signed(KEY, JWSAlgorithm.HS256, claims().subject(null).build())))
                .isEqualTo(new Forged());
        assertThat(read(signed(
                        KEY,
                        JWSAlgorithm.HS256,
                        claims().audience((String) null).build())))
                .isEqualTo(new Forged());
        assertThat(read(signed(
                        KEY, JWSAlgorithm.HS256, claims().expirationTime(null).build())))
                .isEqualTo(new Forged());
        assertThat(read(signed(KEY, JWSAlgorithm.HS256, claims().build()))).isEqualTo(new Genuine("inv-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "abc",
                "a.b.c",
                "\0",
                "%00",
                "🎉.🎉.🎉",
                "eyJhbGciOiJIUzI1NiJ9.bm90IGpzb24.AAAA"
            })
    void nonsenseIsForged(String text) {
        assertThat(read(text)).isEqualTo(new Forged());
    }

    @Test
    void aHugeTokenIsForged() {
        assertThat(read("e".repeat(100_000))).isEqualTo(new Forged());
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> new GuestLinks(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    private Reading read(String text) {
        return links.read(Purpose.REGISTRATION, text, NOW);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().subject("inv-1").audience("r").expirationTime(Date.from(LATER));
    }

    private static String signed(byte[] key, JWSAlgorithm algorithm, JWTClaimsSet claims) throws JOSEException {
        SignedJWT jwt = new SignedJWT(new JWSHeader(algorithm), claims);
        jwt.sign(new MACSigner(key));
        return jwt.serialize();
    }
}
