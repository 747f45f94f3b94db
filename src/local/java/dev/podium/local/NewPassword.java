package dev.podium.local;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Gives a host who forgot the old password a new one. Whoever may write the data folder may do that anyway. */
final class NewPassword {
    /** As for a password that is chosen on a page; bcrypt reads no more bytes. */
    private static final int MIN_LENGTH = 8;

    private static final int MAX_BYTES = 72;
    private static final int COST = 12;

    private NewPassword() {}

    /**
     * Reads the password from the standard input and ends every session of the host; the server has to run.
     *
     * @throws Sorry when there is no such host, or the password is too short or too long
     */
    static void set(Path home, String database, String email) throws SQLException, IOException {
        var password = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        if (password == null || password.codePointCount(0, password.length()) < MIN_LENGTH)
            throw new Sorry("that password is too short: at least " + MIN_LENGTH + " characters. Nothing was changed.");
        if (password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES)
            throw new Sorry("that password is too long: at most " + MAX_BYTES + " bytes. Nothing was changed.");
        try (var connection = LocalPostgres.start(home).connect(database)) {
            connection.setAutoCommit(false);
            if (update(connection, email, BcryptUtil.bcryptHash(password, COST)) == 0)
                throw new Sorry(
                        "there is no host " + email + "; there is: " + String.join(", ", emails(connection)) + ".");
            endSessions(connection, email);
            connection.commit();
        }
    }

    private static int update(Connection connection, String email, String hash) throws SQLException {
        var sql = "UPDATE host SET password_hash = ?, demo = false WHERE lower(email) = lower(?)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, hash);
            statement.setString(2, email);
            return statement.executeUpdate();
        }
    }

    private static void endSessions(Connection connection, String email) throws SQLException {
        var sql = "DELETE FROM host_session USING host WHERE host.id = host_id AND lower(email) = lower(?)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, email);
            statement.executeUpdate();
        }
    }

    private static List<String> emails(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT email FROM host ORDER BY created_at")) {
            var emails = new ArrayList<String>();
            while (rows.next()) emails.add(rows.getString(1));
            return emails;
        }
    }
}
