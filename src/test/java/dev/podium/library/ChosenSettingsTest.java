package dev.podium.library;

import static dev.podium.account.TestHosts.asDemo;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a host may choose for a game, as the API takes it. */
@QuarkusTest
class ChosenSettingsTest {
    @Test
    void nothingChosenIsTheDefault() {
        for (var nothing : new String[] {"null", "{}"})
            chosen(nothing)
                    .body("settings.scoring", equalTo("speed"))
                    .body("settings.partialCredit", equalTo(true))
                    .body("settings.streaks", equalTo(true))
                    .body("settings.countdownMs", equalTo(3000))
                    .body("settings.lateJoin", equalTo(true))
                    .body("settings.automatic", equalTo(false))
                    .body("settings.shuffleChoices", equalTo(false))
                    .body("settings.teams", nullValue());
    }

    @Test
    void everythingCanBeChosen() {
        chosen("{'scoring':'accuracy','partialCredit':false,'streaks':false,'countdownMs':0,'lateJoin':false,"
                        + "'teams':['Reds',' Blues '],'automatic':true,'shuffleChoices':true}")
                .body("settings.scoring", equalTo("accuracy"))
                .body("settings.partialCredit", equalTo(false))
                .body("settings.streaks", equalTo(false))
                .body("settings.countdownMs", equalTo(0))
                .body("settings.lateJoin", equalTo(false))
                .body("settings.teams.name", contains("Reds", "Blues"))
                .body("settings.automatic", equalTo(true))
                .body("settings.shuffleChoices", equalTo(true));
    }

    @Test
    void theCountdownMayFollowTheQuestionAndPhonesMayShowNoTexts() {
        chosen("{'countdownMs':'auto','phoneText':false}")
                .body("settings.countdownMs", equalTo("auto"))
                .body("settings.phoneText", equalTo(false));
    }

    @Test
    void theWayInCanBeChosen() {
        chosen("{}")
                .body("settings.approval", equalTo(false))
                .body("settings.names", equalTo("chosen"))
                .body("settings.filter", equalTo("off"));
        chosen("{'approval':true,'names':'made','filter':'strict'}")
                .body("settings.approval", equalTo(true))
                .body("settings.names", equalTo("made"))
                .body("settings.filter", equalTo("strict"));
    }

