package dev.podium.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.podium.account.TurnedAway.Reason;
import dev.podium.configuration.TestConfiguration;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class VouchedTest {
    private static final Map<String, String> ROLES =
            Map.of("oidc.role-claim", "realm_access/roles", "oidc.admin-value", "heads", "oidc.host-value", "staff");

    @Test
    void what_the_token_leaves_out_the_details_tell_and_what_both_tell_the_token_does() {
        var who = who("""
                {"name": "Ada"}""", """
                {"email": " ada@school.example ", "name": "Eve"}""", Map.of());
        assertThat(who.email()).isEqualTo("ada@school.example");
        assertThat(who.name()).isEqualTo("Ada");
        assertThat(who.role()).isEmpty();
    }

    @Test
    void details_about_somebody_else_are_nobodys() {
        turnedAway(
                Reason.FAILED,
                () -> Vouched.of(
                        new JsonObject("""
                        {"iss": "https://login.example", "sub": "1", "email": "a@b.example"}"""),
                        new JsonObject("""
                        {"sub": "2"}"""),
                        TestConfiguration.of(Map.of()).oidc()));
    }

    @Test
    void an_address_has_to_be_one_and_not_known_to_be_unconfirmed() {
        turnedAway(Reason.NO_ADDRESS, () -> who("{}", "{}", Map.of()));
        turnedAway(Reason.NO_ADDRESS, () -> who("""
                {"email": "ada"}""", "{}", Map.of()));
        turnedAway(Reason.NO_ADDRESS, () -> who("""
                {"email": 7}""", "{}", Map.of()));
        turnedAway(Reason.NO_ADDRESS, () -> who("""
                {"email": "a@b.example"}""", """
                {"email_verified": false}""", Map.of()));
    }

    @Test
    void a_name_that_is_none_is_made_of_the_address() {
        assertThat(who("""
                {"email": "ada@b.example", "name": " ", "preferred_username": "\\u0000"}""", "{}", Map.of()).name()).isEqualTo("ada");
    }

    @Test
    void a_role_is_found_by_its_path_in_a_list_or_alone_or_under_a_name_with_slashes() {
        assertThat(role("""
                {"realm_access": {"roles": ["staff", "heads"]}}""")).contains(Role.ADMIN);
        assertThat(role("""
                {"realm_access": {"roles": "staff"}}""")).contains(Role.HOST);
        assertThat(role("""
                {"realm_access/roles": ["heads"]}""")).contains(Role.ADMIN);
    }

    @Test
    void who_has_no_role_is_not_let_in_where_hosts_have_one() {
        turnedAway(Reason.NOT_ADMITTED, () -> role("{}"));
        turnedAway(Reason.NOT_ADMITTED, () -> role("""
                {"realm_access": ["heads"]}"""));
        turnedAway(Reason.NOT_ADMITTED, () -> role("""
                {"realm_access": {"roles": ["staffs", "the heads"]}}"""));
        assertThat(who("""
                {"email": "a@b.example"}""", "{}", Map.of("oidc.role-claim", "groups", "oidc.admin-value", "heads"))
                        .role())
                .contains(Role.HOST);
    }

    private static Optional<Role> role(String claims) {
        return who(claims, """
                {"email": "a@b.example"}""", ROLES).role();
    }

    private static Vouched who(String token, String info, Map<String, String> settings) {
        var subject = new JsonObject("""
                {"iss": "https://login.example", "sub": "1"}""");
        return Vouched.of(
                new JsonObject(token).mergeIn(subject),
                new JsonObject(info).mergeIn(subject),
                TestConfiguration.of(settings).oidc());
    }

    private static void turnedAway(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TurnedAway.class, turned -> assertThat(turned.reason()).isEqualTo(reason));
    }
}
