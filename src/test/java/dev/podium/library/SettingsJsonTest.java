package dev.podium.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.game.Scoring;
import dev.podium.game.Settings;
import dev.podium.game.Team;
import dev.podium.http.Form;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void nothingChosenIsTheDefault() {
        assertThat(SettingsJson.read(null)).isEqualTo(Settings.DEFAULT);
        assertThat(SettingsJson.read(form("{}"))).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void everythingCanBeChosen() {
        var chosen = SettingsJson.read(
                form("{'scoring':'accuracy','partialCredit':false,'streaks':false,'countdownMs':0,'lateJoin':false,"
                        + "'teams':['Reds',' Blues '],'automatic':true,'shuffleChoices':true}"));

        var teams = List.of(new Team("", "Reds"), new Team("", "Blues"));
        assertThat(chosen).isEqualTo(new Settings(Scoring.ACCURACY, false, false, 0, false, teams, true, true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'mood':1}                  | mood         | unknown
            {'scoring':'luck'}          | scoring      | unknown
            {'scoring':1}               | scoring      | unknown
            {'streaks':'yes'}           | streaks      | invalid
            {'countdownMs':-1}          | countdownMs  | out-of-range
            {'countdownMs':30001}       | countdownMs  | out-of-range
            {'countdownMs':'3'}         | countdownMs  | not-a-number
            {'teams':'Reds'}            | teams        | invalid
            {'teams':[{'name':'Reds'}]} | teams[0]     | invalid
            {'teams':['Reds','rEDS ']}  | teams[1]     | duplicate
            {'teams':['']}              | teams[0]     | required
            """)
    void aMistakeIsNamed(String settings, String field, String code) {
        var form = form(settings);
        SettingsJson.read(form);

        assertThat(form.errors()).anySatisfy(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.code().wireName()).isEqualTo(code);
        });
    }

    private static Form form(String json) {
        try {
            return Form.of(MAPPER.readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
