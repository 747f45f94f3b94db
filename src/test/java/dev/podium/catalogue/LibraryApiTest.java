package dev.podium.catalogue;

import static dev.podium.account.TestHosts.anotherHost;
import static dev.podium.account.TestHosts.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a host keeps a year of work, and with whom. */
@QuarkusTest
class LibraryApiTest {
    @Inject
    DataSource database;

    @Inject
    Emptying emptying;

    private String host;

    @BeforeEach
    void signIn() throws SQLException {
        host = anotherHost(database);
    }

    // ---- searching

    @Test
    void everyWordIsSomewhereInTitleQuestionOrAnswerWhateverItsCaseAndAccents() {
        create("Cafés of Đakovo", null, "Which one is oldest?", "At the old Bridge", "Elsewhere");
        create("Rivers", null, "Which is the longest?", "Nile", "Amur");

        assertThat(found("CAFES")).containsExactly("Cafés of Đakovo");
        assertThat(found("longest nile")).containsExactly("Rivers");
        assertThat(found("longest bridge")).isEmpty();
        assertThat(found("idg")).containsExactly("Cafés of Đakovo");
        assertThat(found("which")).hasSize(2);
        assertThat(found("   ")).hasSize(2);
        assertThat(found("image")).isEmpty();
    }

    @Test
    void chineseIsFoundWithoutSpacesAndArabicWithoutItsMarks() {
        create("世界各地的河流", "zh", "最长的河流是哪一条？", "长江", "黄河");
        create("مَدْرَسَة", "ar", "ما هي العاصمة؟", "القاهرة", "دمشق");

        assertThat(found("河流")).containsExactly("世界各地的河流");
        assertThat(found("黄河 最长")).containsExactly("世界各地的河流");
        assertThat(found("مدرسة")).containsExactly("مَدْرَسَة");
    }

    @Test
    void anotherFormOfAWordFindsItInTheQuizsLanguage() {
        create("Wasser", "de-AT", "Ein langer Fluss", "Inn", "Enns");
        create("Water", "en", "A river in Asia", "Amur", "Ob");

        assertThat(found("Flüsse")).containsExactly("Wasser");
        assertThat(found("rivers")).containsExactly("Water");
    }

    @Test
    void aSearchIsSavedAnewWithItsQuiz() {
        var id = create("Old", null, "Which?", "Left", "Right");
        as(host).contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"title\":\"New\",\"questions\":[{\"kind\":\"slide\",\"text\":\"Hello\"}]}")
                .put("/api/quizzes/" + id)
                .then()
                .statusCode(200);

