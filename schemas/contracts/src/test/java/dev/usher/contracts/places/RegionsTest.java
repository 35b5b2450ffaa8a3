package dev.usher.contracts.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {

    @ParameterizedTest
    @CsvSource({
        "TX, Texas, US",
        "tx, TEXAS, US",
        "Tex., State of Texas, US",
        "CA, California, US",
        "D.C., District of Columbia, US",
        "Washington State, WA, US",
        "ON, Ontario, CA",
        "Quebec, Québec, CA",
        "PEI, Prince Edward Island, CA",
        "BY, Bavaria, DE",
        "Bayern, Bavaria, DE",
        "NRW, North Rhine-Westphalia, DE",
        "Nordrhein-Westfalen, NW, DE",
        "Thueringen, Thüringen, DE",
        "ENG, England, GB",
        "Cymru, Wales, GB",
        "NI, Northern Ireland, GB",
        "NSW, New South Wales, AU",
        "WA, Western Australia, AU",
        "Canton of Zurich, ZH, CH",
        "Wien, Vienna, AT",
        "Catalunya, Catalonia, ES",
        "Lombardia, Lombardy, IT",
        "SP, Sao Paulo, BR",
        "KA, Karnataka, IN",
        "CDMX, Mexico City, MX",
    })
    void takesCodesAndNamesAsEqual(String a, String b, String country) {
        assertThat(Regions.same(a, b)).isTrue();
        assertThat(Regions.same(b, a, country)).isTrue();
        assertThat(Regions.canonical(a, country)).isEqualTo(Regions.canonical(b, country));
    }

    @Test
    void aCodeMeansWhatItMeansInItsCountry() {
        assertThat(Regions.canonical("WA", "US")).isEqualTo("Washington");
        assertThat(Regions.canonical("WA", "AU")).isEqualTo("Western Australia");
        assertThat(Regions.canonical("WA", null)).isEqualTo("Washington");
        assertThat(Regions.same("WA", "Western Australia", "US")).isFalse();
        assertThat(Regions.same("Texas", "TX", null)).isTrue();
    }

    @Test
    void aKnownRegionTellsWhichCountriesItMayLieIn() {
        assertThat(Regions.countries("TX")).containsExactly("US");
        assertThat(Regions.countries("Bavaria")).containsExactly("DE");
        assertThat(Regions.countries("WA")).containsExactlyInAnyOrder("US", "AU");
        assertThat(Regions.countries("US East")).isEmpty();
    }

    @Test
    void freeTextIsEqualToItself() {
        assertThat(Regions.same("Bay Area", "bay area")).isTrue();
        assertThat(Regions.same("Bay Area", "California")).isFalse();
        assertThat(Regions.canonical(" Bay Area ", "US")).isEqualTo("Bay Area");
        assertThat(Regions.canonical("Bavaria", "US")).isEqualTo("Bavaria");
    }

    @Test
    void differentRegionsDiffer() {
        assertThat(Regions.same("TX", "California")).isFalse();
        assertThat(Regions.same("North Carolina", "South Carolina")).isFalse();
        assertThat(Regions.same("Virginia", "West Virginia")).isFalse();
    }
}
