package dev.usher.contracts.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountriesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CZ | Czech Republic | Czechia | the czech republic | cze | cz
            HK | Hong Kong | Hong Kong SAR China | HONGKONG | Hong Kong, China | hkg
            TR | Turkey | Türkiye | turkiye | Republic of Turkey | Turkey (Türkiye)
            KR | South Korea | Korea, Republic of | Republic of Korea | korea | S. Korea
            KP | North Korea | DPRK | Korea, Democratic People's Republic of | Democratic People’s Republic of Korea | PRK
            US | USA | U.S.A. | United States of America | the united states | America
            GB | UK | U.K. | Great Britain | United Kingdom of Great Britain and Northern Ireland | Scotland
            CI | Ivory Coast | Côte d'Ivoire | cote divoire | COTE D’IVOIRE | CIV
            CD | DRC | Zaire | Democratic Republic of the Congo | Congo (Kinshasa) | DR Congo
            CG | Congo | Republic of the Congo | Congo-Brazzaville | Congo, Republic of the | COG
            MM | Burma | Myanmar (Burma) | Union of Burma | Myanmar | mmr
            LK | Ceylon | Sri Lanka | Democratic Socialist Republic of Sri Lanka | SRI LANKA | lk
            SZ | Swaziland | Eswatini | Kingdom of Eswatini | eSwatini | SWZ
            MK | Macedonia | North Macedonia | FYROM | Republic of North Macedonia | N. Macedonia
            CV | Cape Verde | Cabo Verde | cabo-verde | Republic of Cabo Verde | CPV
            TL | East Timor | Timor-Leste | Timor Leste | timor leste | TLS
            NL | Holland | The Netherlands | netherlands | Kingdom of the Netherlands | NLD
            TW | Taiwan | Taiwan, Province of China | Republic of China | Chinese Taipei | Taiwan (ROC)
            CN | PRC | People's Republic of China | China, People's Republic of | Mainland China | china
            RU | Russia | Russian Federation | the Russian Federation | RUS | ru
            VN | Viet Nam | Vietnam | Socialist Republic of Viet Nam | vietnam | VNM
            LA | Laos | Lao PDR | Lao People's Democratic Republic | LAO | la
            IR | Iran | Persia | Iran, Islamic Republic of | Islamic Republic of Iran | IRN
            SY | Syria | Syrian Arab Republic | syria | SYR | sy
            VA | Vatican | Holy See | Vatican City State | The Holy See | VAT
            ST | Sao Tome and Principe | São Tomé & Príncipe | SÃO TOMÉ AND PRÍNCIPE | STP | st
            LC | St. Lucia | Saint Lucia | st lucia | LCA | lc
            AE | UAE | United Arab Emirates | U.A.E. | the UAE | ARE
            BA | Bosnia | Bosnia & Herzegovina | Bosnia and Herzegovina | Bosnia-Herzegovina | BIH
            DE | Germany | Federal Republic of Germany | West Germany | Germany, Federal Republic of | deu
            IE | Ireland | Republic of Ireland | Eire | Ireland, Republic of | IRL
            CH | Switzerland | Swiss Confederation | swiss confederation | CHE | ch
            XK | Kosovo | Republic of Kosovo | kosovo | XKX | xk
            GM | Gambia | The Gambia | Gambia, The | Republic of The Gambia | GMB
            CW | Curacao | Curaçao | CURAÇAO | CUW | cw
            RE | Reunion | Réunion | La Réunion | REU | re
            ZW | Rhodesia | Zimbabwe | Southern Rhodesia | ZWE | zw
            TH | Siam | Thailand | Kingdom of Thailand | THA | th
            BN | Brunei | Brunei Darussalam | brunei darussalam | BRN | bn
            MD | Moldova | Republic of Moldova | Moldova, Republic of | MDA | md
            FM | Micronesia | Federated States of Micronesia | Micronesia, Federated States of | FSM | fm
            VI | US Virgin Islands | Virgin Islands (U.S.) | U.S. Virgin Islands | USVI | VIR
            SK | Slovakia (Slovak Republic) | Slovak Republic | Slovakia | SVK | sk
            CZ | Czech Republic (Czechia) | Czechia (Czech Republic) | CZE | czechia | Česko
            CI | Ivory Coast (Côte d'Ivoire) | Côte d’Ivoire (Ivory Coast) | CI | civ | Cote d'Ivoire
            CV | Cape Verde (Cabo Verde) | Cabo Verde (Cape Verde) | CV | cpv | cabo verde
            TL | East Timor (Timor-Leste) | Timor-Leste (East Timor) | TL | tls | TIMOR LESTE
            SZ | Swaziland (Eswatini) | Kingdom of Eswatini (Swaziland) | SZ | swz | eswatini
            VA | Vatican City State (Holy See) | Holy See (Vatican City State) | VA | vat | vatican city
            LA | Laos (Lao PDR) | Lao PDR (Laos) | LA | lao | laos
            KR | South Korea (Republic of Korea) | Korea (South) | Korea, Republic | KR | kor
            KP | North Korea (DPRK) | Korea (North) | DPRK | KP | prk
            HK | China (Hong Kong) | Hong Kong (China) | Hong Kong (SAR) | HK | hkg
            CN | China, PR | P.R. China | CN | chn | China (PRC)
            SS | Sudan, South | South Sudan | SS | ssd | Republic of South Sudan
            CD | Congo (DRC) | Congo, Democratic Republic | Democratic Rep. of the Congo | CD | cod
            IR | Iran, Islamic Republic | Iran (Islamic Republic of) | IR | irn | iran
            CF | Central African Rep. | Central African Republic | CF | caf | central african republic
            RU | Russian Fed. | Russia (Russian Federation) | RU | rus | russia
            """)
    void readsWhatPeopleWrite(String iso2, String a, String b, String c, String d, String e) {
        assertThat(List.of(a, b, c, d, e))
                .allSatisfy(spelling ->
                        assertThat(Countries.parse(spelling)).as(spelling).contains(iso2));
    }

    @Test
    void knowsEveryCodeAndNameOfThePlatform() {
        assertThat(Locale.getISOCountries()).allSatisfy(iso2 -> {
            Locale country = Locale.of("", iso2);
            assertThat(Countries.parse(iso2.toLowerCase(Locale.ROOT))).contains(iso2);
            assertThat(Countries.parse(country.getISO3Country())).contains(iso2);
            assertThat(Countries.parse(" " + country.getDisplayCountry(Locale.ENGLISH) + " "))
                    .contains(iso2);
        });
    }

    @Test
    void readsItsOwnNamesBackInAnySpelling() {
        assertThat(Locale.getISOCountries()).allSatisfy(iso2 -> {
            String name = Countries.englishName(iso2);
            String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
            assertThat(Countries.parse(name.toUpperCase(Locale.ROOT))).contains(iso2);
            assertThat(Countries.parse(plain.toLowerCase(Locale.ROOT))).contains(iso2);
            assertThat(Countries.parse("the " + plain)).contains(iso2);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "Atlantis",
                "ZZ",
                "XYZ",
                "Springfield",
                "-",
                "12",
                "Earth",
                "Saint",
                "St.",
                "\0",
                "Chad (Niger)",
                "Chad (the big one)",
                "()"
            })
    void admitsWhatItDoesNotKnow(String text) {
        assertThat(Countries.parse(text)).isEmpty();
    }

    @Test
    void takesNothingForUnknown() {
        assertThat(Countries.parse(null)).isEmpty();
    }

    @Test
    void tellsACountryByItsEverydayName() {
        assertThat(Countries.englishName("US")).isEqualTo("United States");
        assertThat(Countries.englishName("HK")).isEqualTo("Hong Kong");
        assertThat(Countries.englishName("CZ")).isEqualTo("Czechia");
        assertThat(Countries.englishName("??")).isEqualTo("??");
    }
}