        assertThat(found("right")).isEmpty();
        assertThat(found("hello")).containsExactly("New");
    }

    @Test
    void whatIsNoneOfThePossibleIsRefusedByItsName() {
        list("view=everything").statusCode(422).body("errors[0].field", equalTo("view"));
        list("sort=size").statusCode(422).body("errors[0].field", equalTo("sort"));
        list("limit=0").statusCode(422).body("errors[0].field", equalTo("limit"));
        list("limit=201").statusCode(422).body("errors[0].field", equalTo("limit"));
        list("after=nonsense").statusCode(422).body("errors[0].field", equalTo("after"));
        list("search=" + "x".repeat(201)).statusCode(422).body("errors[0].code", equalTo("too-long"));
        list("search=a%00b").statusCode(422).body("errors[0].code", equalTo("not-allowed"));
        list("tag=a%00b").statusCode(422).body("errors[0].field", equalTo("tag"));
        given().get("/api/library").then().statusCode(401);
    }

    // ---- pages

    @Test
    void pagesHaveEachQuizOnceWhileOthersComeAndGo() {
        var all = IntStream.range(0, 7).mapToObj(n -> create("Unit " + n)).toList();
        var seen = new ArrayList<String>();
        String next = null;
        do {
            var page = list("sort=changed&limit=3" + (next == null ? "" : "&after=" + next))
                    .statusCode(200)
                    .body("total", next == null ? equalTo(7) : nullValue())
                    .extract();
            seen.addAll(page.path("items.id"));
            next = page.path("next");
            create("New " + seen.size());
        } while (next != null);

        assertThat(seen).containsExactlyElementsOf(all.reversed());
    }

    @Test
    void titlesAreSortedAsPeopleCount() {
        for (var title : List.of("Unit 10", "unit 9", "Ärger", "Zebra", "Unit 100", "arm")) create(title);

        var titles = new ArrayList<String>();
        String next = null;
        do {
            var page = list("sort=title&limit=2" + (next == null ? "" : "&after=" + next))
                    .statusCode(200)
                    .extract();
            titles.addAll(page.path("items.title"));
            next = page.path("next");
        } while (next != null);
        assertThat(titles).containsExactly("Ärger", "arm", "unit 9", "Unit 10", "Unit 100", "Zebra");
    }

    // ---- trash

    @Test
    void whatIsDeletedIsInTheTrashAndComesBackAsItWas() {
        var id = create("Thrown", null, "Which?", "Left", "Right");
        place("tag", "{\"quizzes\":[\"%s\"],\"add\":[\"7b\"]}".formatted(id)).statusCode(204);
        as(host).delete("/api/quizzes/" + id).then().statusCode(204);

        assertThat(found("")).isEmpty();
        as(host).get("/api/quizzes").then().body("", hasSize(0));
        as(host).get("/api/quizzes/" + id).then().statusCode(404);
        as(host).contentType(ContentType.JSON)
                .body("{\"quizId\":\"" + id + "\"}")
                .post("/api/games")
                .then()
                .statusCode(404);
        list("view=trash").body("items.id", contains(id)).body("total", equalTo(1));
        as(host).get("/api/library/places").then().body("trash", equalTo(1)).body("all", equalTo(0));

        several("restore", id).statusCode(204);
        as(host).get("/api/quizzes/" + id).then().statusCode(200).body("questions", hasSize(1));
        list("tag=7b").body("items.id", contains(id)).body("items[0].deletedAt", nullValue());
        several("restore", id).statusCode(404);
    }

    @Test
    void thirtyDaysLaterTheTrashIsEmpty() throws SQLException {
        var old = create("Old");
        var young = create("Young");
        several("trash", old, young).statusCode(204);
        age(old, 31);
        age(young, 29);

        emptying.empty().toCompletionStage().toCompletableFuture().join();

        list("view=trash").body("items.id", contains(young));
        several("erase", young).statusCode(204);
        list("view=trash").body("items", hasSize(0));
    }

    @Test
    void onlyWhatIsInTheTrashIsDeletedForGood() {
        var kept = create("Kept");
        var thrown = create("Thrown");
        several("erase", kept).statusCode(404);
        several("trash", thrown).statusCode(204);
        as(host).delete("/api/library/trash").then().statusCode(204);

        several("restore", thrown).statusCode(404);
        assertThat(found("")).containsExactly("Kept");
    }

    // ---- folders

    @Test
    void foldersLieInEachOtherAndQuizzesInThem() {
        var year = folder("Year 7", null);
        var class7b = folder("7b", year);
        var ids = List.of(create("One"), create("Two"), create("Three"));
        move(class7b, ids.get(0), ids.get(1)).statusCode(204);

        list("folder=" + class7b).body("items.title", containsInAnyOrder("One", "Two"));
        list("folder=" + year).body("items", hasSize(0));
        list("folder=" + year + "&search=o").body("items.title", containsInAnyOrder("One", "Two"));
        list("").body("total", equalTo(3));
        as(host).get("/api/library/places")
                .then()
                .body("folders.find { it.name == '7b' }.quizzes", equalTo(2))
                .body("folders.find { it.name == '7b' }.parent", equalTo(year));

        as(host).delete("/api/library/folders/" + class7b).then().statusCode(204);
        list("folder=" + year).body("items.title", containsInAnyOrder("One", "Two"));
        move(null, ids.get(0)).statusCode(204);
        list("folder=" + year).body("items.title", contains("Two"));
    }

    @Test
    void aFolderMovedIntoItselfIsRefusedByField() {
        var outer = folder("Outer", null);
        var inner = folder("Inner", outer);

        for (var parent : List.of(outer, inner)) {
            folderAt(outer, "Outer", parent)
                    .statusCode(422)
                    .body("errors[0].field", equalTo("parent"))
                    .body("errors[0].code", equalTo("not-allowed"));
        }
        folderAt(inner, "Inner", null).statusCode(204);
        folderAt(outer, "Outer", inner).statusCode(204);
    }

    @Test
    void foldersAreBoundedInDepthAndNumber() throws SQLException {
        String deepest = null;
        for (int depth = 1; depth <= Tree.DEEPEST; depth++) deepest = folder("Depth " + depth, deepest);
        newFolder("Too deep", deepest)
                .statusCode(422)
                .body("errors[0].field", equalTo("parent"))
                .body("errors[0].code", equalTo("out-of-range"));
        var two = folder("Two", null);
        folder("Below", two);
        var fourth = as(host).get("/api/library/places")
                .then()
                .extract()
                .<String>path("folders.find { it.name == 'Depth 4' }.id");
        folderAt(two, "Two", fourth).statusCode(422).body("errors[0].code", equalTo("out-of-range"));

        sql("INSERT INTO quiz_folder (id, owner_id, name) SELECT gen_random_uuid(), owner_id, 'Many'"
                + " FROM quiz_folder, generate_series(1, 193) WHERE id = '" + deepest + "'");
        newFolder("One more", null).statusCode(422).body("errors[0].code", equalTo("too-many"));
        newFolder(" ", null).statusCode(422).body("errors[0].field", equalTo("name"));
        newFolder("x".repeat(81), null).statusCode(422).body("errors[0].code", equalTo("too-long"));
    }

    @Test
    void nothingOfAnotherHostIsMovedAndNoFolderOfAnothersIsAPlace() throws SQLException {
        var theirs = create("Theirs");
        var theirFolder = folder("Their folder", null);
        host = anotherHost(database);
        var mine = create("Mine");
        var myFolder = folder("My folder", null);

        move(myFolder, mine, theirs).statusCode(404);
        several("trash", mine, theirs).statusCode(404);
        list("folder=" + myFolder).body("items", hasSize(0));
        assertThat(found("")).containsExactly("Mine");
        move(theirFolder, mine).statusCode(422).body("errors[0].field", equalTo("folder"));
        newFolder("Inside", theirFolder).statusCode(422).body("errors[0].code", equalTo("unknown"));
        folderAt(theirFolder, "Mine now", null).statusCode(404);
        as(host).delete("/api/library/folders/" + theirFolder).then().statusCode(404);
        list("folder=" + theirFolder).body("items", hasSize(0));
    }

    @Test
    void aQuizGivenToAnotherHostLeavesItsFolder() throws SQLException {
        var id = create("Given away");
        move(folder("Mine", null), id).statusCode(204);
        var other = anotherHost(database);
        var owner = as(other).get("/api/session").<String>path("id");

        sql("UPDATE quiz SET owner_id = '" + owner + "' WHERE id = '" + id + "'");

        host = other;
        list("").body("items[0].folder", nullValue());
    }

    // ---- tags

    @Test
    void tagsAreGivenToSeveralAtOnceAndEachIsThereOnce() {
        var one = create("One");
        var two = create("Two");
        place("tag", "{\"quizzes\":[\"%s\",\"%s\"],\"add\":[\" Year  7 \",\"maths\"]}".formatted(one, two))
                .statusCode(204);
        place("tag", "{\"quizzes\":[\"%s\"],\"add\":[\"MATHS\",\"old\"],\"remove\":[\"year 7\"]}".formatted(one))
                .statusCode(204);

        list("tag=maths").body("total", equalTo(2));
        list("tag=old").body("items[0].tags", contains("maths", "old"));
        list("search=" + "year").body("items.title", contains("Two"));
        as(host).get("/api/library/places")
                .then()
                .body("tags[0].name", equalTo("maths"))
                .body("tags[0].quizzes", equalTo(2));
        as(host).get("/api/quizzes/" + one).then().header("ETag", "\"0\"");
    }

    @Test
    void tenThousandTagsAreRefusedWithASentence() {
        var id = create("Tagged");
        tag(id, 10_000).statusCode(422).body("errors[0].field", equalTo("add"));
        tag(id, 20).statusCode(204);
        place("tag", "{\"quizzes\":[\"%s\"],\"add\":[\"one more\"]}".formatted(id))
                .statusCode(422)
                .body("errors[0].code", equalTo("too-many"))
                .body("errors[0].message", equalTo("A quiz has at most 20 tags."));
        for (var odd : List.of("x".repeat(41), " ", "a\\u0000b")) {
            place("tag", "{\"quizzes\":[\"%s\"],\"remove\":[\"%s\"]}".formatted(id, odd))
                    .statusCode(422);
        }
        place("tag", "{\"quizzes\":[]}").statusCode(422).body("errors[0].field", equalTo("quizzes"));
    }

    @Test
    void namesAreKeptInEveryScriptOfQuizzesFoldersTagsAndFiles() {
        var name = "امتحان 🎉 世界";
        var id = create(name);
        move(folder(name, null), id).statusCode(204);
        place(
                        "tag",
                        new JsonObject()
                                .put("quizzes", new JsonArray().add(id))
                                .put("add", new JsonArray().add("🎉 مدرسة"))
                                .encode())
                .statusCode(204);

        as(host).queryParam("tag", "🎉 مدرسة").get("/api/library").then().body("items.title", contains(name));
        assertThat(found("🎉 امتحان")).containsExactly(name);
        as(host).get("/api/library/places")
                .then()
                .body("folders.name", contains(name))
                .body("tags.name", contains("🎉 مدرسة"));
        var disposition = as(host).get("/api/quizzes/" + id + "/export").header("Content-Disposition");
        assertThat(disposition)
                .startsWith("attachment; filename=\"quiz.json\"; filename*=UTF-8''")
                .contains(URLEncoder.encode("امتحان", StandardCharsets.UTF_8));
        // As browsers write it.
        var form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + ".txt\"\r\n\r\n"
                + "What?\n*This\nThat\n\r\n--x--\r\n";
        as(host).contentType("multipart/form-data; boundary=x")
                .body(form.getBytes(StandardCharsets.UTF_8))
                .post("/api/quizzes/import")
                .then()
                .statusCode(201)
                .body("quiz.title", equalTo(name));
    }

    @Test
    void aCopyLiesWhereItsOriginalLies() {
        var id = create("Original");
        var folder = folder("Here", null);
        move(folder, id).statusCode(204);
        tag(id, 1).statusCode(204);
        as(host).post("/api/quizzes/" + id + "/duplicate").then().statusCode(201);

        list("folder=" + folder + "&tag=0").body("items.title", containsInAnyOrder("Original", "Original (2)"));
    }

    // ---- sharing

    @Test
    void aGuestMayWhatItsRightSaysAndNothingElse() throws SQLException {
        var id = create("Shared", "en", "Which?", "Left", "Right");
        var owner = host;
        var guest = anotherHost(database);
        var email = as(guest).get("/api/session").<String>path("email");
        var guestId = as(guest).get("/api/session").<String>path("id");

        for (var right : List.of("see", "launch", "edit")) {
            host = owner;
            share(id, email.toUpperCase(Locale.ROOT), right)
                    .statusCode(200)
                    .body("hosts", hasSize(1))
                    .body("hosts[0].may", equalTo(right));
            host = guest;
            list("view=shared").body("items.id", contains(id)).body("items[0].may", equalTo(right));
            assertThat(found("")).isEmpty();
            as(host).get("/api/quizzes/" + id).then().statusCode(200);
            as(host).get("/api/quizzes/" + id + "/export").then().statusCode(200);
            launch(id).statusCode(right.equals("see") ? 403 : 201);
            save(id).statusCode(right.equals("edit") ? 200 : 403);
            as(host).delete("/api/quizzes/" + id).then().statusCode(403);
            as(host).get("/api/quizzes/" + id + "/shares").then().statusCode(403);
            share(id, email, "edit").statusCode(403);
            as(host).contentType(ContentType.JSON)
                    .body("{\"may\":\"see\"}")
                    .put("/api/quizzes/" + id + "/link")
                    .then()
                    .statusCode(403);
            several("trash", id).statusCode(404);
        }
        as(host).post("/api/quizzes/" + id + "/duplicate").then().statusCode(201);
        assertThat(found("")).hasSize(1);

        as(host).delete("/api/quizzes/" + id + "/shares/" + guestId).then().statusCode(204);
        as(host).get("/api/quizzes/" + id).then().statusCode(404);
        launch(id).statusCode(404);
        list("view=shared").body("items", hasSize(0));
    }

    @Test
    void aSharedQuizInTheTrashIsNobodys() throws SQLException {
        var id = create("Shared");
        var guest = anotherHost(database);
        share(id, as(guest).get("/api/session").path("email"), "edit").statusCode(200);
        as(host).delete("/api/quizzes/" + id).then().statusCode(204);

        as(guest).get("/api/quizzes/" + id).then().statusCode(404);
        as(guest).get("/api/library?view=shared").then().body("items", hasSize(0));
        several("restore", id).statusCode(204);
        as(guest).get("/api/quizzes/" + id).then().statusCode(200);
    }

    @Test
    void whoCannotBeSharedWithIsSaidBesideTheAddress() {
        var id = create("Shared");
        share(id, "nobody@example.org", "see")
                .statusCode(422)
                .body("errors[0].field", equalTo("email"))
                .body("errors[0].code", equalTo("unknown"));
        share(id, as(host).get("/api/session").path("email"), "see")
                .statusCode(422)
                .body("errors[0].code", equalTo("not-allowed"));
        share(id, "nobody@example.org", "own").statusCode(422).body("errors[0].field", equalTo("may"));
        share(UUID.randomUUID().toString(), "nobody@example.org", "see").statusCode(404);
    }

    @Test
    void aLinkShowsAQuizToEverybodyAndLetsHostsCopyItIfItSaysSo() throws SQLException {
        var id = create("Linked", "en", "Which?", "Left", "Right");
        var token = link(id, "see").extract().<String>path("token");
        given().get("/api/shared/" + token)
                .then()
                .statusCode(200)
                .body("title", equalTo("Linked"))
                .body("may", equalTo("see"))
                .body("questions", hasSize(1))
                .body("id", nullValue());
        var other = anotherHost(database);
        as(other).post("/api/shared/" + token + "/copy").then().statusCode(403);
        link(id, "copy").body("token", equalTo(token));
        given().post("/api/shared/" + token + "/copy").then().statusCode(401);
        as(other).post("/api/shared/" + token + "/copy").then().statusCode(201).body("title", equalTo("Linked (2)"));
        as(other).get("/api/quizzes").then().body("title", contains("Linked (2)"));

        as(host).delete("/api/quizzes/" + id + "/link").then().statusCode(204);
        given().get("/api/shared/" + token).then().statusCode(404);
        assertThat(link(id, "see").extract().<String>path("token")).isNotEqualTo(token);
    }

    @Test
    void aGuessedLinkIsNotFoundAndGuessingIsSlowedDownForTheGuesserAlone() {
        var id = create("Linked");
        var token = link(id, "see").extract().<String>path("token");
        var statuses = IntStream.range(0, 70)
                .mapToObj(n -> given().get("/api/shared/guess" + n).statusCode())
                .toList();

        assertThat(statuses.getFirst()).isEqualTo(404);
        assertThat(statuses.getLast()).isEqualTo(429);
        given().get("/api/shared/%00").then().statusCode(429);
        given().get("/api/shared/" + token).then().statusCode(200);
    }

    // ----

    // ---- earlier versions

    @Test
    void whatStoodForAMinuteCanBeRestoredAndTheRestoreTakenBack() throws SQLException {
        var id = create("First", "en", "Which?", "Left", "Right");
        saved(id, "Typing");
        saved(id, "Typing on");
        versions(id).body("items", hasSize(0));
        passes(id, "2 minutes");
        saved(id, "Second");

        versions(id)
                .body("items.title", contains("Typing on"))
                .body("items[0].questions", equalTo(0))
                .body("items[0].savedBy", equalTo(as(host).get("/api/session").path("name")))
                .body("items[0].savedAt", greaterThan(1_700_000_000_000L))
                .body("most", equalTo(60));
        var version = versions(id).extract().<Integer>path("items[0].version");
        as(host).get("/api/quizzes/" + id + "/versions/" + version)
                .then()
                .statusCode(200)
                .body("title", equalTo("Typing on"))
                .body("questions", hasSize(0));
        restore(id, version, null).statusCode(428);
        restore(id, version, "\"0\"").statusCode(412);
        restore(id, version, "\"3\"").statusCode(200).header("ETag", "\"4\"").body("title", equalTo("Typing on"));

        versions(id).body("items.title", contains("Second", "Typing on"));
        restore(id, versions(id).extract().path("items[0].version"), "*")
                .statusCode(200)
                .body("title", equalTo("Second"));
        restore(id, 999, "*").statusCode(404);
    }

    @Test
    void whatIsSavedAsItIsMakesNoVersion() throws SQLException {
        var id = create("Same", "en", "Which?", "Left", "Right");
        passes(id, "1 day");
        var written = as(host).get("/api/quizzes/" + id).asString();
        as(host).contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(written)
                .put("/api/quizzes/" + id)
                .then()
                .statusCode(200);

        versions(id).body("items", hasSize(0));
    }

    @Test
    void versionsAreForThoseWhoMayChangeTheQuiz() throws SQLException {
        var id = create("Mine");
        passes(id, "1 hour");
        saved(id, "Mine, without the answer key of last year");
        var version = versions(id).extract().<Integer>path("items[0].version");
        var owner = host;
        var guest = anotherHost(database);
        var email = as(guest).get("/api/session").<String>path("email");

        for (var right : List.of("see", "launch", "edit")) {
            host = owner;
            share(id, email, right).statusCode(200);
            host = guest;
            var status = right.equals("edit") ? 200 : 403;
            as(host).get("/api/quizzes/" + id + "/versions").then().statusCode(status);
            as(host).get("/api/quizzes/" + id + "/versions/" + version).then().statusCode(status);
            restore(id, version, "*").statusCode(status);
            as(host).delete("/api/quizzes/" + id + "/versions").then().statusCode(403);
        }
        host = anotherHost(database);
        as(host).get("/api/quizzes/" + id + "/versions").then().statusCode(404);

        host = owner;
        versions(id).body("items.title", contains("Mine, without the answer key of last year", "Mine"));
        as(host).delete("/api/quizzes/" + id + "/versions").then().statusCode(204);
        versions(id).body("items", hasSize(0));
    }

    @Test
    void whatAnotherHostHadWrittenIsAVersionAtOnce() throws SQLException {
        var id = create("Ours");
        var guest = anotherHost(database);
        share(id, as(guest).get("/api/session").path("email"), "edit").statusCode(200);
        var owner = host;
        host = guest;
        saved(id, "Theirs");
        host = owner;

        versions(id).body("items.title", contains("Ours"));
    }

    @Test
    void versionsGoWithTheirQuiz() throws SQLException {
        var id = create("Short-lived");
        passes(id, "1 hour");
        saved(id, "Changed");
        as(host).delete("/api/quizzes/" + id).then().statusCode(204);
        as(host).get("/api/quizzes/" + id + "/versions").then().statusCode(404);
        several("restore", id).statusCode(204);
        versions(id).body("items", hasSize(1));
        as(host).delete("/api/quizzes/" + id).then().statusCode(204);
        several("erase", id).statusCode(204);

        try (var connection = database.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM quiz_version WHERE quiz_id = '" + id + "'")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    private String create(String title) {
        return created(new JsonObject().put("title", title));
    }

    private String create(String title, String language, String question, String... answers) {
        var choices = new JsonArray(Arrays.stream(answers)
                .map(answer -> new JsonObject().put("text", answer).put("correct", answer.equals(answers[0])))
                .toList());
        var asked = new JsonObject().put("kind", "choice").put("text", question).put("choices", choices);
        return created(new JsonObject()
                .put("title", title)
                .put("language", language)
                .put("questions", new JsonArray().add(asked)));
    }

    private String created(JsonObject quiz) {
        return as(host).contentType(ContentType.JSON)
                .body(quiz.encode())
                .post("/api/quizzes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse list(String query) {
        return as(host).urlEncodingEnabled(false)
                .get("/api/library" + (query.isEmpty() ? "" : "?" + query))
                .then();
    }

    private List<String> found(String search) {
        return as(host).queryParam("search", search)
                .get("/api/library")
                .then()
                .statusCode(200)
                .extract()
                .path("items.title");
    }

    private ValidatableResponse place(String what, String body) {
        return as(host).contentType(ContentType.JSON)
                .body(body)
                .post("/api/library/" + what)
                .then();
    }

    private ValidatableResponse several(String what, String... quizzes) {
        return place(
                what,
                new JsonObject().put("quizzes", new JsonArray(List.of(quizzes))).encode());
    }

    private ValidatableResponse move(String folder, String... quizzes) {
        return place(
                "move",
                new JsonObject()
                        .put("quizzes", new JsonArray(List.of(quizzes)))
                        .put("folder", folder)
                        .encode());
    }

    private ValidatableResponse tag(String quiz, int n) {
        var tags =
                new JsonArray(IntStream.range(0, n).mapToObj(Integer::toString).toList());
        return place(
                "tag",
                new JsonObject()
                        .put("quizzes", new JsonArray().add(quiz))
                        .put("add", tags)
                        .encode());
    }

    private String folder(String name, String parent) {
        return newFolder(name, parent).statusCode(201).extract().path("id");
    }

    private ValidatableResponse newFolder(String name, String parent) {
        return as(host).contentType(ContentType.JSON)
                .body(new JsonObject().put("name", name).put("parent", parent).encode())
                .post("/api/library/folders")
                .then();
    }

    private ValidatableResponse folderAt(String id, String name, String parent) {
        return as(host).contentType(ContentType.JSON)
                .body(new JsonObject().put("name", name).put("parent", parent).encode())
                .put("/api/library/folders/" + id)
                .then();
    }

    private ValidatableResponse share(String quiz, String email, String may) {
        return as(host).contentType(ContentType.JSON)
                .body(new JsonObject().put("email", email).put("may", may).encode())
                .put("/api/quizzes/" + quiz + "/shares")
                .then();
    }

    private ValidatableResponse link(String quiz, String may) {
        return as(host).contentType(ContentType.JSON)
                .body("{\"may\":\"" + may + "\"}")
                .put("/api/quizzes/" + quiz + "/link")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse launch(String quiz) {
        return as(host).contentType(ContentType.JSON)
                .body("{\"quizId\":\"" + quiz + "\"}")
                .post("/api/games")
                .then();
    }

    private ValidatableResponse save(String quiz) {
        return as(host).contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"title\":\"Changed by a guest\",\"questions\":[{\"kind\":\"slide\",\"text\":\"Hello\"}]}")
                .put("/api/quizzes/" + quiz)
                .then();
    }

    private void saved(String quiz, String title) {
        as(host).contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(new JsonObject().put("title", title).encode())
                .put("/api/quizzes/" + quiz)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse versions(String quiz) {
        return as(host).get("/api/quizzes/" + quiz + "/versions").then().statusCode(200);
    }

    private ValidatableResponse restore(String quiz, int version, String ifMatch) {
        var request = ifMatch == null ? as(host) : as(host).header("If-Match", ifMatch);
        return request.post("/api/quizzes/" + quiz + "/versions/" + version + "/restore")
                .then();
    }

    /** As if everything had been written so long before. */
    private void passes(String quiz, String time) throws SQLException {
        sql(
                "UPDATE quiz SET created_at = created_at - interval '%1$s', updated_at = updated_at - interval '%1$s' WHERE id = '%2$s'"
                        .formatted(time, quiz));
    }

    private void age(String quiz, int days) throws SQLException {
        sql("UPDATE quiz SET deleted_at = clock_timestamp() - interval '" + days + " days' WHERE id = '" + quiz + "'");
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var it = connection.createStatement()) {
            it.execute(statement);
        }
    }
}