    @Test
    void aLookCanBeChosen() {
        chosen("{'look':{'theme':'paper','accent':'#8A1538','logo':'https://example.org/a.svg'},"
                        + "'ranks':'own','facts':false}")
                .body("settings.look.theme", equalTo("paper"))
                .body("settings.look.accent", equalTo("#8a1538"))
                .body("settings.look.logo", equalTo("https://example.org/a.svg"))
                .body("settings.ranks", equalTo("own"))
                .body("settings.facts", equalTo(false));
        chosen("{'look':{}}").body("settings.look.theme", equalTo("hall"));
        var sound = "/media/" + "0f".repeat(32);
        chosen("{'look':{'sound':'%s'}}".formatted(sound)).body("settings.look.sound", equalTo(sound));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'mood':1}                  | mood         | unknown
            {'scoring':'luck'}          | scoring      | unknown
            {'scoring':''}              | scoring      | unknown
            {'scoring':1}               | scoring      | unknown
            {'streaks':'yes'}           | streaks      | invalid
            {'streaks':'true'}          | streaks      | invalid
            {'streaks':1}               | streaks      | invalid
            {'countdownMs':-1}          | countdownMs  | out-of-range
            {'countdownMs':30001}       | countdownMs  | out-of-range
            {'countdownMs':1e300}       | countdownMs  | out-of-range
            {'countdownMs':0.5}         | countdownMs  | invalid
            {'countdownMs':'3'}         | countdownMs  | not-a-number
            {'countdownMs':'Auto'}      | countdownMs  | not-a-number
            {'countdownMs':true}        | countdownMs  | not-a-number
            {'phoneText':'no'}          | phoneText    | invalid
            {'countdownMs':[3]}         | countdownMs  | not-a-number
            {'ranks':'some'}            | ranks        | unknown
            {'facts':'no'}              | facts        | invalid
            {'approval':'yes'}          | approval     | invalid
            {'names':'drawn'}           | names        | unknown
            {'filter':'mild'}           | filter       | unknown
            {'look':'paper'}            | look         | invalid
            {'look':{'theme':'mud'}}    | look.theme   | unknown
            {'look':{'font':'Arial'}}   | look.font    | unknown
            {'look':{'accent':'red'}}   | look.accent  | invalid
            {'look':{'accent':'#15121d'}} | look.accent | low-contrast
            {'look':{'theme':'paper','accent':'#ffc933'}} | look.accent | low-contrast
            {'look':{'logo':'http://a.org/b.png'}} | look.logo | invalid
            {'look':{'logo':'javascript:a'}} | look.logo | invalid
            {'look':{'sound':'https://example.org/a.mp3'}} | look.sound | invalid
            {'look':{'sound':'/media/a.mp3'}} | look.sound | invalid
            {'teams':'Reds'}            | teams        | invalid
            {'teams':''}                | teams        | invalid
            {'teams':{}}                | teams        | invalid
            {'teams':[{'name':'Reds'}]} | teams[0]     | invalid
            {'teams':['Reds',7]}        | teams[1]     | invalid
            {'teams':['Reds','rEDS ']}  | teams[1]     | duplicate
            {'teams':['']}              | teams[0]     | required
            {'teams':[null]}            | teams[0]     | required
            {'teams':['\\u0000']}       | teams[0]     | not-allowed
            """)
    void aMistakeIsNamed(String settings, String field, String code) {
        open(settings)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.find { it.field == 'settings.%s' }.code".formatted(field), equalTo(code));
    }

    @Test
    void oneReplyNamesEveryMistakeOnce() {
        open("{'mood':1,'colour':2,'scoring':1,'streaks':'yes','countdownMs':-1,'teams':['Reds',1,'reds']}")
                .statusCode(422)
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "settings.mood",
                                "settings.colour",
                                "settings.scoring",
                                "settings.streaks",
                                "settings.countdownMs",
                                "settings.teams[1]",
                                "settings.teams[2]"))
                .body("errors[0]", aMapWithSize(3));
    }

    @Test
    void tooMuchIsRefused() {
        var names = "'x%d',".repeat(50).formatted(numbers(50)) + "'last'";
        open("{'teams':[" + names + "]}").statusCode(422).body("errors[0].code", equalTo("too-many"));
        open("{'teams':['" + "x".repeat(41) + "']}")
                .statusCode(422)
                .body("errors[0].field", equalTo("settings.teams[0]"))
                .body("errors[0].code", equalTo("too-long"));
        chosen("{'teams':['" + "\uD83D\uDE00".repeat(40) + "']}");
    }

    @Test
    void aHundredUnknownNamesGetABoundedReply() {
        var names = "'n%d':1,".repeat(100).formatted(numbers(100));
        open("{" + names + "'last':1}").statusCode(422).body("errors.size()", equalTo(20));
    }

    private static Object[] numbers(int count) {
        var numbers = new Object[count];
        for (var i = 0; i < count; i++) numbers[i] = i;
        return numbers;
    }

    /** The game that was opened with these settings. */
    private static ValidatableResponse chosen(String settings) {
        String id = open(settings).statusCode(201).extract().path("id");
        return asDemo().get("/api/games/" + id).then().statusCode(200);
    }

    private static ValidatableResponse open(String settings) {
        String quiz = asDemo().contentType(ContentType.JSON)
                .body("{\"title\":\"Sums\",\"questions\":[{\"kind\":\"slide\",\"text\":\"1 + 1\"}]}")
                .post("/api/quizzes")
                .path("id");
        return asDemo().contentType(ContentType.JSON)
                .body("{\"quizId\":\"" + quiz + "\",\"settings\":" + settings.replace('\'', '"') + "}")
                .post("/api/games")
                .then();
    }
}
